// Random schedules of everything that can go wrong, through the production outbox: no promise is broken in any.
import { describe, expect, test } from 'vitest';
import { runOnAllCores } from './run.ts';
import { PROFILE_NAMES, type ProfileName } from './setup.ts';
import { emptyVerdict, type Verdict } from './verdict.ts';

const SCHEDULES = 20_000;
const MINUTES = 60_000;

/** One line for each broken promise, with the command that shows it happen. */
function told({ found }: Verdict): string[] {
  return found.map(
    ({ seed, profile, promise, reason }) =>
      `${promise}: ${reason}; npm run simulate -- --seed ${seed} --schedules 1 --profile ${profile} --trace`,
  );
}

describe('twenty thousand schedules', () => {
  let verdict = emptyVerdict();

  test('break no promise', { timeout: 5 * MINUTES }, async () => {
    verdict = await runOnAllCores({ from: 1, count: SCHEDULES, profile: null });
    expect(told(verdict)).toEqual([]);
    expect(verdict.broken).toEqual(emptyVerdict().broken);
    expect(verdict.schedules).toBe(SCHEDULES);
  });

  test.each<[keyof Verdict['counts'], number]>([
    ['posts', 60_000],
    ['starts', 80_000],
    ['kills', 15_000],
    ['crashes', 1_000],
    ['naps', 2_000],
    ['clockJumps', 1_500],
    ['faults', 20_000],
    ['lateCommits', 2_000],
    ['limited', 1_500],
    ['looks', 25_000],
    ['refreshes', 1_000],
    ['needsYou', 1_200],
    ['words', 1_200],
    ['undos', 3_000],
    ['withdrawals', 2_000],
    ['signOuts', 600],
    ['outsideActs', 1_000],
    ['repeats', 10_000],
    ['refusals', 4_000],
    ['classic', 4_500],
    ['moves', 1_800],
    ['switchedOff', 2_000],
  ])('were no quiet days: %s', (what, least) => {
    expect(verdict.counts[what]).toBeGreaterThanOrEqual(least);
  });

  test.each<[ProfileName, number]>([
    ['mixed', 19_000],
    ['burst', 150],
    ['offline-day', 50],
    ['thirty-days', 30],
    ['outage', 80],
    ['brownout', 80],
  ])('met the world %s', (profile, least) => {
    expect(verdict.profiles[profile]).toBeGreaterThanOrEqual(least);
  });
});

test.each(PROFILE_NAMES)('the same seed is the same %s again, step by step', async (profile) => {
  const batch = { from: 4711, count: 3, profile };
  const [once, again] = [await runOnAllCores(batch), await runOnAllCores(batch)];
  expect(again).toEqual(once);
  expect((await runOnAllCores({ ...batch, from: 4712 })).hash).not.toBe(once.hash);
});
