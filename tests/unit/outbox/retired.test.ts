// An API that is switched off for a day, or for good: nothing is lost, hardly anything is asked, and another one ends it.
import { describe, expect, test } from 'vitest';
import type { Api } from '../../../lib/buffer/backend.ts';
import { BufferError } from '../../../lib/buffer/errors.ts';
import type { SwitchedOff } from '../../../lib/outbox/accounts.ts';
import { accountNotes, resumeAccount } from '../../../lib/outbox/accounts.ts';
import { advance } from '../../../lib/outbox/advance.ts';
import { offBackoff } from '../../../lib/outbox/backoff.ts';
import { createMemoryStore } from '../../../lib/outbox/store.memory.ts';
import type { OutboxStore } from '../../../lib/outbox/store.ts';
import { noteOff, noteOn, offOf, putOffUntil } from '../../../lib/outbox/switched-off.ts';
import { caller, entry, failure, HOUR, MINUTE, submission, T0, to } from './fixtures.ts';
import { createWorld, portsOf, startWorker, type World } from './world.ts';

const OFF = failure('retired', { status: 410 });
const REST = caller('a1', 'rest');

function classicWorld(): World {
  const world = createWorld();
  world.api = 'rest';
  return world;
}

/** So many refusals that none of the calls of a test gets through. */
function switchOff(world: World): void {
  world.creates = Array.from({ length: 500 }, () => OFF);
  world.finds = Array.from({ length: 500 }, () => OFF);
}

function switchOn(world: World): void {
  world.creates = [];
  world.finds = [];
}

async function noted(store: OutboxStore, api: Api): Promise<SwitchedOff> {
  return offOf((await accountNotes(store))('a1'), api);
}

async function nextTries(world: World): Promise<number[]> {
  return (await world.store.load()).entries.map(({ nextAt }) => (nextAt ?? Number.NaN) - world.now);
}

describe('sending', () => {
  test('one refused call puts off all that waits for the account, and no call is made before', async () => {
    const world = classicWorld();
    switchOff(world);
    await world.outbox.accept([
      ...Array.from({ length: 40 }, (_, n) => submission(`e${n}`, to('c1', `post ${n}`))),
      submission('now', to('c1', 'at once', 'now')),
    ]);
    await world.outbox.drain();
    expect(world.calls).toHaveLength(1);
    expect(new Set(await world.states())).toEqual(new Set(['waiting: retired']));
    expect(new Set(await nextTries(world))).toEqual(new Set([45_000]));
    await world.outbox.accept([submission('later', to('c2', 'accepted meanwhile'))]);
    expect(await world.outbox.drain()).toEqual({ wakeAt: T0 + 45_000 });
    expect(world.calls).toHaveLength(1);
  });

  test('the tries grow apart up to an hour, and a worker that starts in between makes none', async () => {
    const world = classicWorld();
    switchOff(world);
    await world.outbox.accept([submission('e1'), submission('e2', to('c2', 'elsewhere'))]);
    const distances: number[] = [];
    while (world.now < T0 + 20 * HOUR) {
      const { length } = world.calls;
      world.outbox = startWorker(world);
      await world.outbox.recover();
      await world.outbox.accountReady('a1');
      const { wakeAt } = await world.outbox.drain();
      if (world.calls.length > length) distances.push(((wakeAt as number) - world.now) / MINUTE);
      world.now += MINUTE;
    }
    expect(distances.slice(0, 3)).toEqual([0.75, 1.5, 3]);
    expect(distances.every((one, n) => one >= (distances[n - 1] ?? 0))).toBe(true);
    expect(distances.at(-1)).toBe(45);
    expect(world.calls.length).toBeLessThan(70);
    switchOn(world);
    await world.run();
    expect(world.posts).toHaveLength(2);
  });

  test('once it answers the distances begin anew', async () => {
    const world = classicWorld();
    world.creates = [OFF, OFF, OFF];
    await world.outbox.accept([submission('e1')]);
    await world.run();
    expect(world.posts).toHaveLength(1);
    expect(await noted(world.store, 'rest')).toEqual({ tries: 0, until: 0 });
  });

  test('the person who moves to the other API waits no longer', async () => {
    const world = classicWorld();
    switchOff(world);
    await world.outbox.accept([submission('e1'), submission('e2')]);
    await world.run(3 * HOUR);
    expect(Math.min(...(await nextTries(world)))).toBeGreaterThan(0);
    world.api = 'graphql';
    switchOn(world);
    await world.outbox.accountReady('a1');
    const { now } = world;
    await world.outbox.drain();
    expect(world.posts).toHaveLength(2);
    expect(world.now).toBe(now);
  });

  test('nor does what was on its way when they moved', async () => {
    const world = classicWorld();
    const create = async () => {
      world.api = 'graphql';
      await world.outbox.accountReady('a1');
      throw new BufferError(OFF);
    };
    const { current } = portsOf(world, () => world.outbox);
    world.outbox = startWorker(world, {
      current: async () => (world.api === 'rest' ? { ...REST, backend: { create } as never } : current()),
    });
    await world.outbox.accept([submission('e1')]);
    await world.outbox.drain();
    expect(world.posts).toHaveLength(1);
    expect(world.now).toBe(T0);
  });

  test('what was paused while it was off waits as the others do', async () => {
    const world = classicWorld();
    switchOff(world);
    await world.outbox.accept([submission('e1')]);
    await world.outbox.drain();
    world.signedOut.add('a1');
    await world.outbox.drain();
    expect(await world.states()).toEqual(['waiting: signed-out']);
    world.signedOut.clear();
    await world.outbox.drain();
    expect(await world.states()).toEqual(['waiting: retired']);
    expect(world.calls).toHaveLength(1);
  });

  test('the day after which the person is asked stays a day', async () => {
    const world = classicWorld();
    switchOff(world);
    await world.outbox.accept([submission('e1')]);
    await world.run(25 * HOUR);
    expect(await world.states()).toEqual(['needs-you: too-old']);
    expect(world.posts).toEqual([]);
  });
});

