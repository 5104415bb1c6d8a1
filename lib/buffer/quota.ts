// What is left of a budget for posts, as a person is told of it: that of the window in which the least is left.
import { type BudgetState, type BudgetWindow, forget, leavesAt, reserve, TOLD_KEEP } from './budget.ts';

export interface Quota {
  /** The window's length in seconds. */
  seconds: number;
  /** The calls that Buffer takes within it. */
  limit: number;
  /** The calls that may still leave now; what is kept for safety counts as gone. */
  left: number;
  /** When there will be more (ms); null while none was used. */
  growsAt: number | null;
  /** Until when (ms) none leaves; null while one may. */
  closedUntil: number | null;
}

/** What is left at `now` (ms). */
export function quotaOf(state: BudgetState, now: number): Quota {
  const [tightest] = state.windows
    .map((window) => leftIn(forget(window, now, state.marginMs), state.marginMs))
    .sort((a, b) => a.left - b.left) as [Omit<Quota, 'closedUntil'>];
  const next = reserve(state, 'post', now);
  return { ...tightest, closedUntil: next.ok ? null : next.until };
}

function leftIn({ seconds, limit, keep, stamps, told }: BudgetWindow, marginMs: number) {
  const used = stamps.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, 0);
  const counted = Math.max(1, limit - keep) - used;
  const isTold = told !== null && told.remaining - TOLD_KEEP < counted;
  const [first] = stamps;
  const growsAt = first ? leavesAt({ seconds }, first, marginMs) : null;
  return {
    seconds,
    limit,
    left: Math.max(0, isTold ? told.remaining - TOLD_KEEP : counted),
    growsAt: isTold ? told.until : growsAt,
  };
}
