// What has the focus is scrolled clear of the buttons, however much stands above them.

/** So that its focus ring is seen, too. */
const APART = 8;

const heights = new ResizeObserver(([entry]) => {
  const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
  document.documentElement.style.scrollPaddingBottom = `${height + APART}px`;
});

/** A `ref` for what sticks to the lower edge. */
export function keepClear(footer: HTMLElement | null): void {
  heights.disconnect();
  if (footer) heights.observe(footer);
}
