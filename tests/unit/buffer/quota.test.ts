// What is said of a budget: the tightest window, as it is counted here and as Buffer tells it, and when it opens.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type BudgetState,
  CLASSIC_BUDGET,
  close,
  createBudgetState,
  learn,
  type Purpose,
  reserve,
} from '../../../lib/buffer/budget.ts';
import { quotaOf } from '../../../lib/buffer/quota.ts';
import { exhaust } from './exhaust.ts';
import { NOW } from './scripted.ts';

const MINUTE = 60_000;
const DAY = 86_400;

function told(state: BudgetState, window: string, left: string): BudgetState {
  const headers = { 'RateLimit-Policy': `"x";${window}`, RateLimit: `"x";${left}` };
  return learn(state, new Headers(headers), NOW);
}

test('before the first call all is left but what is kept, of the smallest window', () => {
  const all = { seconds: 900, limit: 100, left: 97, growsAt: null, closedUntil: null };
  expect(quotaOf(createBudgetState(), NOW)).toEqual(all);
});

test('each call of whatever kind takes one, until the first of them leaves the window', () => {
  let state = createBudgetState(CLASSIC_BUDGET);
  for (const [n, purpose] of (['post', 'look', 'list', 'view'] as const).entries()) {
    const answer = reserve(state, purpose, NOW + n);
    if (answer.ok) state = answer.state;
  }
  const growsAt = NOW + 3 + MINUTE + 2000;
  const expected = { seconds: 60, limit: 60, left: 51, growsAt, closedUntil: null };
  expect(quotaOf(state, NOW + 10)).toEqual(expected);
  expect(quotaOf(state, growsAt)).toMatchObject({ left: 55, growsAt: null });
});

test('used up, it says until when', () => {
  const { state, until } = exhaust(createBudgetState(CLASSIC_BUDGET), 'post', NOW);
  expect(quotaOf(state, NOW)).toMatchObject({ left: 0, closedUntil: until });
  expect(quotaOf(state, until)).toMatchObject({ left: 55, closedUntil: null });
});

test('what Buffer tells is believed if it is less, until it forgets', () => {
  const state = told(createBudgetState(), `q=250;w=${DAY}`, 'r=7;t=3600');
  const growsAt = NOW + 60 * MINUTE;
  expect(quotaOf(state, NOW)).toEqual({ seconds: DAY, limit: 250, left: 4, growsAt, closedUntil: null });
  expect(quotaOf(state, growsAt)).toMatchObject({ seconds: 900, left: 97 });
  const more = told(createBudgetState(), 'q=100;w=900', 'r=200;t=60');
  expect(quotaOf(more, NOW)).toMatchObject({ left: 97, growsAt: null });
});

test('a window that has become larger has more left', () => {
  const low = told(createBudgetState(), 'q=100;w=900', 'r=5;t=600');
  expect(quotaOf(low, NOW)).toMatchObject({ left: 2, limit: 100 });
  const grown = told(low, 'q=500;w=900', 'r=405;t=600');
  expect(quotaOf(grown, NOW)).toMatchObject({ seconds: DAY, left: 245 });
});

test('the last few count as gone', () => {
  const state = told(createBudgetState(), 'q=100;w=900', 'r=2;t=600');
  expect(quotaOf(state, NOW)).toMatchObject({ left: 0, closedUntil: NOW + 10 * MINUTE });
});

test('a 429 closes it, whatever is left', () => {
  const state = close(createBudgetState(), NOW + MINUTE);
  expect(quotaOf(state, NOW)).toMatchObject({ left: 97, closedUntil: NOW + MINUTE });
});

test('as many posts may leave as it says, whatever has left before', () => {
  const calls = fc.array(
    fc.record({
      purpose: fc.constantFrom<Purpose>('post', 'look', 'list', 'view'),
      wait: fc.nat(5 * MINUTE),
      left: fc.option(fc.nat(100)),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(calls, (all) => {
      let [state, now] = [createBudgetState(), NOW];
      for (const { purpose, wait, left } of all) {
        now += wait;
        const answer = reserve(state, purpose, now);
        if (answer.ok) state = answer.state;
        const headers = { 'RateLimit-Policy': '"x";q=100;w=900', RateLimit: `"x";r=${left};t=900` };
        if (left !== null) state = learn(state, new Headers(headers), now);
      }
      expect(exhaust(state, 'post', now).count).toBe(quotaOf(state, now).left);
    }),
  );
});
