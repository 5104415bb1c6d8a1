// The outbox: accepts posts for good, brings each of them to Buffer once, and asks where it cannot tell.
import type { Failure } from '../buffer/errors.ts';
import type { NewPost } from '../buffer/types.ts';
import { acceptable, OPEN_MOST } from './accept.ts';
import { resumeAccount } from './accounts.ts';
import { classifyLook, toFailure } from './classify.ts';
import { drain, orphaned } from './drain.ts';
import { type Entry, type EntryState, RECEIPTS_KEPT_MS, type Submission } from './entry.ts';
import { createJournal, type Journal } from './journal.ts';
import { openLines } from './line.ts';
import type { OutboxPorts } from './ports.ts';
import { diagnose, noteRecovery, recoveryNote } from './recovery.ts';
import { spreadWord, type Workshop } from './send.ts';
import { createServerClock } from './server-clock.ts';
import { ClaimTaken } from './store.ts';
import { type OutboxSummary, RECEIPTS_SHOWN, summarise } from './summary.ts';

export type Choice = 'there' | 'again' | 'discard';

export type UndoResult = { ok: true; state: EntryState } | { ok: false; failure: Failure };

/** All methods reject only if the store does. Every one of them is safe to repeat. */
export interface Outbox {
  /** Resolves when the posts are durable; the same ids again change nothing. Rejects with `AcceptRefused` too. */
  accept(submissions: Submission[]): Promise<void>;
  /** To be called when a worker starts: finds what the last one left, forgets old receipts, shows the state. */
  recover(): Promise<void>;
  /** Does all that is due; `wakeAt` (ms since the epoch) is when to call it again, null for never. */
  drain(): Promise<{ wakeAt: number | null }>;
  /** Cancels, or wishes to while it is unknown whether Buffer has it; gives the state then, null if unknown. */
  cancel(id: string): Promise<EntryState | null>;
  /** Cancels what waits or needs the user, and nothing else; gives the state then, null if unknown. */
  withdraw(id: string): Promise<EntryState | null>;
  /** The user's answer for an entry that needs them; gives the state then, null if the id is unknown. */
  resolve(id: string, choice: Choice): Promise<EntryState | null>;
  /** Cancels what Buffer does not hold yet, and deletes in Buffer what it holds. */
  undo(id: string): Promise<UndoResult>;
  /** Somebody has signed in to this account: what was paused goes on with the next drain. */
  accountReady(accountId: string): Promise<void>;
  /** The post of an entry, to be written anew; null if the id is unknown. */
  post(id: string): Promise<NewPost | null>;
  /** Throws away a record that cannot be read. */
  discardUnreadable(id: string): Promise<void>;
  /** The person has seen what was lost. */
  dismissLost(): Promise<void>;
  summary(): Promise<OutboxSummary>;
  /** Learns the server's clock from an answer's `Date` header. */
  observe(date: string | null): Promise<void>;
}

export function createOutbox(ports: OutboxPorts): Outbox {
  const { store, now, lock } = ports;
  const journal = createJournal(ports);
  const clock = createServerClock(store, now, () => journal.recordAll(() => ({ type: 'clock-set' })));
  const workshop: Workshop = { ports, journal, clock };
  return {
    async accept(submissions) {
      await store.accept(acceptable(submissions, now()), OPEN_MOST);
      // It is durable, and the person waits for that word alone.
      void journal.publish();
    },
    recover: () => lock(() => recover(ports, journal)),
    drain: () =>
      lock(async () => {
        // What was accepted is shown first: that tells whether the database is still the one that was.
        await journal.shown();
        // The browser may have put an empty database in the place of a damaged one.
        if (journal.isBehind()) await recover(ports, journal);
        return drain(workshop);
      }),
    cancel: async (id) => stateOf(await journal.record(id, { type: 'cancel' })),
    withdraw: async (id) => stateOf(await journal.record(id, { type: 'withdraw' })),
    resolve: async (id, choice) => stateOf(await resolve(journal, id, choice)),
    undo: (id) => undo(workshop, id),
    async accountReady(accountId) {
      await resumeAccount(store, accountId);
      await journal.recordAll((entry) => (entry.accountId === accountId ? { type: 'signed-in' } : null));
    },
    post: async (id) => (await store.change(id, () => null))?.post ?? null,
    async discardUnreadable(id) {
      await store.discardUnreadable(id);
      await noteRecovery(store, (note) => ({
        ...note,
        unreadable: note.unreadable.filter((record) => record.id !== id),
      }));
      await journal.publish();
    },
    async dismissLost() {
      await noteRecovery(store, (note) => ({ ...note, lost: null }));
      await journal.publish();
    },
    async summary() {
      const { entries } = await store.recent(now() - RECEIPTS_KEPT_MS, RECEIPTS_SHOWN);
      return summarise(entries, await recoveryNote(store));
    },
    observe: clock.observe,
  };
}

async function recover({ store, now, shown }: OutboxPorts, journal: Journal): Promise<void> {
  const [snapshot, last] = [await store.load(), await shown()];
  let isSetBack = false;
  await noteRecovery(store, (before) => {
    const { isSetBack: is, ...note } = diagnose(snapshot, last, { before, now: now() });
    isSetBack = is;
    return note;
  });
  journal.startAnew();
  await journal.recordAll(isSetBack ? () => ({ type: 'set-back' }) : orphaned);
  await store.prune(now() - RECEIPTS_KEPT_MS);
  await journal.publish();
}

async function resolve(journal: Journal, id: string, choice: Choice): Promise<Entry | null> {
  if (choice !== 'there') return journal.record(id, { type: `resolve-${choice}` });
  try {
    return await journal.record(id, { type: 'resolve-there' }, ({ accountId, remoteId }) =>
      remoteId === null ? {} : { claim: { accountId, remoteId, entryId: id } },
    );
  } catch (error) {
    if (!(error instanceof ClaimTaken)) throw error;
    return journal.record(id, { type: 'resolve-there', unnamed: true });
  }
}

async function undo(workshop: Workshop, id: string): Promise<UndoResult> {
  const { ports, journal } = workshop;
  const entry = await journal.record(id, { type: 'cancel' });
  if (entry?.state !== 'confirmed') {
    return entry ? { ok: true, state: entry.state } : failed({ kind: 'not-found', message: null });
  }
  const line = (await openLines(ports))(entry.accountId);
  if (!line) return failed({ kind: 'unauthorized', message: null });
  if (entry.remoteId === null) return failed({ kind: 'not-found', message: null });
  const reservation = await ports.budget.reserve('post', line);
  if (!reservation.ok) return failed({ kind: 'rate-limited', message: null, retryAt: reservation.until });
  try {
    await line.backend.delete(entry.remoteId);
  } catch (error) {
    const failure = toFailure(error);
    await spreadWord(workshop, line, classifyLook(failure, ports.now()));
    return failed(failure);
  }
  await journal.record(id, { type: 'deleted' });
  return { ok: true, state: 'cancelled' };
}

function failed(failure: Failure): UndoResult {
  return { ok: false, failure };
}

function stateOf(entry: Entry | null): EntryState | null {
  return entry?.state ?? null;
}
