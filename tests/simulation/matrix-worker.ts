// A worker of the production outbox over a recorded disk and a Buffer that does as it is told.
import { createBackend } from '../../lib/buffer/backends.ts';
import type { Entry, Submission } from '../../lib/outbox/entry.ts';
import type { Shown } from '../../lib/outbox/ports.ts';
import { PostOffice } from '../../lib/outbox/post-office.ts';
import { EMPTY_SUMMARY } from '../../lib/outbox/summary.ts';
import { quiet } from './clock.ts';
import { copyServer, fetchFrom, type ServerState, settle } from './matrix-server.ts';
import { type Disk, diskOf } from './matrix-store.ts';

const HOUR = 3_600_000;
/** As soon as a person can be expected to sign in again. */
export const SIGN_IN = 10 * 60_000;
const ACCOUNT = 'a1';
const CALLER = { accountId: ACCOUNT, api: 'graphql' } as const;

/** All that outlives a worker: the disk, Buffer, the time, and what the person was told. */
export interface Moment {
  writes: Disk['writes'];
  server: ServerState;
  now: number;
  /** The one alarm, which starts a worker again; null if none is set. */
  alarm: number | null;
  /** What was last shown, which is stored beside the database and may be older than it. */
  shown: Shown;
  /** The composer has said "Saved"; until then the person would press the key again. */
  saved: boolean;
}

export const NOTHING_SHOWN: Shown = { summary: EMPTY_SUMMARY, mirror: { generation: 0, count: 0 } };

export interface End {
  entries: Entry[];
  server: ServerState;
}

/** Somewhere a worker could die. */
export interface Point {
  where: string;
  /** Two points of a run with the same mark leave the same behind. */
  mark(): string;
  /** A copy of what would be left. */
  left(): Moment;
}

export type Watcher = (point: Point) => void;

interface Timer {
  at: number;
  run: () => void;
}

interface World extends Omit<Moment, 'writes'> {
  disk: Disk;
  timer: Timer | null;
  point(where: string): void;
}

/** A worker that begins with what the last one left; `office` is there for a test that plays the person. */
export interface Worker {
  office: PostOffice;
  /** Brings the submissions to their end, whatever meets them on the way. */
  finish(submissions: Submission[]): Promise<void>;
  /** What is stored, and Buffer's record. */
  end(): Promise<End>;
}

export async function startWorker(left: Moment, watch: Watcher): Promise<Worker> {
  const world: World = {
    ...left,
    server: copyServer(left.server),
    disk: await diskOf(left.writes, (where) => world.point(where)),
    timer: null,
    point: (where) => watch({ where, mark: () => markOf(world), left: () => momentOf(world) }),
  };
  const office = new PostOffice(portsOf(world, () => office));
  return {
    office,
    async finish(submissions) {
      await office.wake();
      if (!world.saved) await office.accept(submissions);
      world.saved = true;
      world.point('the person is told');
      await live(world, office);
    },
    end: async () => ({ entries: (await world.disk.store.load()).entries, server: world.server }),
  };
}

function markOf({ disk, server, now, alarm, shown, saved }: World): string {
  return [disk.writes.length, server.version, now, alarm, shown.mirror.generation, saved].join();
}

function momentOf({ disk, server, now, alarm, shown, saved }: World): Moment {
  return { writes: [...disk.writes], server: copyServer(server), now, alarm, shown, saved };
}

function portsOf(world: World, office: () => PostOffice): ConstructorParameters<typeof PostOffice>[0] {
  let held: Promise<unknown> = Promise.resolve();
  const now = () => world.now;
  const backend = createBackend(
    { api: 'graphql', origin: 'https://api.buffer.example' },
    {
      fetch: fetchFrom(world.server, world),
      now,
      token: async () => 'token',
      observe: ({ headers }) => void office().observe(headers, CALLER),
      reserve: (purpose) => office().reserve(purpose, CALLER),
    },
  );
  return {
    store: world.disk.store,
    current: async () => ({ ...CALLER, backend }),
    now,
    random: () => 0.5,
    online: () => true,
    lock: (work) => {
      const mine = held.then(work);
      held = mine.catch(() => {});
      return mine;
    },
    async show(shown) {
      world.point('before it is shown');
      world.shown = shown;
      world.point('it is shown');
    },
    shown: async () => world.shown,
    async planAlarm(at) {
      world.point('before the alarm is set');
      world.alarm = at;
      world.point('the alarm is set');
    },
    after(wait, run) {
      const timer = { at: world.now + wait, run };
      world.timer = timer;
      return () => {
        if (world.timer === timer) world.timer = null;
      };
    },
  };
}

/** Turns the clock from one wake-up to the next, and signs in again where that is what it waits for. */
async function live(world: World, office: PostOffice): Promise<void> {
  const end = world.now + 6 * HOUR;
  await quiet();
  while (world.now < end) {
    const at = Math.min(world.timer?.at ?? Infinity, world.alarm ?? Infinity);
    if (at <= end) {
      world.now = Math.max(world.now, at);
      await wakeUp(world, office);
    } else if (isPaused(world.shown)) {
      world.now += SIGN_IN;
      await office.ready(ACCOUNT);
      await office.drain();
    } else break;
  }
  settle(world.server, world.now + HOUR);
}

/** What was to happen at this moment: the timer of this worker, or else the alarm. */
async function wakeUp(world: World, office: PostOffice): Promise<void> {
  const { timer } = world;
  world.timer = null;
  if (!timer || timer.at > world.now) return office.drain();
  timer.run();
  await quiet();
}

export function isPaused({ summary }: Shown): boolean {
  return summary.entries.some(({ nextAt, state }) => nextAt === null && /waiting|checking/.test(state));
}
