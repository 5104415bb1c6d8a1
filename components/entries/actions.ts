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

export function actionsOf(entry: EntryView, standing: Standing): Action[] {
  switch (entry.state) {
    case 'waiting':
      return standing === 'signed-in' ? ['cancel', 'edit'] : ['sign-in', 'cancel', 'edit'];
    case 'sending':
    case 'checking':
      return entry.reason === 'cancel-wished' ? [] : ['cancel'];
    case 'confirmed':
      return fromBuffer(entry, standing);
    case 'needs-you':
      return fromTrouble(entry);
    case 'cancelled':
      return ['rewrite'];
  }
}

/** A post that was published cannot be taken back, and one whose name is not known cannot be asked for. */
function fromBuffer({ mode, reason, remoteId }: EntryView, standing: Standing): Action[] {
  if (standing !== 'signed-in' || remoteId === null || mode === 'now') return [];
  return [reason === 'cancel-wished' ? 'delete' : 'undo'];
}

function fromTrouble({ reason }: EntryView): Action[] {
  if (MAYBE_THERE.includes(reason)) return ['there', 'again', 'edit', 'discard'];
  return reason === 'invalid' ? ['edit', 'again', 'discard'] : ['again', 'edit', 'discard'];
}
