// Keeps the rate windows in the store, so that a worker that was killed cannot forget what it has sent.
import type { Api, Caller } from '../buffer/backend.ts';
import { budgetOf } from '../buffer/backends.ts';
import {
  type BudgetState,
  close,
  createBudgetState,
  keptRight,
  learn,
  type Purpose,
  reserve,
} from '../buffer/budget.ts';
import { type Quota, quotaOf } from '../buffer/quota.ts';
import { callerKey } from './caller.ts';
import type { BudgetPort, Reservation } from './ports.ts';
import type { OutboxStore } from './store.ts';

export interface BudgetKeeper extends BudgetPort {
  /** Takes in what an answer's headers say of the limits. */
  learn(headers: Headers, caller: Caller): Promise<void>;
  /** After a 429: no call of this caller before `until` (ms since the epoch). */
  close(until: number, caller: Caller): Promise<void>;
  /** What is left for this caller's posts. Nothing is reserved. */
  quota(caller: Caller): Promise<Quota>;
}

/**
 * One budget per account and API, as neither API knows of the other's calls: who moves to another and back is
 * counted on. A reservation is durable before it is given.
 * `now` gives milliseconds since the epoch; `initial` is the state before the first call through an API.
 */
export function createBudgetKeeper(
  store: Pick<OutboxStore, 'changeValue' | 'value'>,
  now: () => number,
  initial: (api: Api) => BudgetState = (api) => createBudgetState(budgetOf(api)),
): BudgetKeeper {
  // A clock that was set back meanwhile is seen by the budget's own record, whoever uses it first.
  const rightNow = (value: unknown, { api }: Caller) =>
    keptRight(value === undefined ? initial(api) : (value as BudgetState), now());
  const revise = (caller: Caller, step: (state: BudgetState) => BudgetState) =>
    store.changeValue('budget', callerKey(caller), (value) => ({
      value: step(rightNow(value, caller)),
      result: undefined,
    }));
  return {
    reserve(purpose: Purpose, caller: Caller): Promise<Reservation> {
      return store.changeValue<Reservation>('budget', callerKey(caller), (value) => {
        const answer = reserve(rightNow(value, caller), purpose, now());
        return answer.ok ? { value: answer.state, result: { ok: true } } : { result: answer };
      });
    },
    learn: (headers, caller) => revise(caller, (state) => learn(state, headers, now())),
    close: (until, caller) => revise(caller, (state) => close(state, until)),
    quota: async (caller) => quotaOf(rightNow(await store.value('budget', callerKey(caller)), caller), now()),
  };
}
