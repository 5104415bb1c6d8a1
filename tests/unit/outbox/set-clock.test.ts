// A device whose clock is set while posts are on their way: nothing is sent twice for it, and nothing waits for hours.
import { expect, test } from 'vitest';
import { close, createBudgetState, keptRight, learn, reserve } from '../../../lib/buffer/budget.ts';
import { advance } from '../../../lib/outbox/advance.ts';
import { createBudgetKeeper } from '../../../lib/outbox/budget.ts';
import { matchEntries } from '../../../lib/outbox/match.ts';
import { createServerClock } from '../../../lib/outbox/server-clock.ts';
import { createMemoryStore } from '../../../lib/outbox/store.memory.ts';
import { caller, entry, HOUR, MINUTE, post, submission, T0 } from './fixtures.ts';
import { createWorld } from './world.ts';

const date = (ms: number) => new Date(ms).toUTCString();

test('what waits is tried at once; what is paused stays paused', () => {
  const set = { type: 'clock-set' } as const;
  expect(advance(entry({ nextAt: T0 + HOUR }), set, T0).nextAt).toBe(T0);
  const due = entry({ nextAt: T0 - 1 });
  expect(advance(due, set, T0)).toBe(due);
  const checking = entry({ state: 'checking', reason: 'dropped', looks: 2, nextAt: null });
  expect(advance(checking, set, T0)).toEqual({ ...checking, looks: 0 });
});

test('an answer whose clock is another than the last one showed says so before the offset is read', async () => {
  let now = T0;
  const set: number[] = [];
  const clock = createServerClock(
    createMemoryStore(),
    () => now,
    async () => void set.push(now),
  );
  await clock.observe(date(T0));
  await clock.observe(date(T0 + 40_000));
  now += HOUR;
  void clock.observe(date(T0 + 60_000));
  expect(await clock.offset()).toBe(60_000 - HOUR);
  expect(set).toEqual([T0 + HOUR]);
});

test('an offset that could not be stored is no obstacle for the next', async () => {
  const store = createMemoryStore();
  const { changeValue } = store;
  store.changeValue = () => Promise.reject(new Error('disk'));
  const clock = createServerClock(store, () => T0);
  await expect(clock.observe(date(T0))).rejects.toThrow('disk');
  store.changeValue = changeValue;
  await clock.observe(date(T0 + 90_000));
  expect(await clock.offset()).toBe(90_000);
});

test('a clock that is set back by hours delays neither a check nor what a limit held', async () => {
  const world = createWorld();
  const keeper = createBudgetKeeper(world.store, () => world.now);
  world.creates.push('cut-before');
  await world.outbox.accept([submission('e1')]);
  await world.outbox.drain();
  await keeper.close(world.now + 30_000, caller());
  world.now -= 3 * HOUR;
  world.skew += 3 * HOUR;
  await world.run(10 * 60_000);
  expect(await world.states()).toEqual(['confirmed: not-found-there']);
  expect(world.texts()).toHaveLength(1);
  world.now += 60_000;
  expect(await keeper.reserve('post', caller())).toEqual({ ok: true });
});

test('a clock that is set back before anything was tried delays nothing', async () => {
  const world = createWorld();
  await world.outbox.accept([submission('e1')]);
  world.now -= HOUR;
  await world.run(MINUTE);
  expect(await world.states()).toEqual(['confirmed: accepted']);
});

test('a clock that is set forward does not cut the three minutes short', async () => {
  const world = createWorld();
  await world.outbox.observe(date(world.now));
  world.creates.push('cut-before');
  await world.outbox.accept([submission('e1')]);
  await world.outbox.drain();
  const left = world.now;
  world.now += 3 * HOUR;
  world.skew -= 3 * HOUR;
  await world.run();
  const second = world.posts[0]?.createdAt ?? 0;
  expect(world.posts).toHaveLength(1);
  expect(second - left).toBeGreaterThanOrEqual(179_000);
});

test('a limit that is heard after the clock was set back holds as long as it says', async () => {
  const world = createWorld();
  const keeper = createBudgetKeeper(world.store, () => world.now);
  await world.outbox.accept([submission('e1')]);
  await world.outbox.drain();
  await keeper.reserve('post', caller());
  world.now -= 3 * HOUR;
  await keeper.close(world.now + MINUTE, caller());
  const { now } = world;
  await world.outbox.drain();
  expect(await keeper.reserve('post', caller())).toEqual({ ok: false, until: now + MINUTE });
});

test('what a window was told, and what was sent in it, move with the clock', () => {
  const sent = reserve(createBudgetState(), 'post', T0);
  if (!sent.ok) throw new Error('an empty budget refuses');
  const headers = new Headers({ 'RateLimit-Policy': '"15m";q=100;w=900', RateLimit: '"15m";r=1;t=60' });
  const seen = keptRight(learn(close(sent.state, T0 + 5_000), headers, T0), T0);
  expect(keptRight(seen, T0 + HOUR)).toEqual({ ...seen, rightAt: T0 + HOUR });
  const back = keptRight(seen, T0 - HOUR);
  expect(back.closedUntil).toBe(T0 + 5_000 - HOUR);
  expect(back.windows[0]).toMatchObject({
    told: { until: T0 + 60_000 - HOUR },
    stamps: [{ last: T0 - HOUR }],
  });
  expect(back.windows[1]?.told).toBeNull();
});

test('an equal entry whose clock leaves its time open keeps another from taking the post', () => {
  const alike = { state: 'checking', reason: 'dropped' } as const;
  const sought = [
    { entry: entry({ id: 'e1', ...alike }), window: { possible: T0, certain: T0 + HOUR }, asks: true },
    { entry: entry({ id: 'e2', ...alike }), window: { possible: T0, certain: T0 }, asks: true },
  ];
  const verdicts = matchEntries(sought, [post({ id: 'p1', createdAt: T0 + 1 })], new Set());
  expect([...verdicts.values()].map(({ kind }) => kind)).toEqual(['near', 'near']);
});
