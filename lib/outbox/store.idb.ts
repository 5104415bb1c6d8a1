// The store of the product: IndexedDB, every write strictly durable (Chrome's default is relaxed since 121).
import type { IDBPTransaction } from 'idb';
import { connect, type Database, type Schema } from './database.ts';
import { type Entry, type EntryState, isSettled } from './entry.ts';
import { readEntry } from './schemas.ts';
import {
  AcceptRefused,
  type Change,
  ClaimTaken,
  type OutboxStore,
  type Snapshot,
  type Unreadable,
} from './store.ts';

type Name = 'entries' | 'attempts' | 'claims' | 'budget' | 'meta';
type Write = IDBPTransaction<Schema, Name[], 'readwrite'>;
type Read = IDBPTransaction<Schema, Name[], 'readonly' | 'readwrite'>;
type Connection = () => Promise<Database>;

const ENTRY_STORES: Name[] = ['entries', 'attempts', 'claims', 'meta'];
const OPEN_STATES: EntryState[] = ['waiting', 'sending', 'checking', 'needs-you'];

/** The store in the IndexedDB database of this name; it is opened with the first call. */
export function createIdbStore(name = 'outbox'): OutboxStore {
  const connection = connect(name);
  return { ...entryMethods(connection), ...readMethods(connection), ...valueMethods(connection) };
}

async function write<R>(connection: Connection, names: Name[], work: (tx: Write) => Promise<R>): Promise<R> {
  const tx = (await connection()).transaction(names, 'readwrite', { durability: 'strict' });
  const worked = work(tx).catch((error: unknown) => {
    abort(tx);
    throw error;
  });
  const [result] = await Promise.all([worked, tx.done]);
  return result;
}

function abort(tx: Write): void {
  try {
    tx.abort();
  } catch {
    // A failed request has aborted it already; the reason is on its way to the caller.
  }
}

function entryMethods(
  connection: Connection,
): Pick<OutboxStore, 'accept' | 'change' | 'changeOpen' | 'discardUnreadable' | 'prune'> {
  return {
    accept: (fresh, most) => write(connection, ENTRY_STORES, (tx) => accept(tx, fresh, most)),
    change: (id, step) => write(connection, ENTRY_STORES, (tx) => change(tx, id, step)),
    changeOpen: (step) => write(connection, ENTRY_STORES, (tx) => changeOpen(tx, step)),
    discardUnreadable: (id) => write(connection, ENTRY_STORES, (tx) => discardUnreadable(tx, id)),
    prune: (before) => write(connection, ENTRY_STORES, (tx) => prune(tx, before)),
  };
}

/** Asks for all that it needs to know at once, and then writes at once: somebody waits for it. */
async function accept(tx: Write, fresh: Omit<Entry, 'seq'>[], most: number): Promise<void> {
  const [entries, meta] = [tx.objectStore('entries'), tx.objectStore('meta')];
  const [seq, open, ...known] = await Promise.all([
    meta.get('seq'),
    countOpen(tx),
    ...fresh.map(({ id }) => entries.getKey(id)),
  ]);
  const isFirst = ({ id }: Omit<Entry, 'seq'>, at: number) => fresh.findIndex((one) => one.id === id) === at;
  const added = fresh.filter((entry, at) => known[at] === undefined && isFirst(entry, at));
  if (added.length === 0) return;
  if (open + added.length > most) throw new AcceptRefused('too-many');
  const last = numberOr0(seq);
  await Promise.all([
    ...added.map((entry, at) => entries.add({ ...entry, seq: last + at + 1 })),
    meta.put(last + added.length, 'seq'),
    nextGeneration(tx),
  ]);
}

async function change(tx: Write, id: string, step: (entry: Entry) => Change | null): Promise<Entry | null> {
  const entry = readEntry(await tx.objectStore('entries').get(id));
  const made = entry && step(entry);
  if (!made) return entry;
  if (made.claim) {
    const holder = await tx.objectStore('claims').get([made.claim.accountId, made.claim.remoteId]);
    if (holder && holder.entryId !== made.claim.entryId) throw new ClaimTaken(made.claim);
    await tx.objectStore('claims').put(made.claim);
  }
  if (made.attempt) await tx.objectStore('attempts').put(made.attempt);
  await tx.objectStore('entries').put(made.entry);
  await nextGeneration(tx);
  return made.entry;
}

