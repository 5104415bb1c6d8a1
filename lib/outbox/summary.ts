// The projection that user interfaces watch; they never read the database.
import type { Failure } from '../buffer/errors.ts';
import type { ShareMode } from '../buffer/types.ts';
import { type Entry, type EntryState, type Found, isSettled, type Reason } from './entry.ts';
import type { Lost, RecoveryNote, UnreadableView } from './recovery.ts';

export interface EntryView {
  id: string;
  groupId: string;
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

export interface OutboxSummary {
  /** Entries that Buffer does not hold yet: waiting, sending, checking. */
  onTheirWay: number;
  /** Entries that need the person, unreadable and lost ones included. */
  needsYou: number;
  /** Newest first; settled ones only while they are recent enough to be undone. */
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
/** How long and how many receipts are shown; older ones are kept, but nobody looks for them here. */
export const RECEIPTS_SHOWN_MS = 24 * 3_600_000;
const RECEIPTS_SHOWN = 50;

/** What user interfaces are shown of the outbox at `now` (ms since the epoch). */
export function summarise(entries: Entry[], { unreadable, lost }: RecoveryNote, now: number): OutboxSummary {
  const newestFirst = entries.toSorted((a, b) => b.seq - a.seq);
  const receipts = newestFirst.filter(
    ({ settledAt }) => settledAt !== null && now - settledAt <= RECEIPTS_SHOWN_MS,
  );
  const shown = new Set(receipts.slice(0, RECEIPTS_SHOWN));
  return {
    onTheirWay: entries.filter(isOnItsWay).length,
    needsYou:
      entries.filter(({ state }) => state === 'needs-you').length + unreadable.length + (lost?.count ?? 0),
    entries: newestFirst.filter((entry) => !isSettled(entry) || shown.has(entry)).map(view),
    unreadable,
    lost,
  };
}

/** True for what Buffer does not hold yet and will without anybody's doing. */
function isOnItsWay({ state }: Entry): boolean {
  return state === 'waiting' || state === 'sending' || state === 'checking';
}

function view(entry: Entry): EntryView {
  const { id, groupId, post, state, acceptedAt, nextAt, dueAt, remoteId, found, lastError } = entry;
  return {
    id,
    groupId,
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
