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

/** Gives an account's line, or null while it is signed out or Buffer refuses its token. */
export async function openLines({ store, backendFor }: OutboxPorts): Promise<Lines> {
  const noteOf = await accountNotes(store);
  return (accountId) => {
    const { paused, signIns } = noteOf(accountId);
    const backend = paused ? null : backendFor(accountId);
    return backend && { accountId, backend, signIns };
  };
}
