// One simulated world, put together: Buffer, the way there, the device with its browser, people, and who watches them.
import type { Caller } from '../../lib/buffer/backend.ts';
import type { Book } from './book.ts';
import { Browser } from './browser.ts';
import type { Call } from './buffer/call.ts';
import { SimulatedBuffer } from './buffer/server.ts';
import { createFetch } from './buffer/transport.ts';
import type { Clock } from './clock.ts';
import { Network } from './network.ts';
import { People, type Stage } from './people.ts';
import type { Random } from './random.ts';
import type { Setup } from './setup.ts';
import type { Trace } from './trace.ts';
import { Witness } from './witness.ts';

export const ACCOUNTS = ['ann', 'bob'];
const NETWORKS = Object.fromEntries(
  ACCOUNTS.flatMap((account) => [0, 1, 2, 3, 4, 5].map((index) => [`${account}-${index}`, 'mastodon'])),
);

export interface World extends Stage {
  people: People;
  witness: Witness;
  left: Departures;
}

/** Calls that left the device, by account and purpose: what its own budget may count. */
type Departures = (Caller & { at: number; operation: string })[];

interface Made {
  setup: Setup;
  trace: Trace;
  /** For what only the classic API does. */
  own: Random;
}

export function build(clock: Clock, random: Random, { setup, trace, own }: Made): World {
  const start = clock.now;
  const server = new SimulatedBuffer({
    clock,
    random: random.fork(),
    habits: setup.habits,
    classic: {
      random: own,
      publishes: setup.classic.publishes,
      isOff: () => isOff(setup, clock.now - start),
    },
    dialect: setup.dialect,
    networks: NETWORKS,
  });
  const network = new Network(clock, setup, { random: random.fork(), trace });
  const book: Book = new Map();
  const left: Departures = [];
  const browser: Browser = new Browser({
    clock,
    random: random.fork(),
    trace,
    temper: setup.temper,
    online: network.online,
    shortens: setup.classic.shortens,
    fetchFor: (alive, marker) =>
      createFetch(
        {
          clock,
          server,
          alive,
          trip: network.trip.bind(network),
          left: (call) => {
            const accountId = server.auth.ownerOf(call.token);
            witness.left(call, accountId);
            if (accountId !== null) left.push({ ...call, at: clock.now, accountId });
            noteCall(trace, call);
          },
        },
        marker,
      ),
    shown: () => {
      trace.counts.needsYou += witness.noteAsked();
    },
    ended: () => void witness.ended(),
  });
  const witness = new Witness(clock, browser, { book, trace });
  const stage = { clock, browser, server, setup, random: random.fork(), trace, book };
  return { ...stage, people: new People(stage), witness, left };
}

function isOff({ classic }: Setup, at: number): boolean {
  return classic.brownouts.some(({ from, to }) => from <= at && at < to);
}

function noteCall(trace: Trace, { operation, marker, input }: Call): void {
  const { counts } = trace;
  counts.calls += 1;
  if (operation === 'posts') counts.looks += 1;
  if (operation === 'token') counts.refreshes += 1;
  trace.note('call', `${operation} ${marker ?? input.list ?? ''}`);
}
