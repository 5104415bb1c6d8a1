// The classic API's one limit: sixty authenticated requests per person in any sixty seconds.
import type { Clock } from '../contract.ts';

const PER_MINUTE = 60;
const MINUTE_MS = 60_000;

export interface MinuteGate {
  /** Counts the request unless the person's minute is full; refused requests cost nothing. */
  admits(accountId: string): boolean;
  reset(): void;
}

/** Counts by the sandbox's clock. */
export function createMinuteGate(clock: Clock): MinuteGate {
  const arrivals = new Map<string, number[]>();
  return {
    admits(accountId) {
      const now = clock.now();
      // A clock that was set back must not leave arrivals in the future.
      const times = (arrivals.get(accountId) ?? []).filter((at) => at > now - MINUTE_MS && at <= now);
      const isFree = times.length < PER_MINUTE;
      arrivals.set(accountId, isFree ? [...times, now] : times);
      return isFree;
    },
    reset: () => arrivals.clear(),
  };
}
