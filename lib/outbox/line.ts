// The line to Buffer that an account has at the moment, if it has one.
import type { BufferBackend } from '../buffer/backend.ts';
import { accountNotes } from './accounts.ts';
import type { OutboxPorts } from './ports.ts';

export interface Line {
  accountId: string;
  backend: BufferBackend;
  /** How often somebody had signed in to the account when the line was taken. */
  signIns: number;
}

export type Lines = (accountId: string) => Line | null;

/** Gives an account's line, or null while somebody else or nobody is signed in, or Buffer refuses its token. */
export async function openLines({ store, current }: OutboxPorts): Promise<Lines> {
  const [noteOf, signed] = await Promise.all([accountNotes(store), current()]);
  return (accountId) => {
    const { paused, signIns } = noteOf(accountId);
    if (paused || signed?.accountId !== accountId) return null;
    return { accountId, backend: signed.backend, signIns };
  };
}
