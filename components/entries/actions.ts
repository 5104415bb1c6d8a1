// What a person can do about an entry, for each state and reason; the first is the one that is most likely right.
import type { EntryView } from '@/lib/outbox/summary.ts';

export type Action =
  | 'sign-in'
  | 'cancel'
  | 'undo'
  | 'delete'
  | 'there'
  | 'again'
  | 'edit'
  | 'rewrite'
  | 'discard';

/** How this browser stands to an account: signed in to it, to another one, or to none. */
export type Standing = 'signed-in' | 'other' | 'signed-out';

/** What "It's there" makes sense for: Buffer may hold the post. */
const MAYBE_THERE: readonly EntryView['reason'][] = ['near-match', 'unclear', 'duplicate'];

/** `now` in ms. */
export function actionsOf(entry: EntryView, standing: Standing, now: number): Action[] {
  switch (entry.state) {
    case 'waiting':
      return standing === 'signed-in' ? ['cancel', 'edit'] : ['sign-in', 'cancel', 'edit'];
    case 'sending':
    case 'checking':
      return entry.reason === 'cancel-wished' ? [] : ['cancel'];
    case 'confirmed':
      return isPublished(entry, now) ? [] : fromBuffer(entry, standing);
    case 'needs-you':
      return fromTrouble(entry);
    case 'cancelled':
      return ['rewrite'];
  }
}

/** Then it cannot be taken back any more. */
function isPublished({ mode, dueAt }: EntryView, now: number): boolean {
  return mode === 'now' || (mode !== 'draft' && dueAt !== null && dueAt <= now);
}

/** A post whose name is not known cannot be asked for. */
function fromBuffer({ reason, remoteId }: EntryView, standing: Standing): Action[] {
  if (standing !== 'signed-in' || remoteId === null) return [];
  return [reason === 'cancel-wished' ? 'delete' : 'undo'];
}

function fromTrouble({ reason }: EntryView): Action[] {
  if (MAYBE_THERE.includes(reason)) return ['there', 'again', 'edit', 'discard'];
  return reason === 'invalid' ? ['edit', 'again', 'discard'] : ['again', 'edit', 'discard'];
}
