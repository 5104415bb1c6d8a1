// How far Buffer's clock is from this device's, learned from answers and kept for the next worker.
import type { OutboxStore } from './store.ts';

const KEY = 'clockOffset';
/** `Date` has whole seconds and answers take a while, so smaller differences are noise. */
const NOISE = 3_000;
/** A difference that no slow answer makes: somebody has set the device's clock. */
const SET = 60_000;

export interface ServerClock {
  /** Learns from a `Date` header; anything that is no date is ignored. */
  observe(date: string | null): Promise<void>;
  /** Server minus device in milliseconds; null before the first answer. */
  offset(): Promise<number | null>;
  /** Resolves when what answers told until now is stored, with all that follows from it. */
  settled(): Promise<void>;
}

/** `onSet` is awaited when an answer shows that the device's clock was set since the one before. */
export function createServerClock(
  store: Pick<OutboxStore, 'value' | 'changeValue'>,
  now: () => number,
  onSet: () => Promise<void> = async () => {},
): ServerClock {
  let pending: Promise<void> = Promise.resolve();
  const known = async () => asOffset(await store.value('meta', KEY));
  const learn = async (seen: number) => {
    const before = await known();
    if (before !== null && Math.abs(before - seen) < NOISE) return;
    // First, or a worker that dies in between would never have noticed.
    if (isSet(before, seen)) await onSet();
    await store.changeValue('meta', KEY, () => ({ value: seen, result: undefined }));
  };
  return {
    // What an answer that has come tells of the time is known before anything is concluded from its body.
    async offset() {
      await pending;
      return known();
    },
    settled: () => pending,
    async observe(date) {
      const seen = Date.parse(date ?? '') - now();
      if (Number.isNaN(seen)) return;
      const learned = pending.then(() => learn(seen));
      pending = learned.catch(() => {});
      await learned;
    },
  };
}

/** Whether the device's clock was set between two readings of the offset (ms); null is a reading not taken yet. */
export function isSet(before: number | null, after: number | null): boolean {
  return before !== null && after !== null && Math.abs(before - after) > SET;
}

function asOffset(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
