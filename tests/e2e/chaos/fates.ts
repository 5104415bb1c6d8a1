// What each arrival at the local Buffer suffers during a burst, drawn in advance so that a seed repeats it.
import type { Fault } from '../sandbox.ts';
import type { Chance } from './random.ts';

type Fate = Omit<Fault, 'operation' | 'nth' | 'times'>;
type Draw = (chance: Chance) => Fate;
type Table = readonly (readonly [weight: number, draw: Draw])[];

/** No answer is kept back for longer than this (ms): whoever waits as long knows that no commit is under way. */
export const LONGEST_DELAY_MS = 400;
/** No commit comes later than this after its request (ms of the local Buffer's clock); the promise is for 180 s. */
export const LATEST_COMMIT_MS = 150_000;
const ARRIVALS = 60;

const slow: Draw = (chance) => ({ do: 'delay', when: 'before', seconds: seconds(chance) });
const answeredLate: Draw = (chance) => ({ do: 'delay', when: 'after', seconds: seconds(chance) });
const busy: Draw = () => ({ do: 'status', status: 429, when: 'before', headers: { 'Retry-After': '2' } });
const refused: Draw = () => ({ do: 'status', status: 401, when: 'before' });

/** No 408: on a connection that it has used before, Chromium answers that by sending the POST once more itself. */
function broken(when: 'before' | 'after'): Draw {
  return (chance) => ({ do: 'status', status: chance.one([500, 502, 503, 504]), when });
}

/** Behind the headers: a POST that breaks ahead of them is sent once more by Chromium itself, too. */
function cut(when: 'before' | 'after'): Draw {
  return () => ({ do: 'cut', status: 200, when });
}

/** Buffer says that it failed, or nothing, and commits later all the same. */
function late(outcome: Fate): Draw {
  return (chance) => ({ ...outcome, when: 'late', afterSeconds: chance.whole(1, LATEST_COMMIT_MS / 1000) });
}

function garbled(when: 'before' | 'after'): Draw {
  return () => ({ do: 'body', when });
}

function silent(when: 'before' | 'after'): Draw {
  return () => ({ do: 'hang', when });
}

function seconds(chance: Chance): number {
  return Math.round(chance.between(10, LONGEST_DELAY_MS)) / 1000;
}

const CREATES: Table = [
  [50, slow],
  [13, answeredLate],
  [5, broken('before')],
  [7, broken('after')],
  [4, busy],
  [3, cut('before')],
  [6, cut('after')],
  [2, garbled('before')],
  [4, garbled('after')],
  [1, silent('before')],
  [2, silent('after')],
  [2, late({ do: 'status', status: 504 })],
  [2, late({ do: 'cut', status: 200 })],
  [1, refused],
];

const READS: Table = [
  [75, slow],
  [12, broken('before')],
  [4, busy],
  [5, cut('before')],
  [4, garbled('before')],
];

function drawn(table: Table, chance: Chance): Fate {
  let rest = chance.below(table.reduce((sum, [weight]) => sum + weight, 0));
  const found = table.find(([weight]) => {
    rest -= weight;
    return rest < 0;
  });
  return (found ?? (table[0] as Table[number]))[1](chance);
}

/** One rule for each of the next arrivals: the nth suffers the nth of its operation. */
export function fates(chance: Chance): Fault[] {
  const rules = (operation: string, table: Table): Fault[] =>
    Array.from({ length: ARRIVALS }, (_, index) => ({
      ...drawn(table, chance),
      operation,
      nth: index + 1,
      times: 1,
    }));
  return [...rules('createPost', CREATES), ...rules('posts', READS)];
}
