// The memory store with a record of its writes, so that the disk of any moment can be had again after a crash.
import type { Entry } from '../../lib/outbox/entry.ts';
import { createMemoryStore } from '../../lib/outbox/store.memory.ts';
import type { Change, OutboxStore, Shelf } from '../../lib/outbox/store.ts';

/** One committed transaction, ready to be made again on another store. */
type Write = (store: OutboxStore) => Promise<unknown>;

export interface Disk {
  store: OutboxStore;
  writes: Write[];
}

/** A disk with the given writes; `point` is told before and after each transaction and each read. */
export async function diskOf(writes: Write[], point: (where: string) => void): Promise<Disk> {
  const memory = createMemoryStore();
  for (const write of writes) await write(memory);
  const disk: Disk = { store: memory, writes: [...writes] };
  disk.store = told(recorded(memory, disk.writes), point);
  return disk;
}

function told(store: OutboxStore, point: (where: string) => void): OutboxStore {
  const wrapped = Object.entries(store).map(([name, method]) => [
    name,
    async (...args: unknown[]) => {
      point(`before ${name}`);
      const result = await method(...args);
      point(`after ${name}`);
      return result;
    },
  ]);
  return Object.fromEntries(wrapped) as OutboxStore;
}

function recorded(memory: OutboxStore, writes: Write[]): OutboxStore {
  return {
    ...memory,
    async accept(fresh, most) {
      await memory.accept(fresh, most);
      writes.push((store) => store.accept(fresh, most));
    },
    async change(id, step) {
      let made: Change | null = null;
      const entry = await memory.change(id, (before) => {
        made = step(before);
        return made;
      });
      // A change that was refused has thrown before this, and is not on the disk.
      if (made) writes.push((store) => store.change(id, () => made));
      return entry;
    },
    async changeOpen(step) {
      const changed = new Map<string, Entry>();
      const count = await memory.changeOpen((before) => {
        const after = step(before);
        if (after !== before) changed.set(after.id, after);
        return after;
      });
      if (count > 0) writes.push((store) => store.changeOpen((entry) => changed.get(entry.id) ?? entry));
      return count;
    },
    changeValue: (shelf: Shelf, key, step) =>
      memory.changeValue(shelf, key, (value) => {
        const revised = step(value);
        if (revised.value !== undefined) {
          writes.push((store) => store.changeValue(shelf, key, () => ({ ...revised, result: undefined })));
        }
        return revised;
      }),
    async prune(before) {
      const count = await memory.prune(before);
      if (count > 0) writes.push((store) => store.prune(before));
      return count;
    },
  };
}
