// The outbox's database: its object stores, its versions, and how a connection to it is kept.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Entry } from './entry.ts';
import type { Attempt, Claim } from './store.ts';

export interface Schema extends DBSchema {
  entries: { key: string; value: Entry; indexes: { state: string; settledAt: number } };
  attempts: { key: [string, number]; value: Attempt; indexes: { entryId: string } };
  claims: { key: [string, string]; value: Claim; indexes: { entryId: string } };
  budget: { key: string; value: unknown };
  meta: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Schema>;

/** One step from each version to the next; a change of the stores adds a step and edits none. */
const STEPS: ((db: Database) => void)[] = [
  (db) => {
    const entries = db.createObjectStore('entries', { keyPath: 'id' });
    entries.createIndex('state', 'state');
    entries.createIndex('settledAt', 'settledAt');
    const attempts = db.createObjectStore('attempts', { keyPath: ['entryId', 'n'] });
    attempts.createIndex('entryId', 'entryId');
    const claims = db.createObjectStore('claims', { keyPath: ['accountId', 'remoteId'] });
    claims.createIndex('entryId', 'entryId');
    db.createObjectStore('budget');
    db.createObjectStore('meta');
  },
];

/**
 * Gives a function that gives the open database, opening it when it is needed first and again after the
 * browser closed it. Rejects with the `DOMException` of IndexedDB.
 */
export function connect(name: string): () => Promise<Database> {
  let open: Promise<Database> | null = null;
  const drop = () => {
    open = null;
  };
  return () => {
    open ??= openDB<Schema>(name, STEPS.length, {
      upgrade(db, oldVersion) {
        for (const step of STEPS.slice(oldVersion)) step(db);
      },
      blocking(_current, _blocked, event) {
        // A newer version of the extension wants to upgrade: holding on would block it for ever.
        (event.target as IDBDatabase).close();
        drop();
      },
      terminated: drop,
    }).catch((error: unknown) => {
      drop();
      throw error;
    });
    return open;
  };
}
