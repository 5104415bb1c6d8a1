// Schedules that once broke a promise, and why. A seed says the same only as long as the world draws the same: what
// each of them found is held on to by a unit test as well.
import { expect, test } from 'vitest';
import { runOnAllCores } from './run.ts';
import type { ProfileName } from './setup.ts';

test.each<[string, ProfileName, number]>([
  ['the date in Retry-After was read by a device that is hours off', 'mixed', 158],
  ['a device set its clock back, and what waited for minutes waited for hours', 'mixed', 190],
  ['a device set its clock back while a post was being looked for', 'mixed', 337],
  ['a worker died between the ring of its alarm and the next plan', 'mixed', 5],
  ['a clock that was set moved the time in which a post was looked for', 'mixed', 463],
  ['the first attempt left before the server’s time was known', 'mixed', 3392],
  ['a refused token between two looks cut the second one short', 'mixed', 590],
  ['a duplicate that was wished gone was called gone', 'mixed', 5462],
  [
    'an equal post was taken by an entry that had sent none, while the other’s clock was in doubt',
    'mixed',
    182860,
  ],
  ['a clock that was set planned a look anew, and the alarm did not know', 'mixed', 134503],
  ['a limit that was heard after the clock was set back was moved with it', 'mixed', 49248],
])('%s (%s, seed %i)', async (_why, profile, seed) => {
  const { found } = await runOnAllCores({ from: seed, count: 1, profile });
  expect(found).toEqual([]);
});
