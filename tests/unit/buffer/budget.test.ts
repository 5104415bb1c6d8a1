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
import { exhaust } from './exhaust.ts';
import { NOW } from './scripted.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

function taken(state: BudgetState, purpose: Purpose, now: number): BudgetState {
  const answer = reserve(state, purpose, now);
  if (!answer.ok) throw new Error('refused');
  return answer.state;
}

test('the classic budget is 55 a minute, and the next comes 2 s after the minute', () => {
  const { count, state, until } = exhaust(createBudgetState(CLASSIC_BUDGET), 'post', NOW);
  expect(count).toBe(55);
  expect(until).toBe(NOW + MINUTE + 2000);
  expect(reserve(state, 'post', until - 1).ok).toBe(false);
  expect(reserve(state, 'post', until).ok).toBe(true);
});

test('the GraphQL budget starts with Buffer’s smallest plan and never uses the last calls', () => {
  const { count, until } = exhaust(createBudgetState(), 'post', NOW);
  expect(count).toBe(97);
  expect(until).toBe(NOW + 15 * MINUTE + 2000);
});

test('the day ends a burst that the quarter hours allow', () => {
  let state = createBudgetState();
  let sum = 0;
  for (let now = NOW; now < NOW + DAY; now += 16 * MINUTE) {
    const burst = exhaust(state, 'post', now);
    sum += burst.count;
    state = burst.state;
  }
  expect(sum).toBe(245);
  // The first two bursts are kept as one group, which leaves with its latest call.
  const opens = NOW + DAY + 16 * MINUTE + 2000;
  expect(reserve(state, 'post', NOW + DAY)).toEqual({ ok: false, until: opens });
  expect(reserve(state, 'post', opens).ok).toBe(true);
});

test('what a person looks at has a fifth of the day, whatever else is read', () => {
  const { state } = exhaust(createBudgetState(), 'list', NOW);
  const [first, second] = [exhaust(state, 'view', NOW), 16 * MINUTE];
  const rest = exhaust(first.state, 'view', NOW + second);
  expect(first.count + rest.count).toBe(49);
  expect(reserve(rest.state, 'post', NOW + second).ok).toBe(true);
});

test('a state that an older version has stored goes on', () => {
  const { state } = exhaust(createBudgetState(CLASSIC_BUDGET), 'look', NOW);
  const older = {
    ...state,
    windows: state.windows.map((window) => ({
      ...window,
      stamps: window.stamps.map((stamps) => ({ ...stamps, counts: stamps.counts.slice(0, 3) })),
    })),
  };
  expect(exhaust(older, 'view', NOW)).toEqual(exhaust(state, 'view', NOW));
});

test('looking has a fifth of the day, lists a tenth, and posts have what is left', () => {
  let state = createBudgetState();
  const look = exhaust(state, 'look', NOW);
  expect(look.count).toBe(48);
  const list = exhaust(look.state, 'list', NOW + 16 * MINUTE);
  expect(list.count).toBe(24);
  expect(list.until).toBeGreaterThan(NOW + DAY);
  state = list.state;
  expect(reserve(state, 'post', NOW + 16 * MINUTE).ok).toBe(true);
});

test('posts that fill a window leave nothing to lists', () => {
  const { state } = exhaust(createBudgetState(CLASSIC_BUDGET), 'post', NOW);
  expect(reserve(state, 'list', NOW).ok).toBe(false);
});

test('a reservation changes nothing of the state that it was asked of', () => {
  const state = createBudgetState();
  const before = JSON.stringify(state);
  reserve(state, 'post', NOW);
  learn(state, new Headers({ 'Retry-After': '5' }), NOW);
  close(state, NOW + 1);
  expect(JSON.stringify(state)).toBe(before);
});

test('the state survives storage, and stays small after a month of full use', () => {
  let state = createBudgetState();
  for (let now = NOW; now < NOW + 30 * DAY; now += 12 * MINUTE) {
    const answer = reserve(state, 'post', now);
    if (answer.ok) state = answer.state;
  }
  const text = JSON.stringify(state);
  expect(text.length).toBeLessThan(20_000);
  const now = NOW + 30 * DAY;
  expect(reserve(JSON.parse(text), 'post', now)).toEqual(reserve(state, 'post', now));
});

