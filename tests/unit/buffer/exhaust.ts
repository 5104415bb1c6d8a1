// How much of a budget there is.
import { type BudgetState, type Purpose, reserve } from '../../../lib/buffer/budget.ts';

/** Reserves until it is refused; answers how often it was allowed, the state, and when to come back. */
export function exhaust(state: BudgetState, purpose: Purpose, now: number) {
  for (let count = 0; ; count += 1) {
    const answer = reserve(state, purpose, now);
    if (!answer.ok) return { count, state, until: answer.until };
    state = answer.state;
  }
}