describe('looking', () => {
  test('is put off in the same way, says why, and is no evidence', async () => {
    const world = classicWorld();
    world.creates = ['cut-after', ...Array.from({ length: 50 }, () => OFF)];
    world.finds = Array.from({ length: 50 }, () => OFF);
    await world.outbox.accept([submission('e1'), submission('e2', to('c2', 'waits'))]);
    await world.outbox.drain();
    await world.run(2 * HOUR);
    const [checking] = (await world.store.load()).entries;
    expect(checking).toMatchObject({
      state: 'checking',
      looks: 0,
      failures: 0,
      lastError: { kind: 'retired' },
    });
    expect(world.calls.length).toBeLessThan(20);
    switchOn(world);
    await world.run();
    expect(world.posts).toHaveLength(2);
    expect(await world.states()).toEqual(['confirmed: dropped', 'confirmed: accepted']);
  });

  test('puts off what waits, and goes on when it answers', async () => {
    const world = classicWorld();
    world.creates = ['cut-after'];
    world.finds = [OFF];
    await world.outbox.accept([submission('e1')]);
    await world.outbox.drain();
    world.now += 5_000;
    await world.outbox.drain();
    await world.outbox.accept([submission('e2', to('c2', 'waits'))]);
    await world.outbox.drain();
    expect(world.calls).toHaveLength(2);
    expect(await world.states()).toEqual(['checking: dropped', 'waiting: retired']);
    await world.run();
    expect(await noted(world.store, 'rest')).toMatchObject({ tries: 0 });
    expect(world.posts).toHaveLength(2);
  });

  test('goes on through the other API, as long after the attempt as looks are apart', () => {
    const checking = entry({
      state: 'checking',
      reason: 'dropped',
      looks: 1,
      nextAt: T0 + HOUR,
      lastError: OFF,
    });
    const on = advance(checking, { type: 'signed-in' }, T0);
    expect(on).toEqual({ ...checking, nextAt: T0 + 55_000, lastError: null });
    expect(advance(on, { type: 'signed-in' }, T0)).toBe(on);
    expect(advance({ ...checking, nextAt: T0 - 1 }, { type: 'signed-in' }, T0).nextAt).toBe(T0 - 1);
  });
});

test('the distance is from half a minute to an hour, and at least half of it is waited', () => {
  expect([1, 2, 7, 400].map((tries) => offBackoff(tries, () => 0))).toEqual([
    30_000, 60_000, 1_800_000, 1_800_000,
  ]);
  expect(offBackoff(400, () => 0.9999999)).toBeLessThanOrEqual(HOUR);
});

describe('what is noted', () => {
  test('of calls that left side by side one counts', async () => {
    const store = createMemoryStore();
    const seen = await noted(store, 'rest');
    await noteOff(store, REST, { seen, until: T0 + 1 });
    await noteOff(store, REST, { seen, until: T0 + 2 });
    expect(await noted(store, 'rest')).toEqual({ tries: 1, until: T0 + 1 });
    expect(await noted(store, 'graphql')).toEqual({ tries: 0, until: 0 });
    await noteOn(store, caller());
    expect(await noted(store, 'rest')).toMatchObject({ tries: 1 });
    await resumeAccount(store, 'a1');
    expect(await noted(store, 'rest')).toMatchObject({ tries: 1 });
    await noteOn(store, REST);
    expect(await noted(store, 'rest')).toMatchObject({ tries: 0 });
    await noteOn(createMemoryStore(), REST);
  });

  test('a moment that the clock has gone back behind puts nothing off', () => {
    expect(putOffUntil({ tries: 1, until: T0 + HOUR }, T0)).toBe(T0 + HOUR);
    expect(putOffUntil({ tries: 1, until: T0 + HOUR }, T0 - 1)).toBeNull();
    expect(putOffUntil({ tries: 1, until: T0 }, T0)).toBeNull();
  });
});
