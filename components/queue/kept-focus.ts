// Keeps the keyboard where it was when the row under it moves away: whoever works down a list never starts anew.
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** To be called on each drawing of the list in `main`. */
export function useKeptFocus(main: RefObject<HTMLElement | null>): void {
  const row = useRef<number | null>(null);
  useEffect(() => {
    const remember = ({ target }: Event) => {
      const entry = target instanceof Element ? target.closest('.entry') : null;
      row.current = entry ? rowsIn(main).indexOf(entry) : null;
    };
    // The mouse says by itself where it is.
    const forget = ({ target }: Event) => {
      if (target instanceof Element && !target.closest('button, a')) row.current = null;
    };
    main.current?.addEventListener('focusin', remember);
    addEventListener('pointerdown', forget);
    return () => {
      main.current?.removeEventListener('focusin', remember);
      removeEventListener('pointerdown', forget);
    };
  }, [main]);
  useEffect(() => {
    if (row.current === null || document.activeElement !== document.body) return;
    const rows = rowsIn(main);
    const next = rows[Math.min(row.current, rows.length - 1)];
    next?.querySelector<HTMLElement>('button, a')?.focus({ preventScroll: true });
  });
}

function rowsIn(main: RefObject<HTMLElement | null>): Element[] {
  return [...(main.current?.querySelectorAll('.entry') ?? [])];
}
