// Writes what happens to entries, one transaction an event, and shows the result to whoever watches.
import { advance } from './advance.ts';
import { type Entry, isSettled, RECEIPTS_KEPT_MS } from './entry.ts';
import type { Event } from './event.ts';
import type { OutboxPorts, Shown } from './ports.ts';
import { recoveryNote } from './recovery.ts';
import type { Change } from './store.ts';
import { RECEIPTS_SHOWN, summarise } from './summary.ts';

/** What belongs to the same transaction as an entry's step; called only if the event changed the entry. */
export type Note = (after: Entry) => Omit<Change, 'entry'>;

export interface Journal {
  /** Applies an event; gives the entry as it is stored then, null if there is none. */
  record(id: string, event: Event, note?: Note): Promise<Entry | null>;
  /** Applies to every unsettled entry the event chosen for it (null: none), all in one transaction. */
  recordAll(eventFor: (entry: Entry) => Event | null): Promise<void>;
  /** Shows the present state. */
  publish(): Promise<void>;
  /** Resolves once all that was published is shown. */
  shown(): Promise<void>;
  /** Whether the database has become older than what this worker has shown of it; it is then shown no more. */
  isBehind(): boolean;
  /** From now on the database is shown as it is, however old. */
  startAnew(): void;
}

export function createJournal(ports: OutboxPorts): Journal {
  const { store, now } = ports;
  // One after another, or an older picture could be shown last.
  let last: Promise<void> = Promise.resolve();
  let shownGeneration = 0;
  let isBehind = false;
  const show = async () => {
    const picture = await look(ports);
    // What was shown last is all that is left of what was in it: recovery needs that, and must come first.
    isBehind = picture.mirror.generation < shownGeneration;
    if (isBehind) return;
    shownGeneration = picture.mirror.generation;
    await ports.show(picture);
  };
  const publish = () => {
    last = last.then(show).catch(() => {
      // The commit stands whether or not it could be shown, and the next change shows everything again.
    });
    return last;
  };
  return {
    publish,
    shown: () => last,
    isBehind: () => isBehind,
    startAnew() {
      shownGeneration = 0;
      isBehind = false;
    },
    async record(id, event, note) {
      let changed = false;
      const entry = await store.change(id, (before) => {
        const after = advance(before, event, now());
        changed = after !== before;
        return changed ? { entry: after, ...note?.(after) } : null;
      });
      if (changed) await publish();
      return entry;
    },
    async recordAll(eventFor) {
      const changed = await store.changeOpen((entry) => {
        const event = eventFor(entry);
        return event ? advance(entry, event, now()) : entry;
      });
      if (changed > 0) await publish();
    },
  };
}

async function look({ store, now }: OutboxPorts): Promise<Shown> {
  const [{ entries, generation }, note] = await Promise.all([
    store.recent(now() - RECEIPTS_KEPT_MS, RECEIPTS_SHOWN),
    recoveryNote(store),
  ]);
  const count = entries.filter((entry) => !isSettled(entry)).length;
  return { summary: summarise(entries, note), mirror: { generation, count } };
}
