// What is noted of accounts: whose token Buffer has refused, and through which API nobody answers at the moment.
import type { Api } from '../buffer/backend.ts';
import type { OutboxStore } from './store.ts';

const KEY = 'accounts';

export interface SwitchedOff {
  /** How many tries in a row found it switched off; 0 for an API that answers. */
  tries: number;
  /** When to try next, in ms since the epoch. */
  until: number;
}

export interface Note {
  /** Buffer refused the token: no call is made until somebody signs in again. */
  paused: boolean;
  /** Counts sign-ins, so that a late refusal of an old token cannot pause the new one. */
  signIns: number;
  /** The APIs that were found switched off when they were last asked. */
  off?: Partial<Record<Api, SwitchedOff>>;
}

type Notes = Record<string, Note>;

/** What is noted of an account. */
export async function accountNotes(store: OutboxStore): Promise<(accountId: string) => Note> {
  const notes = asNotes(await store.value('meta', KEY));
  return (accountId) => noteOf(notes, accountId);
}

/**
 * Durable when it resolves, so that a crash right after a 401 cannot lead to another call. Does nothing if
 * somebody has signed in since `signIns` was read.
 */
export function pauseAccount(store: OutboxStore, accountId: string, signIns: number): Promise<void> {
  return reviseNote(store, accountId, (note) =>
    note.signIns === signIns ? { ...note, paused: true } : note,
  );
}

export function resumeAccount(store: OutboxStore, accountId: string): Promise<void> {
  return reviseNote(store, accountId, (note) => ({ ...note, paused: false, signIns: note.signIns + 1 }));
}

/** Durable when it resolves. */
export function reviseNote(store: OutboxStore, accountId: string, step: (note: Note) => Note): Promise<void> {
  return store.changeValue('meta', KEY, (value) => {
    const notes = asNotes(value);
    return { value: { ...notes, [accountId]: step(noteOf(notes, accountId)) }, result: undefined };
  });
}

function noteOf(notes: Notes, accountId: string): Note {
  return notes[accountId] ?? { paused: false, signIns: 0 };
}

function asNotes(value: unknown): Notes {
  return (value ?? {}) as Notes;
}
