// What a part of the fault matrix has tried, and what it found wrong: told once a test, counted over all of them.
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Case, expectedState, faultsOf, mayAsk, type Tally } from './matrix.ts';
import type { End } from './matrix-worker.ts';

const tallies = new Map<string, Tally>();
const wrong: string[] = [];

/** To be called once in a file: a call's 20 seconds pass when the server lets them, and each test must find nothing. */
export function useMatrix(): void {
  beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterAll(() => void vi.useRealTimers());
  // Asserted once a test, as tens of thousands of assertions would take their time.
  afterEach(() => expect(wrong.splice(0)).toEqual([]));
}

export function count(part: string, { points, runs }: Tally): void {
  const before = tallies.get(part) ?? { points: 0, runs: 0 };
  tallies.set(part, { points: before.points + points, runs: before.runs + runs });
}

export function note(end: End, one: Case, path: string[]): void {
  for (const fault of faultsOf(end, one)) tell(one, path, fault);
}

/** The same for the first post of a case in which nobody changes their mind: it has to come to a certain end. */
export function judge(end: End, one: Case, path: string[]): void {
  note(end, one, path);
  const state = end.entries[0]?.state;
  const expected = path.length === 0 ? expectedState(one) : mayAsk(one, end) ? state : 'confirmed';
  if (state !== expected) tell(one, path, `${state}, not ${expected}`);
}

function tell({ outcome, mode }: Case, path: string[], fault: string): void {
  const story = path.length > 0 ? path.join(', then ') : 'nobody dies';
  wrong.push(`${outcome.name}, ${JSON.stringify(mode)}, ${story}: ${fault}`);
}

/** The last test of a file: says what was tried, and fails if a part of it (distinct runs) has become too small. */
export function testSizes(atLeast: Record<string, number>): void {
  test('the matrix is as large as it is said to be', () => {
    const told = [...tallies].map(([part, { points, runs }]) => `${part}: ${points} cases, ${runs} distinct`);
    console.error(told.join('\n'));
    for (const [part, least] of Object.entries(atLeast))
      expect(tallies.get(part)?.runs ?? 0, part).toBeGreaterThanOrEqual(least);
  });
}
