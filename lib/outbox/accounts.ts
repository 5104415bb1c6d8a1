// Which accounts are paused because Buffer refused their token: no call is made until somebody signs in again.
import type { OutboxStore } from './store.ts';

const KEY = 'accounts';

interface Note {
  paused: boolean;
  /** Counts sign-ins, so that a late refusal of an old token cannot pause the new one. */
  signIns: number;
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
  return revise(store, accountId, (note) => (note.signIns === signIns ? { ...note, paused: true } : note));
}

export function resumeAccount(store: OutboxStore, accountId: string): Promise<void> {
  return revise(store, accountId, (note) => ({ paused: false, signIns: note.signIns + 1 }));
}

function revise(store: OutboxStore, accountId: string, step: (note: Note) => Note): Promise<void> {
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
