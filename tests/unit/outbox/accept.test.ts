import { describe, expect, test } from 'vitest';
import { acceptable, OPEN_MOST } from '../../../lib/outbox/accept.ts';
import { readEntry } from '../../../lib/outbox/schemas.ts';
import { createMemoryStore } from '../../../lib/outbox/store.memory.ts';
import { AcceptRefused } from '../../../lib/outbox/store.ts';
import { entry, newPost, submission, T0 } from './fixtures.ts';
import { createWorld } from './world.ts';

describe('what the outbox takes in', () => {
  test('no post of two megabytes, nor any other of its group', async () => {
    const world = createWorld();
    const long = submission('e2', newPost({ text: 'x'.repeat(2_000_000) }));
    const refusal = world.outbox.accept([submission('e1'), long]);
    await expect(refusal).rejects.toThrow(AcceptRefused);
    await expect(refusal).rejects.toMatchObject({ reason: 'too-long' });
    expect(await world.states()).toEqual([]);
  });

  test('the longest text of any network', () => {
    const text = '\n'.repeat(63_206);
    expect(acceptable([submission('e1', newPost({ text }))], T0)).toHaveLength(1);
  });

  test('no more than 500 that are not settled, all of a group or none', async () => {
    const world = createWorld();
    world.signedOut.add('a1');
    const many = Array.from({ length: OPEN_MOST - 1 }, (_, n) => submission(`e${n}`));
    await world.outbox.accept(many);
    const refusal = world.outbox.accept([submission('x1'), submission('x2')]);
    await expect(refusal).rejects.toMatchObject({ reason: 'too-many' });
    expect(await world.states()).toHaveLength(OPEN_MOST - 1);
    await world.outbox.accept([submission('x1')]);
    await expect(world.outbox.accept([submission('x2')])).rejects.toThrow(AcceptRefused);
    // What is known already is accepted already.
    await world.outbox.accept([submission('x1')]);
    await world.outbox.cancel('e0');
    await world.outbox.accept([submission('x2')]);
    expect(await world.states()).toHaveLength(OPEN_MOST + 1);
  });
});

describe('entries of an older version', () => {
  const { found: _, ...old } = entry({ version: 1, id: 'old' });

  test('version 1 is read as today’s', () => {
    expect(readEntry(old)).toEqual(entry({ id: 'old' }));
  });

  test('version 1 kept what Buffer holds as an error', () => {
    const lastError = { kind: 'duplicate', message: 'there', link: 'https://b.example/' };
    const near = { ...old, state: 'needs-you', reason: 'near-match', remoteId: 'p1' };
    expect(readEntry({ ...near, lastError })).toMatchObject({
      version: 2,
      found: { text: 'there', link: 'https://b.example/' },
      lastError: null,
    });
    expect(readEntry({ ...near, lastError: null })).toMatchObject({ found: { text: null, link: null } });
  });

  test.each([[undefined], [null], ['text'], [{ version: 99 }], [{ ...entry(), version: '1' }]])(
    'what no version has written is not read: %j',
    (record) => {
      expect(readEntry(record)).toBeNull();
    },
  );
});

test('a store that holds nothing unreadable has nothing to throw away', async () => {
  const store = createMemoryStore();
  await store.accept([entry()], 500);
  await store.discardUnreadable('e1');
  expect((await store.load()).entries).toHaveLength(1);
});
