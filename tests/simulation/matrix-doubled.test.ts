// The fault matrix with a second trouble: another crash, another post, a fault of the look, or a change of mind.
import { describe, test } from 'vitest';
import { explore, exploreWishes, MODES, submissions } from './matrix.ts';
import { KINDS, OUTCOMES, type Outcome, outcomeOf } from './matrix-answers.ts';
import { count, judge, note, testSizes, useMatrix } from './matrix-report.ts';

const TWO_CRASHES = 'two crashes';
const TWO_POSTS = 'two posts';
const LOOKS = 'a look that meets an outcome';
const WISHES = 'a cancel at every point';

useMatrix();

describe(TWO_CRASHES, () => {
  test.each([
    ['queue', 'ok, committed'],
    ['queue', 'cut, not committed'],
    ['queue', 'cut, committed'],
    ['queue', 'cut, committed 170 s later'],
    ['now', 'cut, not committed'],
    ['now', 'cut, committed'],
  ] as const)('%s: %s', async (mode, name) => {
    const one = { outcome: outcomeOf(name), mode, submissions: submissions(mode, 'one') };
    count(TWO_CRASHES, await explore(one, 2, (end, path) => judge(end, one, path)));
  });
});

describe.each(['two', 'twins'] as const)(`${TWO_POSTS}: %s`, (which) => {
  test.each(Object.entries(MODES))('%s', async (_mode, mode) => {
    for (const outcome of KINDS) {
      const one = { outcome, mode, submissions: submissions(mode, which) };
      count(TWO_POSTS, await explore(one, 1, (end, path) => note(end, one, path)));
    }
  });
});

/** A look reads, so what it meets commits nothing, and only the words of the answer are left of the outcome. */
const LOOK_ANSWERS = OUTCOMES.filter(([answer]) => answer !== 'ok').map(
  ([answer, outcomes]) => [answer, outcomes[0] as Outcome] as const,
);

describe(LOOKS, () => {
  test.each(LOOK_ANSWERS)('%s', async (_answer, look) => {
    for (const name of ['cut, not committed', 'cut, committed']) {
      const one = {
        outcome: outcomeOf(name),
        mode: 'queue',
        submissions: submissions('queue', 'one'),
        look,
      } as const;
      count(LOOKS, await explore(one, 1, (end, path) => judge(end, one, path)));
    }
  });
});

describe.each(['queue', 'now'] as const)(`${WISHES}: %s`, (mode) => {
  test.each(KINDS.map((outcome) => [outcome.name, outcome] as const))('%s', async (_name, outcome) => {
    const one = { outcome, mode, submissions: submissions(mode, 'one') };
    count(WISHES, await exploreWishes(one, (end, at) => note(end, one, [`cancelled at: ${at}`])));
  });
});

testSizes({ [TWO_CRASHES]: 3500, [TWO_POSTS]: 3000, [LOOKS]: 2500, [WISHES]: 2500 });