async function changeOpen(tx: Write, step: (entry: Entry) => Entry): Promise<number> {
  const { entries } = sort(await openRecords(tx));
  let changed = 0;
  for (const entry of entries) {
    const after = step(entry);
    if (after === entry) continue;
    await tx.objectStore('entries').put(after);
    changed += 1;
  }
  if (changed > 0) await nextGeneration(tx);
  return changed;
}

async function discardUnreadable(tx: Write, id: string): Promise<void> {
  const raw = await tx.objectStore('entries').get(id);
  if (raw && !readEntry(raw)) await forget(tx, id);
}

async function prune(tx: Write, settledBefore: number): Promise<number> {
  const old = await tx
    .objectStore('entries')
    .index('settledAt')
    .getAll(IDBKeyRange.upperBound(settledBefore, true));
  const ids = sort(old)
    .entries.filter(isSettled)
    .map(({ id }) => id);
  for (const id of ids) await forget(tx, id);
  if (ids.length > 0) await nextGeneration(tx);
  return ids.length;
}

async function forget(tx: Write, id: string): Promise<void> {
  await tx.objectStore('entries').delete(id);
  for (const name of ['attempts', 'claims'] as const) {
    for (const key of await tx.objectStore(name).index('entryId').getAllKeys(id)) {
      await tx.objectStore(name).delete(IDBKeyRange.only(key));
    }
  }
}

function readMethods(connection: Connection): Pick<OutboxStore, 'load' | 'recent' | 'attempts' | 'claimed'> {
  const read = async () => (await connection()).transaction(ENTRY_STORES, 'readonly');
  return {
    async load() {
      const tx = await read();
      const [records, generation] = await Promise.all([
        tx.objectStore('entries').getAll(),
        tx.objectStore('meta').get('generation'),
      ]);
      return { ...sort(records), generation: numberOr0(generation) };
    },
    async recent(since, most) {
      const tx = await read();
      const [open, done, generation] = await Promise.all([
        openRecords(tx),
        settledRecords(tx, IDBKeyRange.lowerBound(since), most),
        tx.objectStore('meta').get('generation'),
      ]);
      return { ...sort([...open, ...done]), generation: numberOr0(generation) };
    },
    async attempts(entryIds) {
      const index = (await read()).objectStore('attempts').index('entryId');
      return (await Promise.all(entryIds.map((id) => index.getAll(id)))).flat();
    },
    async claimed(accountId, remoteIds) {
      const claims = (await read()).objectStore('claims');
      const keys = await Promise.all(remoteIds.map((remoteId) => claims.getKey([accountId, remoteId])));
      return new Set(keys.filter((key) => key !== undefined).map(([, remoteId]) => remoteId));
    },
  };
}

function valueMethods(connection: Connection): Pick<OutboxStore, 'value' | 'changeValue'> {
  return {
    value: async (shelf, key) => (await connection()).get(shelf, key),
    changeValue: (shelf, key, step) =>
      write(connection, [shelf], async (tx) => {
        const { value, result } = step(await tx.objectStore(shelf).get(key));
        if (value !== undefined) await tx.objectStore(shelf).put(value, key);
        return result;
      }),
  };
}

async function countOpen(tx: Write): Promise<number> {
  const index = tx.objectStore('entries').index('state');
  const counts = await Promise.all(OPEN_STATES.map((state) => index.count(state)));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function openRecords(tx: Read): Promise<Entry[]> {
  const index = tx.objectStore('entries').index('state');
  return (await Promise.all(OPEN_STATES.map((state) => index.getAll(state)))).flat();
}

async function settledRecords(
  tx: Read,
  range: IDBKeyRange,
  most = Number.POSITIVE_INFINITY,
): Promise<Entry[]> {
  const entries = tx.objectStore('entries');
  const keys = await entries.index('settledAt').getAllKeys(range);
  const records = await Promise.all(keys.slice(-most).map((key) => entries.get(key)));
  return records.filter((record) => record !== undefined);
}

async function nextGeneration(tx: Write): Promise<void> {
  const meta = tx.objectStore('meta');
  await meta.put(numberOr0(await meta.get('generation')) + 1, 'generation');
}

/** Sorts records into entries, oldest first, and what this version cannot read. */
function sort(records: Entry[]): Omit<Snapshot, 'generation'> {
  const entries: Entry[] = [];
  const unreadable: Unreadable[] = [];
  for (const raw of records) {
    const entry = readEntry(raw);
    if (entry) entries.push(entry);
    else unreadable.push({ id: raw.id, raw });
  }
  return { entries: entries.sort((a, b) => a.seq - b.seq), unreadable };
}

function numberOr0(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
