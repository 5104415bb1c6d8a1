// Keeps the rate windows in the store, so that a worker that was killed cannot forget what it has sent.
import {
  type BudgetState,
  close,
  createBudgetState,
  keptRight,
  learn,
  type Purpose,
  reserve,
} from '../buffer/budget.ts';
import type { BudgetPort, Reservation } from './ports.ts';
import type { OutboxStore } from './store.ts';

export interface BudgetKeeper extends BudgetPort {
  /** Takes in what an answer's headers say of the limits. */
  learn(headers: Headers, accountId: string): Promise<void>;
  /** After a 429: no call of this account before `until` (ms since the epoch). */
  close(until: number, accountId: string): Promise<void>;
}

/**
 * One budget per account, as Buffer counts per client. A reservation is durable before it is given.
 * `now` gives milliseconds since the epoch; `initial` is the state before the first call.
 */
export function createBudgetKeeper(
  store: Pick<OutboxStore, 'changeValue'>,
  now: () => number,
  initial: () => BudgetState = createBudgetState,
): BudgetKeeper {
  // A clock that was set back meanwhile is seen by the budget's own record, whoever uses it first.
  const rightNow = (value: unknown) => keptRight(stateOf(value, initial), now());
  const revise = (accountId: string, step: (state: BudgetState) => BudgetState) =>
    store.changeValue('budget', accountId, (value) => ({
      value: step(rightNow(value)),
      result: undefined,
    }));
  return {
    reserve(purpose: Purpose, accountId: string): Promise<Reservation> {
      return store.changeValue<Reservation>('budget', accountId, (value) => {
        const answer = reserve(rightNow(value), purpose, now());
        return answer.ok ? { value: answer.state, result: { ok: true } } : { result: answer };
      });
    },
    learn: (headers, accountId) => revise(accountId, (state) => learn(state, headers, now())),
    close: (until, accountId) => revise(accountId, (state) => close(state, until)),
  };
}

function stateOf(value: unknown, initial: () => BudgetState): BudgetState {
  return value === undefined ? initial() : (value as BudgetState);
}
