import { describe, expect, test, vi } from 'vitest';
import { createMemoryStore } from '../../../lib/outbox/store.memory.ts';
import type { OutboxStore } from '../../../lib/outbox/store.ts';
import { HOUR, submission, T0 } from './fixtures.ts';
import { createWorld, startWorker, type World } from './world.ts';

/** The worker that starts after the browser has put another database in the place of the one that was. */
async function restartOver(world: World, store: OutboxStore): Promise<void> {
  world.store = store;
  world.outbox = startWorker(world);
  await world.outbox.recover();
}

/** A store whose database the browser can put another in the place of, without its users noticing. */
function replaceable(disk: { store: OutboxStore }): OutboxStore {
  const methods = Object.keys(disk.store) as (keyof OutboxStore)[];
  type Method = (...args: unknown[]) => unknown;
  return Object.fromEntries(
    methods.map((name) => [name, (...args: unknown[]) => (disk.store[name] as Method)(...args)]),
  ) as unknown as OutboxStore;
}

/** Whoever is told that it is saved does not wait until it is shown. */
async function acceptAndShow(world: World, ...ids: string[]): Promise<void> {
  const { length } = world.summaries;
  await world.outbox.accept(ids.map((id) => submission(id)));
  await vi.waitFor(() => expect(world.summaries.length).toBeGreaterThan(length));
}

async function withTwoWaiting(): Promise<World> {
  const world = createWorld();
  world.signedOut.add('a1');
  await acceptAndShow(world, 'e1', 'e2');
  world.signedOut.clear();
  return world;
}

describe('a database that is older than what was shown of it', () => {
  test('emptied: says what was on its way, until the person has seen it', async () => {
    const world = await withTwoWaiting();
    world.now += HOUR;
    await restartOver(world, createMemoryStore());
    const shown = await world.outbox.summary();
    expect(shown).toMatchObject({ onTheirWay: 0, needsYou: 2, lost: { at: T0 + HOUR, count: 2 } });
    expect(shown.lost?.entries.map(({ id }) => id)).toEqual(['e2', 'e1']);
    world.outbox = startWorker(world);
    await world.outbox.recover();
    expect((await world.outbox.summary()).lost).toEqual(shown.lost);
    await world.outbox.dismissLost();
    expect(world.summaries.at(-1)).toMatchObject({ needsYou: 0, lost: null });
  });

  test('emptied under a worker that lives on: said by its next drain, not forgotten', async () => {
    const disk = { store: createMemoryStore() };
    const world = createWorld({ store: replaceable(disk) });
    world.signedOut.add('a1');
    await acceptAndShow(world, 'e1', 'e2');
    await world.outbox.cancel('e2');
    disk.store = createMemoryStore();
    await world.outbox.accept([submission('e3')]);
    expect(world.summaries.at(-1)?.entries.map(({ id }) => id)).toEqual(['e2', 'e1']);
    await world.outbox.drain();
    expect(world.summaries.at(-1)?.lost).toMatchObject({ at: T0, entries: [{ id: 'e1' }] });
    expect(world.summaries.at(-1)?.entries.map(({ id }) => id)).toEqual(['e3']);
  });

  test('emptied with nothing on its way: nothing is lost', async () => {
    const world = createWorld();
    await world.outbox.accept([submission('e1')]);
    await world.run();
    await restartOver(world, createMemoryStore());
    expect(await world.outbox.summary()).toMatchObject({ needsYou: 0, lost: null });
  });

  test('the mirror counts although the picture is gone too', async () => {
    const world = await withTwoWaiting();
    world.summaries = [];
    await restartOver(world, createMemoryStore());
    expect((await world.outbox.summary()).lost).toEqual({ at: T0, count: 2, entries: [] });
  });

  test('a worker that dies before it could show the loss finds it again, once', async () => {
    const world = await withTwoWaiting();
    world.store = createMemoryStore();
    const hidden = startWorker(world, { show: () => Promise.reject(new Error('killed')) });
    await hidden.recover();
    await restartOver(world, world.store);
    expect((await world.outbox.summary()).lost).toMatchObject({ count: 2 });
  });

  test('a second loss joins the first', async () => {
    const world = await withTwoWaiting();
    await restartOver(world, createMemoryStore());
    const kept = createMemoryStore();
    const lost = await world.store.value('meta', 'recovery');
    await kept.changeValue('meta', 'recovery', () => ({ value: lost, result: undefined }));
    await acceptAndShow(world, 'e3');
    await restartOver(world, kept);
    const shown = (await world.outbox.summary()).lost;
    expect(shown?.count).toBe(3);
    expect(shown?.entries.map(({ id }) => id)).toEqual(['e2', 'e1', 'e3']);
  });

  test('set back: what waits there may have been sent since, so the person is asked', async () => {
    const world = createWorld();
    const old = createMemoryStore();
    await world.outbox.accept([submission('e1'), submission('e2')]);
    await old.accept((await world.store.load()).entries.slice(0, 1), 500);
    await world.run();
    expect(world.posts).toHaveLength(2);
    await restartOver(world, old);
    await world.run();
    expect(world.posts).toHaveLength(2);
    expect(await world.states()).toEqual(['needs-you: unclear']);
    expect((await world.outbox.summary()).lost).toBeNull();
  });
});

describe('a record that cannot be read', () => {
  async function withUnreadable(raw: unknown): Promise<World> {
    const store = createMemoryStore();
    const load = async () => ({ ...(await store.load()), unreadable: [{ id: 'x', raw }] });
    const world = createWorld({ store: { ...store, load } });
    await world.outbox.accept([submission('e1')]);
    await world.outbox.recover();
    return world;
  }

  test('is shown with its text, and counts as needing the person', async () => {
    const world = await withUnreadable({ id: 'x', version: 99, post: { text: 'from the future' } });
    expect(world.summaries.at(-1)).toMatchObject({
      onTheirWay: 1,
      needsYou: 1,
      unreadable: [{ id: 'x', text: 'from the future' }],
    });
  });

  test.each([[{ id: 'x' }], [{ id: 'x', post: { text: 7 } }], [null]])('without a text: %j', async (raw) => {
    const world = await withUnreadable(raw);
    expect((await world.outbox.summary()).unreadable).toEqual([{ id: 'x', text: null }]);
  });

  test('is gone when the person throws it away', async () => {
    const world = await withUnreadable({ id: 'x' });
    await world.outbox.discardUnreadable('x');
    expect(world.summaries.at(-1)).toMatchObject({ needsYou: 0, unreadable: [] });
  });
});
