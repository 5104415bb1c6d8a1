// The port through which the outbox keeps everything that must survive the worker, the browser and a crash.
import type { Entry } from './entry.ts';

/** One create that left, or was about to: written before the call, completed with its outcome. */
export interface Attempt {
  entryId: string;
  /** 1 for the first create of an entry. */
  n: number;
  /** Milliseconds since the epoch by this device's clock. */
  sentAt: number;
  /** Server clock minus device clock in milliseconds as known then; null if no answer had been seen yet. */
  offset: number | null;
  /** The type of the event that ended it; null while unknown, and for ever if the worker died. */
  outcome: string | null;
}

/** A post in Buffer that is known to be one entry's, so that no other entry may take it for its own. */
export interface Claim {
  accountId: string;
  remoteId: string;
  entryId: string;
}

/** What one transaction writes: the entry, and what belongs to the same moment. */
export interface Change {
  entry: Entry;
  attempt?: Attempt;
  claim?: Claim;
}

/** A stored record that this version cannot read; it stays stored as it is. */
export interface Unreadable {
  id: string;
  raw: unknown;
}

export interface Snapshot {
  /** Oldest accepted first. */
  entries: Entry[];
  unreadable: Unreadable[];
  /** Grows by one with every committed change of entries; 0 for a database that never held any. */
  generation: number;
}

/** Where a named value is kept: the rate windows, or the outbox's own notes. */
export type Shelf = 'budget' | 'meta';

/** Thrown when posts are too many, or too long, to be kept; nothing was written. */
export class AcceptRefused extends Error {
  readonly reason: 'too-many' | 'too-long';

  constructor(reason: 'too-many' | 'too-long') {
    super(`The outbox does not take this: ${reason}`);
    this.name = 'AcceptRefused';
    this.reason = reason;
  }
}

/** Thrown by `change` when the claim's post is another entry's already; nothing was written. */
export class ClaimTaken extends Error {
  constructor(claim: Claim) {
    super(`The post ${claim.remoteId} is claimed by another entry than ${claim.entryId}`);
    this.name = 'ClaimTaken';
  }
}

/**
 * Every method is one transaction: it resolves after a strict commit, or rejects and has changed nothing.
 * Steps given to it run inside the transaction, so they must be synchronous and pure.
 */
export interface OutboxStore {
  /**
   * Stores entries whose id is not known yet, numbering them in the given order; known ids stay untouched. All or
   * none: rejects with `AcceptRefused` if more than `most` would then be unsettled.
   */
  accept(fresh: Omit<Entry, 'seq'>[], most: number): Promise<void>;
  /** Every entry that is still stored, receipts included. */
  load(): Promise<Snapshot>;
  /** The entries that are not settled, and of those settled at or after a moment (ms) the latest `most`. */
  recent(settledSince: number, most?: number): Promise<Snapshot>;
  /**
   * Reads an entry, lets the step decide, writes what it gives. A step that gives null writes nothing.
   * Gives the entry as it is stored afterwards, null if there is none. Rejects with `ClaimTaken`.
   */
  change(id: string, step: (entry: Entry) => Change | null): Promise<Entry | null>;
  /** The same for all unsettled entries in one transaction; gives how many the step altered (by identity). */
  changeOpen(step: (entry: Entry) => Entry): Promise<number>;
  /** The attempts of these entries, by entry and number. */
  attempts(entryIds: string[]): Promise<Attempt[]>;
  /** Which of these posts are claimed within an account. */
  claimed(accountId: string, remoteIds: string[]): Promise<Set<string>>;
  /** Reads a value (undefined if there is none), writes what the step gives, and passes on its result. */
  changeValue<R>(shelf: Shelf, key: string, step: (value: unknown) => Revised<R>): Promise<R>;
  /** Reads a value without writing. */
  value(shelf: Shelf, key: string): Promise<unknown>;
  /** Forgets a record that cannot be read; one that can stays. */
  discardUnreadable(id: string): Promise<void>;
  /** Forgets entries that settled before a moment (ms), with their attempts and claims; gives how many. */
  prune(settledBefore: number): Promise<number>;
}

/** What a step makes of a value; without `value` nothing is written. The value must be plain JSON. */
export interface Revised<R> {
  value?: unknown;
  result: R;
}
