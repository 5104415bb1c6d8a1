// How long to wait before the next try: full jitter, so that many entries do not come back as one burst.
const BASE = 1_000;
const CAP = 5 * 60_000;
const LOOK_CAP = 30 * 60_000;
const OFF_BASE = 60_000;
/** The longest distance (ms) between two tries of an API that is switched off. */
export const OFF_CAP = 60 * 60_000;

/**
 * Milliseconds to wait after the nth failure in a row (1 for the first): evenly spread between 1 ms and
 * 1 s × 2^(n-1), at most 5 minutes. Never 0, so that whoever loops over due work always comes to an end.
 */
export function backoff(failures: number, random: () => number): number {
  return Math.max(1, Math.ceil(random() * Math.min(CAP, doubled(failures))));
}

/**
 * The same for looks, which have a small share of the day's calls: what five minutes apart would use up in an outage
 * of hours would be missing after it. From there on it doubles on to half an hour, at least half of which is waited.
 */
export function lookBackoff(failures: number, random: () => number): number {
  const ceiling = Math.min(LOOK_CAP, doubled(failures));
  return ceiling <= CAP ? backoff(failures, random) : upperHalf(ceiling, random);
}

/**
 * The same for an API that is switched off, which is for hours or for good: from half a minute on, doubling up to an
 * hour, at least half of which is waited.
 */
export function offBackoff(tries: number, random: () => number): number {
  return upperHalf(Math.min(OFF_CAP, doubled(tries, OFF_BASE)), random);
}

function upperHalf(ceiling: number, random: () => number): number {
  return Math.ceil((ceiling * (1 + random())) / 2);
}

function doubled(failures: number, base = BASE): number {
  return base * 2 ** Math.min(Math.max(0, failures - 1), 30);
}
