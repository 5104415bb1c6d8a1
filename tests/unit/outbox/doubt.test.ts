// Rare moments in which a hasty outbox would take, send or finish what it must not.
import { expect, test } from 'vitest';
import { createMemoryStore } from '../../../lib/outbox/store.memory.ts';
import { channel, post, signedAs, submission, T0 } from './fixtures.ts';
import { createWorld } from './world.ts';

const elsewhere = { channel: channel('c2'), text: 'Elsewhere' };

test('a look for one entry is no evidence about another whose turn it is not', async () => {
  const world = createWorld();
  world.creates = ['cut-before', 'cut-before'];
  await world.outbox.accept([submission('e1')]);
  await world.run(58_000);
  world.now = T0 + 58_000;
  await world.outbox.accept([submission('e2', elsewhere)]);
  await world.run();
  const [first, second] = await world.store.attempts(['e2']);
  expect((second?.sentAt ?? 0) - (first?.sentAt ?? 0)).toBeGreaterThanOrEqual(180_000);
});

test.each(['unclear', 'there'])('a post that may be another’s (%s) is not taken', async (other) => {
  const world = createWorld();
  world.creates = ['cut-before', 'cut-before'];
  await world.outbox.accept([submission('e1', { mode: 'now' })]);
  await world.run();
  expect(await world.states()).toEqual(['needs-you: unclear']);
  if (other === 'there') await world.outbox.resolve('e1', 'there');
  await world.outbox.accept([submission('e2', { mode: 'now' })]);
  world.posts.push(post({ id: 'late', createdAt: world.now }));
  await world.run();
  expect((await world.states())[1]).toBe('needs-you: near-match');
});

test('what a dead worker left behind is found by any drain', async () => {
  const world = createWorld();
  await world.outbox.accept([submission('e1')]);
  await world.store.change('e1', (entry) => ({
    entry: { ...entry, state: 'sending', attempts: 1, firstSentAt: T0, lastSentAt: T0, nextAt: null },
    attempt: { entryId: 'e1', n: 1, sentAt: T0, offset: 0, outcome: null },
  }));
  world.posts.push(post({ id: 'p0', createdAt: T0 }));
  await world.run();
  expect((await world.store.load()).entries[0]).toMatchObject({ state: 'confirmed', remoteId: 'p0' });
  expect(world.posts).toHaveLength(1);
});

test('a drain that fails ends only after its other calls have', async () => {
  const memory = createMemoryStore();
  const failed = Promise.withResolvers<void>();
  const events: string[] = [];
  const store = {
    ...memory,
    change: (async (id, step) => {
      if (id !== 'e1') return memory.change(id, step);
      failed.resolve();
      throw new Error('disk full');
    }) satisfies typeof memory.change,
  };
  const create = async () => {
    await failed.promise;
    for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
    events.push('call over');
    return post();
  };
  const world = createWorld({ store, ports: { current: signedAs({ create }) } });
  await world.outbox.accept([submission('e1'), submission('e2', elsewhere)]);
  await expect(world.outbox.drain()).rejects.toThrow('disk full');
  expect(events).toEqual(['call over']);
});

test('a post that the user has just given to another entry is not taken', async () => {
  const memory = createMemoryStore();
  let given = false;
  const store = {
    ...memory,
    claimed: (async (accountId, remoteIds) => {
      const claimed = await memory.claimed(accountId, remoteIds);
      const claim = { accountId, remoteId: 'p1', entryId: 'other' };
      if (!given) await memory.change('e1', (entry) => ({ entry, claim }));
      given = true;
      return claimed;
    }) satisfies typeof memory.claimed,
  };
  const world = createWorld({ store });
  world.creates = ['cut-after'];
  await world.outbox.accept([submission('e1')]);
  await world.run();
  expect((await world.store.load()).entries[0]).toMatchObject({ state: 'confirmed', remoteId: 'p2' });
});

test('without a record of its attempts, what resembles an entry is a reason to ask', async () => {
  const world = createWorld({ store: { ...createMemoryStore(), attempts: async () => [] } });
  world.creates = ['cut-after'];
  await world.outbox.accept([submission('e1')]);
  await world.run();
  expect(await world.states()).toEqual(['needs-you: near-match']);
});

test('a full queue’s rival that Buffer refused for certain adds no doubt', async () => {
  const world = createWorld();
  world.creates = [{ kind: 'queue-full', message: null }, 'cut-after'];
  await world.outbox.accept([submission('e1')]);
  await world.run();
  await world.outbox.resolve('e1', 'there');
  await world.outbox.accept([submission('e2')]);
  await world.run();
  expect(await world.states()).toEqual(['confirmed: queue-full', 'confirmed: dropped']);
});
