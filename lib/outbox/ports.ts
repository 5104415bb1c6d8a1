// What the outbox is given by whoever composes it: it knows no clock, no network and no browser of its own.
import type { Caller, Signed } from '../buffer/backend.ts';
import type { Purpose } from '../buffer/budget.ts';
import type { OutboxStore } from './store.ts';
import type { OutboxSummary } from './summary.ts';

export type Reservation = { ok: true } | { ok: false; until: number };

/** The rate budget: a call may leave only after `reserve` said so and its answer is durable. */
export interface BudgetPort {
  reserve(purpose: Purpose, caller: Caller): Promise<Reservation>;
  /** Buffer said 429: nothing of this caller leaves before `until`. */
  close(until: number, caller: Caller): Promise<void>;
}

/** Kept outside of the database, so that an emptied one can be told from an empty one. */
export interface Mirror {
  /** The store's, when it was last shown. */
  generation: number;
  /** How many entries were not settled. */
  count: number;
}

/** What was last shown, and stored by whoever shows it. */
export interface Shown {
  summary: OutboxSummary;
  mirror: Mirror;
}

export interface OutboxPorts {
  store: OutboxStore;
  /** Who is signed in now, and the back-end that speaks for them; null for nobody. */
  current(): Promise<Signed | null>;
  budget: BudgetPort;
  /** Milliseconds since the epoch by this device's clock. */
  now(): number;
  /** A number from 0 up to but not including 1. */
  random(): number;
  /** False only if it is certain that no request can leave. */
  online(): boolean;
  /** Runs the work while nobody else (in any context of this browser) runs under the same lock. */
  lock<T>(work: () => Promise<T>): Promise<T>;
  /** Called after every committed change, one after another; the outbox awaits it. */
  show(shown: Shown): Promise<void>;
  /** What `show` was last given, by this worker or an earlier one. */
  shown(): Promise<Shown>;
}
