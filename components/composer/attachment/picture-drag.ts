// Dragging a chosen picture to another place: it moves along while the pointer does. The keyboard has Alt and an arrow key.
import { useRef, useState } from 'preact/hooks';
import type { Pictures } from './pictures.model.ts';

/** Pixels: less is a press that was not held still. */
const SLACK = 5;

interface Press {
  url: string;
  x: number;
}

/** How many of the other chosen pictures lie before the pointer. */
function placeAt(strip: HTMLElement, { url }: Press, x: number): number {
  const others = [...strip.querySelectorAll<HTMLElement>('[data-chosen]')].filter(
    ({ dataset }) => dataset.url !== url,
  );
  return others.filter((other) => {
    const { left, width } = other.getBoundingClientRect();
    return left + width / 2 < x;
  }).length;
}

/** Handlers for the strip, whose chosen pictures have `data-chosen` and `data-url`; a finger scrolls it instead. */
export function usePictureDrag(pictures: Pictures) {
  const press = useRef<Press | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const wasDragged = useRef(false);
  const end = () => {
    press.current = null;
    setDragged(null);
  };
  const handlers = {
    onPointerDown: ({ target, button, pointerType, clientX }: PointerEvent) => {
      const choice = target instanceof Element ? target.closest<HTMLElement>('[data-chosen] > label') : null;
      const url = choice?.parentElement?.dataset.url;
      wasDragged.current = false;
      press.current = url && button === 0 && pointerType !== 'touch' ? { url, x: clientX } : null;
    },
    onPointerMove: ({ currentTarget, pointerId, clientX }: PointerEvent) => {
      const { current } = press;
      if (!current || !(currentTarget instanceof HTMLElement)) return;
      if (!wasDragged.current && Math.abs(clientX - current.x) < SLACK) return;
      if (!wasDragged.current) currentTarget.setPointerCapture(pointerId);
      wasDragged.current = true;
      setDragged(current.url);
      pictures.place(current.url, placeAt(currentTarget, current, clientX));
    },
    onPointerUp: end,
    onPointerCancel: end,
    // What was dragged was not pressed.
    onClickCapture: (event: MouseEvent) => {
      if (wasDragged.current) event.preventDefault();
      wasDragged.current = false;
    },
  };
  return { dragged, handlers };
}
