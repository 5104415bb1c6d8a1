import type { Clock } from '../contract.ts';

/** The sandbox's clock; it runs from `start` (milliseconds since the epoch) or, without it, from the real time. */
export function createClock(start?: number): Clock {
  let offset = start === undefined ? 0 : start - Date.now();
  return {
    now: () => Date.now() + offset,
    set(now) {
      offset = now - Date.now();
    },
    advance(seconds) {
      offset += seconds * 1000;
    },
  };
}
