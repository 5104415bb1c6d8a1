// Where it is kept what was queued and seen: a database, as every page is sent what changes in extension storage.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Marks } from '../duplicates/marks.ts';
import { merged, type Seen, type SeenKey } from '../duplicates/seen.ts';

const KEPT_MS = 90 * 24 * 3_600_000;
const MOST = 2000;

interface Schema extends DBSchema {
  seen: {
    key: SeenKey;
    value: Seen;
    indexes: { links: string; words: string; state: [accountId: string, state: string]; seenAt: number };
  };
}

async function withDatabase<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const database = await openDB<Schema>('seen', 1, {
    upgrade(fresh) {
      const seen = fresh.createObjectStore('seen', { keyPath: ['accountId', 'id'] });
      seen.createIndex('links', 'links', { multiEntry: true });
      seen.createIndex('words', 'words');
      seen.createIndex('state', ['accountId', 'state']);
      seen.createIndex('seenAt', 'seenAt');
    },
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/** Keeps what is new of these posts, forgets others, and what is older than 90 days or beyond 2,000 posts. */
export function keepSeen(fresh: Seen[], gone: SeenKey[], now: number): Promise<void> {
  return withDatabase(async (database) => {
    const { store, done } = database.transaction('seen', 'readwrite');
    for (const key of gone) await store.delete(IDBKeyRange.only(key));
    for (const seen of fresh) {
      const old = await store.get([seen.accountId, seen.id]);
      const kept = merged(old, seen);
      if (kept !== old) await store.put(kept);
    }
    let surplus = (await store.count()) - MOST;
    for (let oldest = await store.index('seenAt').openCursor(); oldest; oldest = await oldest.continue()) {
      if (surplus <= 0 && oldest.value.seenAt >= now - KEPT_MS) break;
      await oldest.delete();
      surplus -= 1;
    }
    await done;
  });
}

/** A post of an account, if it was seen. */
export function seenPost(key: SeenKey): Promise<Seen | undefined> {
  return withDatabase((database) => database.get('seen', key));
}

/** The posts of an account that wait in Buffer's queues, as far as is known. */
export function seenQueued(accountId: string): Promise<Seen[]> {
  return withDatabase((database) => database.getAllFromIndex('seen', 'state', [accountId, 'queued']));
}

/** The posts of an account that have a link, or their words, in common with one of these. */
export function seenLike(accountId: string, marks: Marks[]): Promise<Seen[]> {
  return withDatabase(async (database) => {
    const { store } = database.transaction('seen');
    const by = (index: 'links' | 'words', of: string[]) =>
      [...new Set(of)].map((mark) => store.index(index).getAll(mark));
    const words = marks.map((one) => one.words).filter(Boolean);
    const links = marks.flatMap((one) => one.links);
    const found = (await Promise.all([...by('links', links), ...by('words', words)])).flat();
    const own = found.filter((seen) => seen.accountId === accountId);
    return [...new Map(own.map((seen) => [seen.id, seen])).values()];
  });
}

export function forgetSeen(): Promise<void> {
  return withDatabase((database) => database.clear('seen'));
}
