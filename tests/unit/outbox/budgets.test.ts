// The rate budgets of one account: one for each API, as neither knows of the other's calls.
import { describe, expect, test } from 'vitest';
import { createBudgetKeeper } from '../../../lib/outbox/budget.ts';
import { callersOf } from '../../../lib/outbox/caller.ts';
import { createMemoryStore } from '../../../lib/outbox/store.memory.ts';
import { caller, HOUR, MINUTE, submission, T0 } from './fixtures.ts';
import { createWorld } from './world.ts';

const REST = caller('a1', 'rest');

describe('the budgets of an account', () => {
  test('are counted apart, each by its API’s limits, and both are kept', async () => {
    const store = createMemoryStore();
    let now = T0;
    const keeper = createBudgetKeeper(store, () => now);
    const taken = async (api: 'graphql' | 'rest') => {
      let count = 0;
      while ((await keeper.reserve('post', caller('a1', api))).ok) count += 1;
      return count;
    };
    expect(await taken('rest')).toBe(55);
    expect(await taken('graphql')).toBe(97);
    now += 62_000;
    expect(await taken('rest')).toBe(55);
    expect(await taken('graphql')).toBe(0);
  });

  test('one is closed alone', async () => {
    const keeper = createBudgetKeeper(createMemoryStore(), () => T0);
    await keeper.close(T0 + MINUTE, REST);
    expect(await keeper.reserve('post', REST)).toEqual({ ok: false, until: T0 + MINUTE });
    expect(await keeper.reserve('post', caller())).toEqual({ ok: true });
  });

  test('say what is left of each, and take nothing by it', async () => {
    const keeper = createBudgetKeeper(createMemoryStore(), () => T0);
    expect(await keeper.quota(REST)).toMatchObject({ limit: 60, left: 55 });
    await keeper.reserve('post', REST);
    await keeper.close(T0 + MINUTE, caller());
    for (let times = 0; times < 2; times += 1) {
      expect(await keeper.quota(REST)).toMatchObject({ left: 54, closedUntil: null });
      expect(await keeper.quota(caller())).toMatchObject({ left: 97, closedUntil: T0 + MINUTE });
    }
  });

  test('that of the GraphQL API is where it always was', async () => {
    const store = createMemoryStore();
    await createBudgetKeeper(store, () => T0).reserve('post', caller());
    expect(await store.value('budget', 'a1')).toBeDefined();
    expect(callersOf('a1')).toEqual([caller(), REST]);
  });

  test('both move with a clock that is set back', async () => {
    const world = createWorld();
    const keeper = createBudgetKeeper(world.store, () => world.now);
    await world.outbox.accept([submission('e1')]);
    await world.outbox.drain();
    for (const one of callersOf('a1')) await keeper.close(world.now + MINUTE, one);
    world.now -= 3 * HOUR;
    await world.outbox.drain();
    world.now += MINUTE;
    for (const one of callersOf('a1')) expect(await keeper.reserve('post', one)).toEqual({ ok: true });
  });
});
