// What happened in a schedule, as one number that two equal runs share, and as lines for whoever replays a seed.
import type { Clock } from './clock.ts';

/** Things that are counted, so that a run which met none of them is noticed. */
export interface Counts {
  posts: number;
  starts: number;
  kills: number;
  idles: number;
  crashes: number;
  naps: number;
  calls: number;
  faults: number;
  limited: number;
  looks: number;
  refreshes: number;
  clockJumps: number;
  needsYou: number;
  words: number;
  undos: number;
  withdrawals: number;
  signOuts: number;
  lateCommits: number;
  outsideActs: number;
  repeats: number;
  /** Transactions that the disk has refused. */
  refusals: number;
  /** Schedules that begin with the classic API, and how often people changed to another one. */
  classic: number;
  moves: number;
  /** Calls to an API that was switched off. */
  switchedOff: number;
}

export function noCounts(): Counts {
  return {
    posts: 0,
    starts: 0,
    kills: 0,
    idles: 0,
    crashes: 0,
    naps: 0,
    calls: 0,
    faults: 0,
    limited: 0,
    looks: 0,
    refreshes: 0,
    clockJumps: 0,
    needsYou: 0,
    words: 0,
    undos: 0,
    withdrawals: 0,
    signOuts: 0,
    lateCommits: 0,
    outsideActs: 0,
    repeats: 0,
    refusals: 0,
    classic: 0,
    moves: 0,
    switchedOff: 0,
  };
}

export class Trace {
  readonly counts = noCounts();
  hash = 0x811c9dc5;
  readonly #clock: Clock;
  readonly #print: ((line: string) => void) | null;
  readonly #start: number;

  constructor(clock: Clock, print: ((line: string) => void) | null) {
    this.#clock = clock;
    this.#print = print;
    this.#start = clock.now;
  }

  /** Notes one step; `detail` must follow from the seed alone. */
  note(what: string, detail = ''): void {
    const at = this.#clock.now - this.#start;
    const line = `${at.toFixed(3)} ${what} ${detail}`;
    for (let index = 0; index < line.length; index += 1) {
      this.hash = Math.imul(this.hash ^ line.charCodeAt(index), 0x01000193);
    }
    this.#print?.(`${(at / 1000).toFixed(3).padStart(12)} s  ${what}  ${detail}`);
  }
}
