// What the outbox is given by whoever composes it: it knows no clock, no network and no browser of its own.
import type { BufferBackend } from '../buffer/backend.ts';
import type { Purpose } from '../buffer/budget.ts';
import type { OutboxStore } from './store.ts';
import type { OutboxSummary } from './summary.ts';

export type Reservation = { ok: true } | { ok: false; until: number };

/** The rate budget: a call may leave only after `reserve` said so and its answer is durable. */
export interface BudgetPort {
  reserve(purpose: Purpose, accountId: string): Promise<Reservation>;
  /** Buffer said 429: nothing of this account leaves before `until`. */
  close(until: number, accountId: string): Promise<void>;
}

export interface OutboxPorts {
  store: OutboxStore;
  /** The back-end that speaks for this very account, or null while it is signed out. */
  backendFor(accountId: string): BufferBackend | null;
  budget: BudgetPort;
  /** Milliseconds since the epoch by this device's clock. */
  now(): number;
  /** A number from 0 up to but not including 1. */
  random(): number;
  /** False only if it is certain that no request can leave. */
  online(): boolean;
  /** Runs the work while nobody else (in any context of this browser) runs under the same lock. */
  lock<T>(work: () => Promise<T>): Promise<T>;
  /** Called after every committed change, in order; the outbox awaits it. */
  onChange(summary: OutboxSummary): void | Promise<void>;
  /** Called beside `onChange`, for the small mirror that tells an emptied database from an empty outbox. */
  onCommit?(count: number, generation: number): void | Promise<void>;
}
