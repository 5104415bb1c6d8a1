// From when on a post in Buffer may be one of our own, told by the server's clock.
import type { Attempt } from './store.ts';

const MARGIN = 120_000;
/** How far a device's clock is believed to be off at most, as long as the server's was never seen. */
const UNKNOWN_SKEW = 24 * 3_600_000;
/** Two readings of the offset that differ by no more than this are the same clock. */
const SAME_CLOCK = 60_000;

/** Outcomes after which it is certain that the attempt committed nothing. */
const NOTHING_COMMITTED = new Set(['held', 'signed-out', 'refused']);

/** Server times (ms): created at or after `certain` it is within our time; after `possible` it may be. */
export interface LookWindow {
  possible: number;
  certain: number;
}

/**
 * The window of an entry's attempts. `offset` (server minus device, ms) is what is known now; what was known
 * when an attempt left may have been nothing, or may date from before the device's clock was put right.
 * Null if no attempt can have committed.
 */
export function lookWindow(attempts: Attempt[], offset: number | null): LookWindow | null {
  const windows = attempts
    .filter((attempt) => !NOTHING_COMMITTED.has(attempt.outcome ?? ''))
    .map((attempt) => windowOf(attempt, offset));
  if (windows.length === 0) return null;
  return {
    possible: Math.min(...windows.map((window) => window.possible)),
    certain: Math.min(...windows.map((window) => window.certain)),
  };
}

function windowOf({ sentAt, offset: then }: Attempt, now: number | null): LookWindow {
  if (then === null) {
    // The clock may have been set since, so what is known now only says where to look first.
    return { possible: sentAt - UNKNOWN_SKEW + Math.min(0, now ?? 0), certain: sentAt + (now ?? 0) - MARGIN };
  }
  const offsets = [then, now ?? then];
  const earliest = sentAt + Math.min(...offsets) - MARGIN;
  const latest = sentAt + Math.max(...offsets) - MARGIN;
  return { possible: earliest, certain: latest - earliest <= SAME_CLOCK ? earliest : latest };
}
