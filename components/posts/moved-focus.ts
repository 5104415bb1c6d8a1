// Alt and an arrow key move the post that has the keyboard; a row that is drawn elsewhere then gets it back.
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Arranger } from './arrange.model.ts';

const KEYS: Record<string, 1 | -1> = { ArrowUp: -1, ArrowDown: 1 };

interface Place {
  post: string;
  /** Which of its buttons, by `data-act`. */
  act: string | undefined;
}

function placeOf({ target }: Event): Place | null {
  if (!(target instanceof HTMLElement)) return null;
  const post = target.closest<HTMLElement>('[data-post]')?.dataset.post;
  return post ? { post, act: target.closest<HTMLElement>('[data-act]')?.dataset.act } : null;
}

/** For the rows in `list`, which name their post by `data-post`. */
export function useMovedFocus(list: RefObject<HTMLElement | null>, arranger: Arranger): void {
  const place = useRef<Place | null>(null);
  useEffect(() => {
    const { current } = list;
    const remember = (event: Event) => {
      place.current = placeOf(event);
    };
    const move = (event: KeyboardEvent) => {
      const by = event.altKey ? KEYS[event.key] : undefined;
      const post = placeOf(event)?.post;
      if (by === undefined || !post || !arranger.isOffered.value) return;
      event.preventDefault();
      remember(event);
      arranger.move(post, by);
    };
    current?.addEventListener('focusin', remember);
    current?.addEventListener('keydown', move);
    return () => {
      current?.removeEventListener('focusin', remember);
      current?.removeEventListener('keydown', move);
    };
  }, [list, arranger]);
  const order = arranger.ids.value.join(' ');
  useLayoutEffect(() => {
    const { post, act } = place.current ?? {};
    if (!post || document.activeElement !== document.body) return;
    const row = document.querySelector(`[data-post="${CSS.escape(post)}"]`);
    row?.querySelector<HTMLElement>(act ? `[data-act="${act}"]` : 'button')?.focus();
  }, [order]);
}
