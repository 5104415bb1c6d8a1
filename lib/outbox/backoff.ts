// How long to wait before the next try: full jitter, so that many entries do not come back as one burst.

const BASE = 1_000;
const CAP = 5 * 60_000;

/**
 * Milliseconds to wait after the nth failure in a row (1 for the first): evenly spread between 1 ms and
 * 1 s × 2^(n-1), at most 5 minutes. Never 0, so that whoever loops over due work always comes to an end.
 */
export function backoff(failures: number, random: () => number): number {
  const ceiling = Math.min(CAP, BASE * 2 ** Math.min(Math.max(0, failures - 1), 30));
  return Math.max(1, Math.ceil(random() * ceiling));
}
