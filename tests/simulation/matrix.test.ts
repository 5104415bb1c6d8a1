// Every crash point × every server outcome × the modes, exhaustively.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { expectedState, explore, faultsOf, MODES, mayAsk, OUTCOMES, submissions } from './matrix.ts';

beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterAll(() => void vi.useRealTimers());

const total = { points: 0, runs: 0 };
afterAll(() => console.error(total));

describe.each(Object.entries(MODES))('%s', (_name, mode) => {
  test.each(OUTCOMES.map((outcome) => [outcome.name, outcome] as const))('%s', async (_n, outcome) => {
    const one = { outcome, mode, submissions: submissions(mode, 'one') };
    const { points, runs } = await explore(one, 1, (end, path) => {
      const story = `killed: ${path.join(', then ') || 'never'}`;
      expect(faultsOf(end, one), story).toEqual([]);
      const states = end.entries.map(({ state }) => state);
      if (path.length === 0) expect(states, story).toEqual([expectedState(one)]);
      else if (!mayAsk(one)) expect(states, story).toEqual(['confirmed']);
    });
    total.points += points;
    total.runs += runs;
    expect(points).toBeGreaterThan(30);
  });
});
