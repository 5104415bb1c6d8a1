// The way between the device and Buffer: how long it takes, and what goes wrong on it at which time.
import { drawFault, type Fault } from './buffer/fault.ts';
import type { Trip } from './buffer/transport.ts';
import type { Clock } from './clock.ts';
import type { Random } from './random.ts';
import type { Setup } from './setup.ts';
import type { Trace } from './trace.ts';

const OUTAGE_ANSWERS = [500, 502, 503, 'hang', 'cut', 'html'] as const;

export class Network {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #setup: Setup;
  readonly #trace: Trace;
  readonly #start: number;

  constructor(clock: Clock, setup: Setup, { random, trace }: { random: Random; trace: Trace }) {
    this.#clock = clock;
    this.#random = random;
    this.#setup = setup;
    this.#trace = trace;
    this.#start = clock.now;
  }

  get #elapsed(): number {
    return this.#clock.now - this.#start;
  }

  /** What the browser says of the connection. */
  readonly online = (): boolean => {
    const at = this.#elapsed;
    return !this.#setup.spells.some(({ from, to, known }) => known && from <= at && at < to);
  };

  trip(operation: string): Trip {
    const [low, high] = this.#setup.latency;
    const way = () => low + this.#random.next() * (high - low);
    const fault = this.#elapsed < this.#setup.calmAt ? this.#fault(operation) : null;
    if (fault) {
      this.#trace.counts.faults += 1;
      if (typeof fault.commit === 'number') this.#trace.counts.lateCommits += 1;
      this.#trace.note('fault', `${operation} ${fault.commit} ${fault.answer}`);
    }
    return { there: way(), back: way(), fault };
  }

  #fault(operation: string): Fault | null {
    const at = this.#elapsed;
    const { spells, outage, weather } = this.#setup;
    if (spells.some(({ from, to }) => from <= at && at < to)) {
      return { commit: 'never', answer: this.#random.chance(0.8) ? 'refused' : 'hang' };
    }
    if (outage && outage.from <= at && at < outage.to) {
      const commit = this.#random.chance(0.05) ? 'arrival' : 'never';
      return { commit, answer: this.#random.pick(OUTAGE_ANSWERS) };
    }
    const fault = drawFault(this.#random, weather);
    if (!fault && this.#random.chance(weather.faults * 0.3)) return this.#slow();
    // The token endpoint has faults of its own: a lost answer, a broken server, a limit.
    return operation === 'token' && fault ? tokenFault(fault) : fault;
  }

  #slow(): Fault {
    const delay = { there: this.#random.whole(0, 9000), back: this.#random.whole(0, 9000) };
    return { commit: 'arrival', answer: 'honest', delay };
  }
}

function tokenFault({ commit, answer }: Fault): Fault {
  const known = ['refused', 'cut', 'hang', 'limited-seconds', 500, 502, 503].includes(answer);
  return { commit: commit === 'arrival' ? 'arrival' : 'never', answer: known ? answer : 'cut' };
}
