// Dragging a post to another place in its queue; the keyboard has buttons for the same.
import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Arranger } from './arrange.model.ts';

/** On which side of a row the dragged one would come to stand. */
export type Edge = 'above' | 'below';

/** Firefox drags nothing that has no data. */
const KIND = 'application/x-quick-queue-post';
/** Words are there to be selected, and a field to be written in. */
const NO_HANDLE = '.post-words, textarea, input, button, a';

/** The place from 0 that a post takes if it is dropped on the edge of another. */
export function placeAt(
  ids: string[],
  { id, target, edge }: { id: string; target: string; edge: Edge },
): number {
  const others = ids.filter((other) => other !== id);
  return others.indexOf(target) + (edge === 'below' ? 1 : 0);
}

/** Where over the row the pointer is; null for the dragged row itself, or when none is dragged. */
function edgeOf(row: HTMLElement, event: DragEvent, { arranger, id }: { arranger: Arranger; id: string }) {
  const dragged = arranger.dragged.value;
  if (dragged === null || dragged === id) return null;
  const { top, height } = row.getBoundingClientRect();
  return event.clientY < top + height / 2 ? 'above' : 'below';
}

/** Makes a row draggable and a place to drop others on, while the arranger offers it. */
export function useDrag(row: RefObject<HTMLElement | null>, id: string, arranger: Arranger | null) {
  const edge = useSignal<Edge | null>(null);
  const isMovable = arranger?.isOffered.value === true && arranger.ids.value.includes(id);
  useEffect(() => {
    const { current } = row;
    if (!current || !arranger || !isMovable) return;
    const listening = new AbortController();
    const on = <Type extends 'dragstart' | 'dragover' | 'dragleave' | 'drop' | 'dragend'>(
      type: Type,
      listener: (event: DragEvent) => void,
    ) => current.addEventListener(type, listener, { signal: listening.signal });
    current.addEventListener(
      'pointerdown',
      ({ target }) => {
        current.draggable = target instanceof Element && !target.closest(NO_HANDLE);
      },
      { signal: listening.signal },
    );
    on('dragstart', (event) => {
      event.dataTransfer?.setData(KIND, id);
      arranger.dragged.value = id;
    });
    on('dragend', () => {
      arranger.dragged.value = null;
    });
    on('dragover', (event) => {
      edge.value = edgeOf(current, event, { arranger, id });
      if (edge.value) event.preventDefault();
    });
    on('dragleave', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && current.contains(relatedTarget))) edge.value = null;
    });
    on('drop', (event) => {
      const side = edgeOf(current, event, { arranger, id });
      const dragged = arranger.dragged.value;
      edge.value = null;
      if (side === null || dragged === null) return;
      event.preventDefault();
      arranger.place(dragged, placeAt(arranger.ids.value, { id: dragged, target: id, edge: side }));
    });
    return () => {
      listening.abort();
      current.draggable = false;
    };
  }, [row, id, arranger, isMovable]);
  return { isMovable, isDragged: arranger?.dragged.value === id, edge: edge.value };
}
