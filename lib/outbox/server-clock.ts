// How far Buffer's clock is from this device's, learned from answers and kept for the next worker.
import type { OutboxStore } from './store.ts';

const KEY = 'clockOffset';
/** `Date` has whole seconds and answers take a while, so smaller differences are noise. */
const NOISE = 3_000;

export interface ServerClock {
  /** Learns from a `Date` header; anything that is no date is ignored. */
  observe(date: string | null): Promise<void>;
  /** Server minus device in milliseconds; null before the first answer. */
  offset(): Promise<number | null>;
}

export function createServerClock(
  store: Pick<OutboxStore, 'value' | 'changeValue'>,
  now: () => number,
): ServerClock {
  const offset = async () => asOffset(await store.value('meta', KEY));
  return {
    offset,
    async observe(date) {
      const seen = Date.parse(date ?? '') - now();
      if (Number.isNaN(seen)) return;
      const known = await offset();
      if (known !== null && Math.abs(known - seen) < NOISE) return;
      await store.changeValue('meta', KEY, () => ({ value: seen, result: undefined }));
    },
  };
}

function asOffset(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
