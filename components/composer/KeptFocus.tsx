// Keeps the keyboard where it was when what had the focus goes away: it passes to what stands in its place.
import { useEffect } from 'preact/hooks';

/** Everything that the Tab key stops at, in its order. */
function stops(): HTMLElement[] {
  const all = document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, textarea');
  return [...all].filter((one) => one.tabIndex >= 0 && one.checkVisibility());
}

export function KeptFocus() {
  useEffect(() => {
    let place = -1;
    const remember = ({ target }: Event) => {
      place = stops().indexOf(target as HTMLElement);
    };
    // The mouse says by itself where it is.
    const forget = ({ target }: Event) => {
      if (target instanceof Element && !target.closest('a, button')) place = -1;
    };
    const isLost = () => place >= 0 && document.activeElement === document.body;
    const giveBack = () => {
      const all = stops();
      if (isLost()) all[Math.min(place, all.length - 1)]?.focus({ preventScroll: true });
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
