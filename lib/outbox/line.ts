// The line to Buffer that an account has at the moment, if it has one.
import type { Signed } from '../buffer/backend.ts';
import { accountNotes, type SwitchedOff } from './accounts.ts';
import type { OutboxPorts } from './ports.ts';
import { offOf } from './switched-off.ts';

export interface Line extends Signed {
  /** How often somebody had signed in to the account when the line was taken. */
  signIns: number;
  /** What was known then of whether its API is switched off. */
  off: SwitchedOff;
}

export type Lines = (accountId: string) => Line | null;

/** Gives an account's line, or null while somebody else or nobody is signed in, or Buffer refuses its token. */
export async function openLines({ store, current }: OutboxPorts): Promise<Lines> {
  const [noteOf, signed] = await Promise.all([accountNotes(store), current()]);
  return (accountId) => {
    const note = noteOf(accountId);
    if (note.paused || signed?.accountId !== accountId) return null;
    return { ...signed, signIns: note.signIns, off: offOf(note, signed.api) };
  };
}
