// Every crash point × every server outcome × the modes, exhaustively.
import { describe, test } from 'vitest';
import { explore, MODES, submissions } from './matrix.ts';
import { OUTCOMES } from './matrix-answers.ts';
import { count, judge, testSizes, useMatrix } from './matrix-report.ts';

const CRASHES = 'a crash at every point of every outcome';

useMatrix();

describe.each(Object.entries(MODES))(`${CRASHES}: %s`, (_mode, mode) => {
  test.each(OUTCOMES)('%s', async (_answer, outcomes) => {
    for (const outcome of outcomes) {
      const one = { outcome, mode, submissions: submissions(mode, 'one') };
      count(CRASHES, await explore(one, 1, (end, path) => judge(end, one, path)));
    }
  });
});

testSizes({ [CRASHES]: 11_000 });
