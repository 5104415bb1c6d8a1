// Writes what happens to entries, one transaction an event, and shows the result to whoever watches.
import { advance } from './advance.ts';
import { type Entry, isSettled, RECEIPTS_KEPT_MS } from './entry.ts';
import type { Event } from './event.ts';
import type { OutboxPorts } from './ports.ts';
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
}

export function createJournal(ports: OutboxPorts): Journal {
  const { store, now } = ports;
  // One after another, or an older picture could be shown last.
  let last: Promise<void> = Promise.resolve();
  const publish = () => {
    last = last
      .then(() => show(ports))
      .catch(() => {
        // The commit stands whether or not it could be shown, and the next change shows everything again.
      });
    return last;
  };
  return {
    publish,
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

async function show({ store, now, show }: OutboxPorts): Promise<void> {
  const [{ entries, generation }, note] = await Promise.all([
    store.recent(now() - RECEIPTS_KEPT_MS, RECEIPTS_SHOWN),
    recoveryNote(store),
  ]);
  const count = entries.filter((entry) => !isSettled(entry)).length;
  await show({ summary: summarise(entries, note), mirror: { generation, count } });
}
