// The projection that user interfaces watch; they never read the database.
import type { Failure } from '../buffer/errors.ts';
import type { ShareMode } from '../buffer/types.ts';
import type { EntryState, Reason } from './entry.ts';

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
  error: Failure | null;
}

export interface OutboxSummary {
  /** Entries that Buffer does not hold yet: waiting, sending, checking. */
  onTheirWay: number;
  needsYou: number;
  /** Newest first; settled ones only while they are recent enough to be undone. */
  entries: EntryView[];
}
