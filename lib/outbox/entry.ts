// One entry = one post on its way to one channel (design: outbox). All times are milliseconds since the epoch.
import type { Failure } from '../buffer/errors.ts';
import type { NewPost } from '../buffer/types.ts';

/** The version of the stored shape; a change of shape raises it and adds a migration. */
export const ENTRY_VERSION = 2;

export type EntryState = 'waiting' | 'sending' | 'checking' | 'confirmed' | 'needs-you' | 'cancelled';

/** Why an entry is where it is: a closed list; each word is a key of the locale files. */
export const REASONS = [
  'accepted',
  'offline',
  'signed-out',
  'rate-limited',
  'daily-limit',
  'retired',
  'dropped',
  'not-found-there',
  'queue-full',
  'invalid',
  'forbidden',
  'duplicate',
  'near-match',
  'unclear',
  'too-old',
  'cancel-wished',
] as const;

export type Reason = (typeof REASONS)[number];

/** How long a receipt, a settled entry, is kept, in ms. */
export const RECEIPTS_KEPT_MS = 7 * 24 * 3_600_000;

/** A post in Buffer that may be an entry's: what the person compares. */
export interface Found {
  text: string | null;
  link: string | null;
}

export interface Entry {
  version: number;
  /** Minted by the composer, so that accepting the same submit twice is one accept. */
  id: string;
  /** One submit to several channels is one group of entries. */
  groupId: string;
  accountId: string;
  /** Order of acceptance within this browser; older first. */
  seq: number;
  post: NewPost;
  state: EntryState;
  reason: Reason;
  acceptedAt: number;
  /** How many creates have left for it. */
  attempts: number;
  /** When the first and the last create left, by the server's clock; null before. */
  firstSentAt: number | null;
  lastSentAt: number | null;
  /** How many looks came back without it since the last attempt. */
  looks: number;
  /** How many calls in a row failed for it since the last useful answer; drives the backoff. */
  failures: number;
  /** When it should be looked at next (send, or look); null when nothing is planned. */
  nextAt: number | null;
  /** The user wants it gone while it cannot be told whether Buffer has it. */
  cancelWished: boolean;
  /** The post in Buffer that is the entry's; while it needs the person, the one that may be. */
  remoteId: string | null;
  /** What Buffer holds that may be it, for the person to compare; null if nothing is known. */
  found: Found | null;
  /** What Buffer said of its due time, once confirmed. */
  dueAt: number | null;
  settledAt: number | null;
  lastError: Failure | null;
}

/** What a composer hands over: everything else of an entry is the outbox's to fill. */
export interface Submission {
  id: string;
  groupId: string;
  accountId: string;
  post: NewPost;
}

/** Settled entries are done: confirmed or cancelled, kept for a while as receipts. */
export function isSettled(entry: Entry): boolean {
  return entry.settledAt !== null;
}

/** The entry that a submission becomes when it is accepted at `now` (ms); its number is the store's to give. */
export function accepted(submission: Submission, now: number): Omit<Entry, 'seq'> {
  return {
    ...submission,
    version: ENTRY_VERSION,
    state: 'waiting',
    reason: 'accepted',
    acceptedAt: now,
    attempts: 0,
    firstSentAt: null,
    lastSentAt: null,
    looks: 0,
    failures: 0,
    nextAt: now,
    cancelWished: false,
    remoteId: null,
    found: null,
    dueAt: null,
    settledAt: null,
    lastError: null,
  };
}
