// Notices that the device's clock was set back: what was planned by the old time must not wait until it comes again.
import { type BudgetState, keptRight } from '../buffer/budget.ts';
import { callerKey, callersOf } from './caller.ts';
import type { Workshop } from './send.ts';
import type { OutboxStore } from './store.ts';

const KEY = 'lastDrain';
/** Smaller steps are the ordinary putting right of a clock, and cost no more than their own length. */
const NOTABLE = 60_000;

/**
 * To be called before anything due is asked for. A clock that was set forward cannot be told from time that has
 * passed; the server's answers tell.
 */
export async function noticeSetBack({ ports, journal }: Workshop): Promise<void> {
  const { store } = ports;
  const now = ports.now();
  const last = await lastSeen(store);
  if (Math.abs(last - now) < NOTABLE) return;
  if (last > now) await journal.recordAll(() => ({ type: 'clock-set' }));
  // Also those that nobody uses meanwhile: what is seen late is seen as a smaller step.
  const { entries } = await store.load();
  for (const accountId of new Set(entries.map((entry) => entry.accountId))) {
    for (const caller of callersOf(accountId)) {
      await store.changeValue('budget', callerKey(caller), (value) =>
        value === undefined
          ? { result: undefined }
          : { value: keptRight(value as BudgetState, now), result: undefined },
      );
    }
  }
  // Last: a worker that dies before has done nothing that the next one may not do again.
  await store.changeValue('meta', KEY, () => ({ value: now, result: undefined }));
}

/** The latest moment (ms) that the device's clock is known to have shown; that of an accept, if nothing was noted. */
async function lastSeen(store: OutboxStore): Promise<number> {
  const noted = await store.value('meta', KEY);
  if (typeof noted === 'number') return noted;
  const { entries } = await store.load();
  return Math.max(0, ...entries.map(({ acceptedAt }) => acceptedAt));
}
