// Everything that may go wrong with one call, as data: the fault matrix names each, a schedule draws them.
import type { Random } from '../random.ts';

/** Buffer's typed answers that are no success. */
export const TYPED = ['unexpected', 'invalid', 'limit', 'forbidden', 'no-access', 'classic-unknown'] as const;
/** Those of them that say no: nothing is ever committed then. */
export const REFUSALS = ['invalid', 'limit', 'forbidden', 'no-access'] as const;
/** Ways of a 429 to say when to come back. */
export const LIMITED = ['limited-seconds', 'limited-date', 'limited-body', 'limited-silent'] as const;
/** Answers of 2xx that nobody can believe. */
export const UNREADABLE = ['html', 'truncated', 'misshapen', 'other-channel', 'errors'] as const;
export const STATUSES = [408, 500, 502, 503] as const;

export type Answer =
  /** What the server has to say, in time. */
  | 'honest'
  /** The connection is refused: the call never arrives. */
  | 'refused'
  /** The connection breaks without an answer, or none ever comes. */
  | 'cut'
  | 'hang'
  | 'unauthorized'
  /** A gateway makes the call twice, and passes on what the second one was told. */
  | 'repeated'
  | (typeof TYPED)[number]
  | (typeof LIMITED)[number]
  | (typeof UNREADABLE)[number]
  | (typeof STATUSES)[number];

export interface Fault {
  /** Whether a write is carried out: never, at its arrival, or so many milliseconds after it. */
  commit: 'never' | 'arrival' | number;
  answer: Answer;
  /** Added to the way there and to the way back, in milliseconds. */
  delay?: { there: number; back: number };
}

/** Nothing commits later than this after its call was cut: beyond it, no promise is made. */
export const LATEST_COMMIT_MS = 180_000;

/** How often which sort of fault strikes one schedule. */
export interface Weather {
  /** Of all calls. */
  faults: number;
  /** Of the faults, which relative weights the sorts have. */
  weights: {
    cut: number;
    status: number;
    unreadable: number;
    limited: number;
    refusal: number;
    token: number;
  };
  /** How late a cut write may commit at most, in milliseconds. */
  latestCommit: number;
}

/** Draws what happens to one call; null if nothing does. */
export function drawFault(random: Random, weather: Weather): Fault | null {
  if (!random.chance(weather.faults)) return null;
  const { weights } = weather;
  const commit = (): Fault['commit'] => {
    const x = random.next();
    if (x < 0.4) return 'arrival';
    return x < 0.6 ? random.whole(0, weather.latestCommit) : 'never';
  };
  switch (draw(random, weights)) {
    case 'cut':
      return {
        commit: commit(),
        answer: random.pick(['refused', 'cut', 'cut', 'cut', 'hang', 'hang'] as const),
      };
    case 'status':
      return { commit: commit(), answer: random.pick(STATUSES) };
    case 'unreadable':
      return spoiltAnswer(random, commit);
    case 'limited':
      return { commit: 'never', answer: random.pick(LIMITED) };
    case 'token':
      return { commit: 'never', answer: 'unauthorized' };
    default: {
      const answer = random.pick(TYPED);
      const unknown = answer === 'unexpected' || answer === 'classic-unknown';
      return { commit: unknown ? commit() : 'never', answer };
    }
  }
}

function spoiltAnswer(random: Random, commit: () => Fault['commit']): Fault {
  const answer = random.pick([...UNREADABLE, 'repeated'] as const);
  return { commit: answer === 'repeated' ? 'arrival' : commit(), answer };
}

function draw(random: Random, weights: Weather['weights']): keyof Weather['weights'] {
  const names = Object.keys(weights) as (keyof Weather['weights'])[];
  let x = random.next() * names.reduce((sum, name) => sum + weights[name], 0);
  for (const name of names) {
    x -= weights[name];
    if (x < 0) return name;
  }
  return 'cut';
}
