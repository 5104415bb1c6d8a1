// What a starting worker finds wrong: a database that is older than what was shown of it, and unreadable records.
import { type Entry, isSettled } from './entry.ts';
import type { Shown } from './ports.ts';
import type { OutboxStore, Snapshot, Unreadable } from './store.ts';
import type { Lost, RecoveryNote, UnreadableView } from './summary.ts';

const KEY = 'recovery';
const TEXT_SHOWN = 2000;

/** What is wrong with a snapshot, given what an earlier worker has shown; `before` is what was noted already. */
export function diagnose(
  snapshot: Snapshot,
  shown: Shown,
  { before, now }: { before: RecoveryNote; now: number },
): RecoveryNote & { isSetBack: boolean } {
  const isSetBack = snapshot.generation < shown.mirror.generation;
  return {
    isSetBack,
    unreadable: snapshot.unreadable.map(unreadableView),
    lost: isSetBack ? joined(before.lost, missing(snapshot, shown), now) : before.lost,
  };
}

/** What is noted. */
export async function recoveryNote(store: Pick<OutboxStore, 'value'>): Promise<RecoveryNote> {
  return asNote(await store.value('meta', KEY));
}

export function noteRecovery(store: OutboxStore, step: (note: RecoveryNote) => RecoveryNote): Promise<void> {
  return store.changeValue('meta', KEY, (value) => ({ value: step(asNote(value)), result: undefined }));
}

/** Entries that were shown as on their way and are in the database no more. */
function missing({ entries }: Snapshot, { summary, mirror }: Shown): Omit<Lost, 'at'> {
  const held = new Set(entries.map(({ id }) => id));
  const gone = summary.entries.filter(({ id, state }) => !held.has(id) && isOpen(state));
  const open = entries.filter((entry) => !isSettled(entry)).length;
  return { count: Math.max(gone.length, mirror.count - open), entries: gone };
}

function isOpen(state: Entry['state']): boolean {
  return state !== 'confirmed' && state !== 'cancelled';
}

/** A worker that died before it could show the loss finds it again: what is known already is not counted twice. */
function joined(before: Lost | null, found: Omit<Lost, 'at'>, now: number): Lost | null {
  if (found.count === 0) return before;
  if (!before) return { at: now, ...found };
  const known = new Set(before.entries.map(({ id }) => id));
  const fresh = found.entries.filter(({ id }) => !known.has(id));
  return {
    ...before,
    count: Math.max(before.count + fresh.length, found.count),
    entries: [...before.entries, ...fresh],
  };
}

function unreadableView({ id, raw }: Unreadable): UnreadableView {
  const text = (raw as { post?: { text?: unknown } } | null)?.post?.text;
  return { id, text: typeof text === 'string' ? text.slice(0, TEXT_SHOWN) : null };
}

function asNote(value: unknown): RecoveryNote {
  return (value ?? { unreadable: [], lost: null }) as RecoveryNote;
}
