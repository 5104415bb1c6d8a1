// The projection that user interfaces watch; they never read the database.
import type { Failure } from '../buffer/errors.ts';
import type { ShareMode } from '../buffer/types.ts';
import type { Entry, EntryState, Found, Reason } from './entry.ts';

export interface EntryView {
  id: string;
  groupId: string;
  accountId: string;
  channelId: string;
  network: string;
  /** The first 200 characters of the text. */
  text: string;
  mode: ShareMode;
  state: EntryState;
  reason: Reason;
  acceptedAt: number;
  nextAt: number | null;
  dueAt: number | null;
  remoteId: string | null;
  /** What Buffer holds that may be it, when that is why it needs the person. */
  found: Found | null;
  error: Failure | null;
}

/** A stored record that this version cannot read, as far as it can be shown. */
export interface UnreadableView {
  id: string;
  text: string | null;
}

/** What was on its way when the browser lost the database. */
export interface Lost {
  /** When it was noticed, ms since the epoch. */
  at: number;
  /** How many; at least as many as `entries`, which holds what is still known of them. */
  count: number;
  entries: EntryView[];
}

/** Kept in the store until the person has seen it. */
export interface RecoveryNote {
  unreadable: UnreadableView[];
  lost: Lost | null;
}

export interface OutboxSummary {
  /** Entries that Buffer does not hold yet: waiting, sending, checking. */
  onTheirWay: number;
  /** Entries that need the person, unreadable and lost ones included. */
  needsYou: number;
  /** Newest first; of those that are settled the latest fifty. */
  entries: EntryView[];
  /** Stored records that this version cannot read: kept, never sent. */
  unreadable: UnreadableView[];
  lost: Lost | null;
}

export const EMPTY_SUMMARY: OutboxSummary = {
  onTheirWay: 0,
  needsYou: 0,
  entries: [],
  unreadable: [],
  lost: null,
};

const TEXT_SHOWN = 200;
const HALF_A_CHARACTER = /[\uD800-\uDBFF]$/;
/** So many receipts are shown; older ones are kept, but nobody looks for them here. */
export const RECEIPTS_SHOWN = 50;

/** What was accepted so long (ms) before a list was read stands in it, or was taken out of it in Buffer. */
const LONG_MS = 10 * 60_000;

/** Whether a list of Buffer's queue, as it was read at `fetchedAt` (ms), lacks a post from here that waits there. */
export function isMissedBy(
  { posts, fetchedAt }: { posts: readonly { id: string }[]; fetchedAt: number },
  { state, mode, acceptedAt, remoteId }: EntryView,
): boolean {
  return (
    state === 'confirmed' &&
    mode !== 'now' &&
    mode !== 'draft' &&
    acceptedAt > fetchedAt - LONG_MS &&
    remoteId !== null &&
    !posts.some(({ id }) => id === remoteId)
  );
}

/** Posts that are on their way to Buffer's queue, or have come there after a list of it was read. */
export function joining(
  entries: EntryView[],
  list: { posts: readonly { id: string }[]; fetchedAt: number },
): EntryView[] {
  return entries.filter((entry) => isOnItsWay(entry) || (isMissedBy(list, entry) && entry.dueAt !== null));
}

/** What user interfaces are shown: of these entries, and of what a starting worker has noted. */
export function summarise(entries: Entry[], { unreadable, lost }: RecoveryNote): OutboxSummary {
  const inNeed = entries.filter(({ state }) => state === 'needs-you').length;
  return {
    onTheirWay: entries.filter(isOnItsWay).length,
    needsYou: inNeed + unreadable.length + (lost?.count ?? 0),
    entries: entries.toSorted((a, b) => b.seq - a.seq).map(view),
    unreadable,
    lost,
  };
}

/** True for what Buffer does not hold yet and will without anybody's doing. */
export function isOnItsWay({ state }: Pick<Entry, 'state'>): boolean {
  return state === 'waiting' || state === 'sending' || state === 'checking';
}

/** An entry as user interfaces are shown it. */
export function view(entry: Entry): EntryView {
  const { id, groupId, accountId, post, state, acceptedAt, nextAt, dueAt, remoteId, found, lastError } =
    entry;
  return {
    id,
    groupId,
    accountId,
    channelId: post.channel.id,
    network: post.channel.network,
    text: post.text.slice(0, TEXT_SHOWN).replace(HALF_A_CHARACTER, ''),
    mode: post.mode,
    state,
    reason: entry.cancelWished && state !== 'needs-you' ? 'cancel-wished' : entry.reason,
    acceptedAt,
    nextAt,
    dueAt,
    remoteId,
    found,
    error: lastError,
  };
}
