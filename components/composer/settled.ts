// When the composer has come to rest: with the first key or press, or a moment after it was opened.

const REST_MS = 1500;

/** Resolves then. What nobody waits for begins with it, so that opening costs as little as it can. */
export const settled = new Promise<void>((resolve) => {
  setTimeout(resolve, REST_MS);
  for (const type of ['keydown', 'pointerdown', 'click'])
    addEventListener(type, () => resolve(), { once: true });
});
