// What is drawn of a world for the classic API: from a stream of its own, so that it shifts nothing else.
import type { Api } from '../../lib/buffer/backend.ts';
import type { Random } from './random.ts';

/** What of a world only matters as long as the classic API answers; times are milliseconds from its start. */
export interface ClassicWorld {
  /** Whether the connection asks for short links. */
  shortens: boolean;
  /** How likely Buffer is to publish a post just after a list of its channel was read. */
  publishes: number;
  /** When the person moves to the other API: each time to the one that they have not. */
  moves: number[];
  /** When it is switched off. */
  brownouts: { from: number; to: number }[];
}

/** Which API a world begins with, where its sort leaves that open. */
export function drawApi(random: Random): Api {
  return random.chance(0.25) ? 'rest' : 'graphql';
}

/** `length` is how long the world goes on before it is calm. */
export function drawClassicWorld(random: Random, length: number): ClassicWorld {
  const moves = random.chance(0.3) ? [random.next() * length] : [];
  if (moves[0] !== undefined && random.chance(0.3))
    moves.push(moves[0] + random.next() * (length - moves[0]));
  const from = random.next() * length;
  const to = from + random.next() * (length - from);
  return {
    shortens: random.chance(0.5),
    publishes: random.chance(0.5) ? 0.3 : 0,
    moves,
    brownouts: random.chance(0.25) ? [{ from, to }] : [],
  };
}

/** Switched off for hours; a good hour is left in which the last try may still be far off. */
export function drawBrownout(random: Random): Pick<ClassicWorld, 'moves' | 'brownouts'> & { calmAt: number } {
  const from = random.next() * 1_800_000;
  const to = from + random.whole(1, 8) * 3_600_000;
  const moves = random.chance(0.5) ? [from + random.next() * (to - from)] : [];
  return { brownouts: [{ from, to }], moves, calmAt: to + 4_200_000 };
}
