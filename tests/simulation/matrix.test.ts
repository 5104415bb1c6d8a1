// Every crash point × every server outcome × the modes, exhaustively; what was tried is counted, and has to be enough.
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  type Case,
  expectedState,
  explore,
  exploreWishes,
  faultsOf,
  MODES,
  mayAsk,
  submissions,
  type Tally,
} from './matrix.ts';
import { KINDS, OUTCOMES, type Outcome, outcomeOf } from './matrix-answers.ts';
import type { End } from './matrix-worker.ts';

beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterAll(() => void vi.useRealTimers());

/** What each part has tried: cases, and how many of them had to be run because they differ. */
const tallies = new Map<string, Tally>();

function count(part: string, { points, runs }: Tally): void {
  const before = tallies.get(part) ?? { points: 0, runs: 0 };
  tallies.set(part, { points: before.points + points, runs: before.runs + runs });
}

/** What is wrong, with its story; asserted once a test, as tens of thousands of assertions would take their time. */
const wrong: string[] = [];
afterEach(() => expect(wrong.splice(0)).toEqual([]));

function note(faults: string[], one: Case, path: string[]): void {
  const killed = path.length > 0 ? `killed: ${path.join(', then ')}` : 'nobody died';
  for (const fault of faults)
    wrong.push(`${one.outcome.name}, ${JSON.stringify(one.mode)}, ${killed}: ${fault}`);
}

function judge(end: End, one: Case, path: string[]): void {
  note(faultsOf(end, one), one, path);
  const state = end.entries[0]?.state;
  const expected = path.length === 0 ? expectedState(one) : mayAsk(one) ? state : 'confirmed';
  if (state !== expected) note([`${state}, not ${expected}`], one, path);
}

const CRASHES = 'a crash at every point of every outcome';
const TWO_CRASHES = 'two crashes';
const TWO_POSTS = 'two posts';
const LOOKS = 'a look that meets an outcome';
const WISHES = 'a cancel at every point';

describe.each(Object.entries(MODES))(`${CRASHES}: %s`, (_mode, mode) => {
  test.each(OUTCOMES)('%s', async (_answer, outcomes) => {
    for (const outcome of outcomes) {
      const one = { outcome, mode, submissions: submissions(mode, 'one') };
      count(CRASHES, await explore(one, 1, (end, path) => judge(end, one, path)));
    }
  });
});

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
      count(TWO_POSTS, await explore(one, 1, (end, path) => note(faultsOf(end, one), one, path)));
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
    count(
      WISHES,
      await exploreWishes(one, (end, at) => note(faultsOf(end, one), one, [`(cancelled) ${at}`])),
    );
  });
});

/** Distinct runs of each part at least; a step more or less of the outbox changes them, an empty part must not pass. */
const AT_LEAST: Record<string, number> = {
  [CRASHES]: 11_000,
  [TWO_CRASHES]: 3_500,
  [TWO_POSTS]: 3_000,
  [LOOKS]: 2_500,
  [WISHES]: 2_500,
};

test('the matrix is as large as it is said to be', () => {
  const told = [...tallies].map(
    ([part, { points, runs }]) => `${part}: ${points} cases, ${runs} distinct runs`,
  );
  console.error(told.join('\n'));
  for (const [part, least] of Object.entries(AT_LEAST))
    expect(tallies.get(part)?.runs ?? 0, part).toBeGreaterThanOrEqual(least);
});