test('a 429 closes until its moment', () => {
  const state = close(createBudgetState(), NOW + 5000);
  expect(reserve(state, 'post', NOW)).toEqual({ ok: false, until: NOW + 5000 });
  expect(reserve(close(state, NOW + 1), 'post', NOW)).toEqual({ ok: false, until: NOW + 5000 });
  expect(reserve(state, 'post', NOW + 5000).ok).toBe(true);
  const learned = learn(createBudgetState(), new Headers({ 'Retry-After': '5' }), NOW);
  expect(reserve(learned, 'post', NOW)).toEqual({ ok: false, until: NOW + 5000 });
});

const lists = (policy: string, limit: string) =>
  new Headers({ 'RateLimit-Policy': policy, RateLimit: limit });

test('windows are matched by their length, whatever they are called', () => {
  const headers = lists('"moon";q=500;w=86400', '"moon";r=500;t=86400');
  const state = learn(createBudgetState(), headers, NOW);
  expect(state.windows.map(({ seconds, limit }) => [seconds, limit])).toEqual([
    [900, 100],
    [86_400, 500],
    [2_592_000, 3000],
  ]);
});

test('a window that was not known counts from then on', () => {
  const state = learn(createBudgetState(), lists('"1h";q=20;w=3600', '"1h";r=20;t=3600'), NOW);
  expect(state.windows).toHaveLength(4);
  expect(exhaust(state, 'post', NOW).count).toBe(17);
});

test('broken answers do not make the record grow', () => {
  let state = createBudgetState();
  for (let w = 1; w < 50; w += 1) state = learn(state, lists(`"x";q=9;w=${w}`, '"x";r=9;t=1'), NOW);
  expect(state.windows.length).toBeLessThanOrEqual(6);
  state = learn(createBudgetState(), lists('"x";q=0;w=0', '"x";r=0;t=60'), NOW);
  expect(state.windows).toHaveLength(3);
});

test('what another device used is counted: the server’s word is taken if it is less than our own', () => {
  const state = learn(createBudgetState(), lists('"15m";q=100;w=900', '"15m";r=10;t=300'), NOW);
  const { count, until } = exhaust(state, 'post', NOW);
  expect(count).toBe(7);
  expect(until).toBe(NOW + 300_000);
});

test('a policy alone says nothing of what is left', () => {
  const state = learn(createBudgetState(), new Headers({ 'RateLimit-Policy': '"15m";q=80;w=900' }), NOW);
  expect(state.windows[0]).toMatchObject({ limit: 80, told: null });
});

test('a word without a limit keeps the one that is known, and one without a reset lasts its window', () => {
  const state = learn(createBudgetState(), lists('"15m";w=900', '"15m";r=0'), NOW);
  expect(state.windows[0]).toMatchObject({ limit: 100, told: { remaining: 0, until: NOW + 15 * MINUTE } });
});

test('the server’s word never gives more than our own count', () => {
  const used = exhaust(createBudgetState(), 'post', NOW).state;
  const state = learn(used, lists('"15m";q=100;w=900', '"15m";r=100;t=900'), NOW);
  expect(reserve(state, 'post', NOW).ok).toBe(false);
});

test.each(['RateLimit', 'X-RateLimit'])(
  '%s headers that name no window close only when nothing is left',
  (prefix) => {
    const headers = (remaining: string) =>
      new Headers({
        [`${prefix}-Limit`]: '77',
        [`${prefix}-Remaining`]: remaining,
        [`${prefix}-Reset`]: '30',
      });
    expect(reserve(learn(createBudgetState(), headers('5'), NOW), 'post', NOW).ok).toBe(true);
    expect(reserve(learn(createBudgetState(), headers('0'), NOW), 'post', NOW)).toEqual({
      ok: false,
      until: NOW + 30_000,
    });
  },
);

test('a clock that was set back delays by one window at most', () => {
  const { state } = exhaust(createBudgetState(CLASSIC_BUDGET), 'post', NOW + DAY);
  expect(reserve(state, 'post', NOW)).toEqual({ ok: false, until: NOW + MINUTE + 2000 });
});

test('until is a promise: asking again then works, if nothing else was sent', () => {
  let state = createBudgetState();
  let now = NOW;
  for (let i = 0; i < 400; i += 1) {
    const answer = reserve(state, 'post', now);
    if (answer.ok) state = answer.state;
    else {
      now = answer.until;
      state = taken(state, 'post', now);
    }
  }
});
