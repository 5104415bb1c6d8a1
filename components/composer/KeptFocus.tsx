// Keeps the keyboard where it was when what had the focus goes away: it passes to what came after it.
import { useEffect } from 'preact/hooks';

const STOPS = 'a[href], button, input, select, summary, textarea';

function isStop(one: HTMLElement): boolean {
  return one.tabIndex >= 0 && one.checkVisibility();
}

export function KeptFocus() {
  useEffect(() => {
    let before: HTMLElement[] | undefined;
    let after: HTMLElement[] | undefined;
    const remember = ({ target }: Event) => {
      const all = [...document.querySelectorAll<HTMLElement>(STOPS)];
      const place = all.indexOf(target as HTMLElement);
      [before, after] = place < 0 ? [] : [all.slice(0, place), all.slice(place)];
    };
    // The mouse says by itself where it is.
    const forget = ({ target }: Event) => {
      if (target instanceof Element && !target.closest('a, button')) after = undefined;
    };
    const isLost = () => after && document.activeElement === document.body;
    const giveBack = () => {
      if (isLost()) (after?.find(isStop) ?? before?.findLast(isStop))?.focus({ preventScroll: true });
    };
    // Behind the effects of what has just been drawn, which may take the focus themselves.
    const changes = new MutationObserver(() => {
      if (isLost()) requestAnimationFrame(() => setTimeout(giveBack));
    });
    changes.observe(document.body, { childList: true, subtree: true });
    addEventListener('focusin', remember);
    addEventListener('pointerdown', forget);
    return () => {
      changes.disconnect();
      removeEventListener('focusin', remember);
      removeEventListener('pointerdown', forget);
    };
  }, []);
  return null;
}
