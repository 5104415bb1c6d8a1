// Keeps the keyboard where it was when the row under it moves away: whoever works down a list never starts anew.
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const ROW = '.entry, .post';

/** For all rows in `main`, whoever draws them. */
export function useKeptFocus(main: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = main;
    if (!current) return;
    let row: number | null = null;
    const rows = () => [...current.querySelectorAll(ROW)];
    const remember = ({ target }: Event) => {
      const own = target instanceof Element ? target.closest(ROW) : null;
      row = own ? rows().indexOf(own) : null;
    };
    // The mouse says by itself where it is.
    const forget = ({ target }: Event) => {
      if (target instanceof Element && !target.closest('button, a')) row = null;
    };
    const giveBack = () => {
      if (row === null || document.activeElement !== document.body) return;
      const all = rows();
      const next = all[Math.min(row, all.length - 1)];
      next?.querySelector<HTMLElement>('button, a')?.focus({ preventScroll: true });
    };
    const changes = new MutationObserver(giveBack);
    changes.observe(current, { childList: true, subtree: true });
    current.addEventListener('focusin', remember);
    addEventListener('pointerdown', forget);
    return () => {
      changes.disconnect();
      current.removeEventListener('focusin', remember);
      removeEventListener('pointerdown', forget);
    };
  }, [main]);
}
