// Notices that the device's clock was set back: what was planned by the old time must not wait until it comes again.
import { type BudgetState, setBack } from '../buffer/budget.ts';
import type { Workshop } from './send.ts';

const KEY = 'lastDrain';
/** Smaller steps are the ordinary putting right of a clock, and cost no more than their own length. */
const NOTABLE = 60_000;

/**
 * To be called before anything due is asked for. A clock that was set forward cannot be told from time that has
 * passed; the server's answers tell.
 */
export async function noticeSetBack({ ports, journal }: Workshop): Promise<void> {
  const { store, now } = ports;
  const last = await store.value('meta', KEY);
  const back = typeof last === 'number' ? last - now() : Number.NEGATIVE_INFINITY;
  if (Math.abs(back) < NOTABLE) return;
  // Noted first: to put things right twice would cut waits short, not at all only leaves them long.
  await store.changeValue('meta', KEY, () => ({ value: now(), result: undefined }));
  if (back < 0) return;
  await journal.recordAll(() => ({ type: 'clock-set' }));
  const { entries } = await store.load();
  for (const accountId of new Set(entries.map((entry) => entry.accountId))) {
    await store.changeValue('budget', accountId, (value) =>
      value === undefined
        ? { result: undefined }
        : { value: setBack(value as BudgetState, back), result: undefined },
    );
  }
}
