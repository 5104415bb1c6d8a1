// What the extension's database holds, read by an extension page whether a worker runs or not.
import type { Entry } from '../../../lib/outbox/entry.ts';
import type { Attempt } from '../../../lib/outbox/store.ts';
import type { Extension } from '../browser.ts';

export interface Ledger {
  /** Raised with every change. */
  generation: number;
  entries: Entry[];
  attempts: Attempt[];
}

async function readDatabase(): Promise<Ledger> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const opening = indexedDB.open('outbox');
  // To open it is to make it: an empty one must never stand in the extension's way.
  opening.onupgradeneeded = () => opening.transaction?.abort();
  const database = await done(opening);
  try {
    const look = database.transaction(['entries', 'attempts', 'meta']);
    const [entries, attempts, generation] = await Promise.all([
      done<Entry[]>(look.objectStore('entries').getAll()),
      done<Attempt[]>(look.objectStore('attempts').getAll()),
      done<unknown>(look.objectStore('meta').get('generation')),
    ]);
    return { entries: entries.sort((a, b) => a.seq - b.seq), attempts, generation: Number(generation ?? 0) };
  } finally {
    database.close();
  }
}

export function readLedger(extension: Extension): Promise<Ledger> {
  return extension.evaluate(readDatabase, undefined);
}
