import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { accepted } from '../../../lib/outbox/entry.ts';
import { createIdbStore } from '../../../lib/outbox/store.idb.ts';
import { createMemoryStore } from '../../../lib/outbox/store.memory.ts';
import { AcceptRefused, type Attempt, ClaimTaken, type OutboxStore } from '../../../lib/outbox/store.ts';
import { submission, T0 } from './fixtures.ts';

const fresh = (id: string) => accepted(submission(id), T0);
const ids = async (store: OutboxStore) => (await store.load()).entries.map(({ id, seq }) => `${id} ${seq}`);
const attempt = (entryId: string, n: number, outcome: string | null = null): Attempt => ({
  entryId,
  n,
  sentAt: T0,
  offset: null,
  outcome,
});

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe.each([
  ['memory', createMemoryStore],
  ['IndexedDB', createIdbStore],
])('%s', (_name, createStore) => {
  let store: OutboxStore;
  beforeEach(() => {
    store = createStore();
  });

  test('begins empty, at generation 0', async () => {
    expect(await store.load()).toEqual({ entries: [], unreadable: [], generation: 0 });
    expect(await store.recent(0)).toEqual({ entries: [], unreadable: [], generation: 0 });
  });

  test('accepts in order, and the same id once', async () => {
    await store.accept([fresh('b'), fresh('a'), fresh('b')], 500);
    await store.change('a', (entry) => ({ entry: { ...entry, attempts: 7 } }));
    await store.accept([fresh('a'), fresh('c')], 500);
    await store.accept([fresh('c')], 500);
    expect(await ids(store)).toEqual(['b 1', 'a 2', 'c 3']);
    const { entries, generation } = await store.load();
    expect(entries[1]).toMatchObject({ ...fresh('a'), attempts: 7 });
    expect(generation).toBe(3);
  });

  test('numbers accepts that come at once without a gap', async () => {
    await Promise.all([
      store.accept([fresh('a')], 500),
      store.accept([fresh('b')], 500),
      store.accept([fresh('a')], 500),
    ]);
    expect(await ids(store)).toEqual(['a 1', 'b 2']);
  });

  test('refuses what would be too many, all of it', async () => {
    await store.accept([fresh('a'), fresh('b')], 3);
    await expect(store.accept([fresh('c'), fresh('d')], 3)).rejects.toThrow(AcceptRefused);
    expect(await ids(store)).toEqual(['a 1', 'b 2']);
    await store.accept([fresh('a'), fresh('b')], 1);
    await store.change('a', (entry) => ({ entry: { ...entry, state: 'cancelled', settledAt: T0 } }));
    await store.accept([fresh('c'), fresh('d')], 3);
    expect(await ids(store)).toEqual(['a 1', 'b 2', 'c 3', 'd 4']);
  });

  test('a step that gives null writes nothing', async () => {
    await store.accept([fresh('a')], 500);
    expect(await store.change('a', () => null)).toMatchObject({ id: 'a', seq: 1 });
    expect(await store.change('nobody', (entry) => ({ entry }))).toBeNull();
    expect((await store.load()).generation).toBe(1);
  });

  test('an entry, its attempt and its claim are one write', async () => {
    await store.accept([fresh('a'), fresh('b')], 500);
    const claim = { accountId: 'a1', remoteId: 'p1', entryId: 'a' };
    await store.change('a', (entry) => ({ entry, attempt: attempt('a', 1), claim }));
    const theirs = store.change('b', (entry) => ({
      entry: { ...entry, attempts: 9 },
      attempt: attempt('b', 1),
      claim: { ...claim, entryId: 'b' },
    }));
    await expect(theirs).rejects.toThrow(ClaimTaken);
    expect(await store.attempts(['a', 'b'])).toEqual([attempt('a', 1)]);
    expect((await store.load()).entries.map(({ attempts }) => attempts)).toEqual([0, 0]);
    await store.change('a', (entry) => ({ entry, claim }));
    expect(await store.claimed('a1', ['p1', 'p2'])).toEqual(new Set(['p1']));
    expect(await store.claimed('a2', ['p1'])).toEqual(new Set());
  });

  test('an attempt is completed, not repeated', async () => {
    await store.accept([fresh('a')], 500);
    for (const one of [attempt('a', 1), attempt('a', 2), attempt('a', 2, 'dropped')]) {
      await store.change('a', (entry) => ({ entry, attempt: one }));
    }
    expect(await store.attempts(['a'])).toEqual([attempt('a', 1), attempt('a', 2, 'dropped')]);
  });

  test('a step that throws leaves all as it was', async () => {
    await store.accept([fresh('a')], 500);
    const step = () => {
      throw new Error('no');
    };
    await expect(store.change('a', step)).rejects.toThrow('no');
    await expect(store.changeOpen(step)).rejects.toThrow('no');
    await expect(store.changeValue('meta', 'k', step)).rejects.toThrow('no');
    expect((await store.load()).generation).toBe(1);
    expect(await ids(store)).toEqual(['a 1']);
  });

  test('changes all that are not settled at once, and counts them', async () => {
    await store.accept(['a', 'b', 'c'].map(fresh), 500);
    await store.change('b', (entry) => ({ entry: { ...entry, state: 'cancelled', settledAt: T0 } }));
    const count = await store.changeOpen((entry) => (entry.id === 'c' ? entry : { ...entry, looks: 5 }));
    expect(count).toBe(1);
    expect((await store.load()).entries.map(({ looks }) => looks)).toEqual([5, 0, 0]);
    expect(await store.changeOpen((entry) => entry)).toBe(0);
    expect((await store.load()).generation).toBe(3);
  });

  test('recent leaves out what settled long ago', async () => {
    await store.accept(['a', 'b', 'c'].map(fresh), 500);
    await store.change('a', (entry) => ({ entry: { ...entry, state: 'confirmed', settledAt: T0 } }));
    await store.change('b', (entry) => ({ entry: { ...entry, state: 'confirmed', settledAt: T0 + 9 } }));
    const { entries, generation } = await store.recent(T0 + 9);
    expect(entries.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(generation).toBe(3);
    const latest = await store.recent(T0, 1);
    expect(latest.entries.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(await store.recent(0, 2)).toMatchObject({ entries: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] });
  });

  test('prunes old receipts with their attempts and claims', async () => {
    await store.accept(['a', 'b', 'c'].map(fresh), 500);
    for (const [id, settledAt] of [
      ['a', T0],
      ['b', T0 + 1],
    ] as const) {
      await store.change(id, (entry) => ({
        entry: { ...entry, state: 'confirmed', settledAt },
        attempt: attempt(id, 1),
        claim: { accountId: 'a1', remoteId: `p-${id}`, entryId: id },
      }));
    }
    expect(await store.prune(T0)).toBe(0);
    expect(await store.prune(T0 + 1)).toBe(1);
    expect(await ids(store)).toEqual(['b 2', 'c 3']);
    expect(await store.attempts(['a', 'b'])).toEqual([attempt('b', 1)]);
    expect(await store.claimed('a1', ['p-a', 'p-b'])).toEqual(new Set(['p-b']));
  });

  test('values are changed one after another', async () => {
    const add = (value: unknown) => ({ value: ((value as number) ?? 0) + 1, result: value });
    const results = await Promise.all([1, 2, 3].map(() => store.changeValue('budget', 'a1', add)));
    expect(results).toEqual([undefined, 1, 2]);
    expect(await store.value('budget', 'a1')).toBe(3);
    expect(await store.value('meta', 'a1')).toBeUndefined();
    expect(await store.changeValue('budget', 'a1', () => ({ result: 'read' }))).toBe('read');
    expect(await store.value('budget', 'a1')).toBe(3);
  });
});

describe('the database', () => {
  test('keeps everything for the next worker', async () => {
    await createIdbStore().accept([fresh('a')], 500);
    expect(await ids(createIdbStore())).toEqual(['a 1']);
  });

  test('writes strictly', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const store = createIdbStore();
    await store.accept([fresh('a')], 500);
    await store.change('a', (entry) => ({ entry }));
    await store.changeOpen((entry) => entry);
    await store.changeValue('budget', 'k', () => ({ value: 1, result: null }));
    await store.prune(T0);
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes).toHaveLength(5);
    for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' });
    transaction.mockRestore();
  });

  test('reports what it cannot read, and keeps it', async () => {
    const store = createIdbStore();
    await store.accept([fresh('a'), fresh('b')], 500);
    const db = await openDB('outbox');
    const strange = { ...(await db.get('entries', 'a')), version: 99, state: 'confirmed', settledAt: 1 };
    await db.put('entries', strange);
    db.close();
    const { entries, unreadable } = await store.load();
    expect(entries.map(({ id }) => id)).toEqual(['b']);
    expect(unreadable).toEqual([{ id: 'a', raw: strange }]);
    expect(await store.prune(T0)).toBe(0);
    await store.accept([fresh('a')], 500);
    expect(await store.change('a', (entry) => ({ entry }))).toBeNull();
    expect((await store.load()).unreadable).toHaveLength(1);
    await store.discardUnreadable('a');
    await store.discardUnreadable('b');
    await store.discardUnreadable('nobody');
    expect(await store.load()).toMatchObject({ entries: [{ id: 'b' }], unreadable: [] });
  });

  test('reads what an older version has stored, and writes it as today’s', async () => {
    const store = createIdbStore();
    await store.accept([fresh('a')], 500);
    const db = await openDB('outbox');
    const { found: _, ...stored } = await db.get('entries', 'a');
    await db.put('entries', { ...stored, version: 1 });
    expect((await store.load()).entries).toMatchObject([{ version: 2, found: null }]);
    await store.change('a', (entry) => ({ entry: { ...entry, looks: 1 } }));
    expect(await db.get('entries', 'a')).toMatchObject({ version: 2, looks: 1 });
    db.close();
  });

  test('gives way to a newer version, and opens again after it', async () => {
    const store = createIdbStore();
    await store.accept([fresh('a')], 500);
    const newer = await openDB('outbox', 2);
    newer.close();
    await expect(store.load()).rejects.toThrow();
    globalThis.indexedDB = new IDBFactory();
    expect(await store.load()).toMatchObject({ entries: [] });
  });

  test('a write that the database refuses is a rejection', async () => {
    const store = createIdbStore();
    await store.accept([fresh('a')], 500);
    const unclonable = { value: () => {}, result: null };
    await expect(store.changeValue('meta', 'k', () => unclonable)).rejects.toThrow();
    expect(await store.value('meta', 'k')).toBeUndefined();
  });
});
