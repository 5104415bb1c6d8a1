// The budget against a server that counts in the same rolling windows, over generated schedules.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type BudgetProfile,
  CLASSIC_BUDGET,
  createBudgetState,
  GRAPHQL_BUDGET,
  type Purpose,
  reserve,
} from '../../../lib/buffer/budget.ts';
import { exhaust } from './exhaust.ts';
import { NOW } from './scripted.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

const PROFILES: BudgetProfile[] = [
  CLASSIC_BUDGET,
  { ...GRAPHQL_BUDGET, windows: GRAPHQL_BUDGET.windows.slice(0, 1) },
  GRAPHQL_BUDGET,
  {
    windows: [
      { seconds: 10, limit: 4, keep: 1 },
      { seconds: 60, limit: 9, keep: 1 },
    ],
    marginMs: 2000,
  },
];

/** How many arrivals the fullest window of a rolling-window server held. */
function fullest(arrivals: number[], seconds: number): number {
  const sorted = arrivals.toSorted((a, b) => a - b);
  let [start, most] = [0, 0];
  for (const [end, at] of sorted.entries()) {
    while (at - (sorted[start] ?? 0) >= seconds * 1000) start += 1;
    most = Math.max(most, end - start + 1);
  }
  return most;
}

test('no schedule of calls is ever over a window at the server, with delays of up to 2 s on the way', () => {
  const call = fc.record({
    wait: fc.oneof(
      fc.constant(0),
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 0, max: 20 * MINUTE }),
    ),
    latency: fc.oneof(fc.constant(0), fc.constant(2000), fc.integer({ min: 0, max: 2000 })),
    purpose: fc.constantFrom<Purpose>('post', 'post', 'look', 'list', 'view'),
    obeys: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...PROFILES),
      fc.array(call, { minLength: 150, maxLength: 400 }),
      (profile, calls) => {
        let state = createBudgetState(profile);
        let now = NOW;
        const arrivals: number[] = [];
        for (const { wait, latency, purpose, obeys } of calls) {
          now += wait;
          let answer = reserve(state, purpose, now);
          if (!answer.ok && obeys && answer.until - now < DAY) {
            now = answer.until;
            answer = reserve(state, purpose, now);
          }
          if (!answer.ok) continue;
          state = JSON.parse(JSON.stringify(answer.state));
          arrivals.push(now + latency);
        }
        for (const { seconds, limit } of profile.windows) {
          expect(fullest(arrivals, seconds)).toBeLessThanOrEqual(limit);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('without the margin the same schedules would be over', () => {
  const profile = { windows: [{ seconds: 60, limit: 60, keep: 0 }], marginMs: 0 };
  const first = exhaust(createBudgetState(profile), 'post', NOW);
  const second = exhaust(first.state, 'post', first.until);
  const arrivals = [
    ...Array.from({ length: first.count }, () => NOW + 2000),
    ...Array.from({ length: second.count }, () => first.until),
  ];
  expect(fullest(arrivals, 60)).toBeGreaterThan(60);
});
