// A Buffer with faults, a clock that is turned by hand, and an outbox whose worker can be killed at any step.
import type { Api, BufferBackend, FindQuery } from '../../../lib/buffer/backend.ts';
import { BufferError, type Failure } from '../../../lib/buffer/errors.ts';
import type { NewPost, Post } from '../../../lib/buffer/types.ts';
import { createOutbox, type Outbox } from '../../../lib/outbox/outbox.ts';
import type { Mirror, OutboxPorts } from '../../../lib/outbox/ports.ts';
import { createMemoryStore } from '../../../lib/outbox/store.memory.ts';
import type { OutboxStore } from '../../../lib/outbox/store.ts';
import { EMPTY_SUMMARY, type OutboxSummary } from '../../../lib/outbox/summary.ts';
import { failure, post, T0 } from './fixtures.ts';

/** What goes wrong with a call: refused, or cut before or after Buffer has committed it. */
export type Fault = Failure | 'cut-before' | 'cut-after' | null;

export interface World {
  now: number;
  online: boolean;
  /** Server minus device, ms. */
  skew: number;
  posts: Post[];
  /** How many posts were ever made, so that each has an id of its own. */
  made: number;
  calls: string[];
  /** Faults of the next creates and finds, in order; none left means no fault. */
  creates: Fault[];
  finds: Fault[];
  /** Who is signed in, unless signed out. */
  account: string;
  /** Through which API the account is signed in. */
  api: Api;
  signedOut: Set<string>;
  summaries: OutboxSummary[];
  mirrors: Mirror[];
  outbox: Outbox;
  store: OutboxStore;
  /** Drains, then turns the clock to each wake-up, until nothing is planned or `forMs` have passed. */
  run(forMs?: number): Promise<void>;
  /** The texts in Buffer, in the order of their creation. */
  texts(channelId?: string): string[];
  states(): Promise<string[]>;
}

/** Called before (`false`) and after (`true`) each call to the store or to Buffer; throws to kill the worker. */
export type Killer = (after: boolean) => void;

export interface WorldOptions {
  ports?: Partial<OutboxPorts>;
  store?: OutboxStore;
}

export function createWorld({ ports = {}, store = createMemoryStore() }: WorldOptions = {}): World {
  const world: World = {
    now: T0,
    online: true,
    skew: 0,
    posts: [],
    made: 0,
    calls: [],
    creates: [],
    finds: [],
    account: 'a1',
    api: 'graphql',
    signedOut: new Set(),
    summaries: [],
    mirrors: [],
    store,
    outbox: undefined as unknown as Outbox,
    run: (forMs = 3_600_000) => run(world, forMs),
    texts: (channelId) =>
      world.posts.filter((p) => !channelId || p.channelId === channelId).map((p) => p.text),
    states: async () => (await world.store.load()).entries.map(({ state, reason }) => `${state}: ${reason}`),
  };
  world.outbox = startWorker(world, ports);
  return world;
}

/** A new worker over the same store and the same Buffer. */
export function startWorker(
  world: World,
  ports: Partial<OutboxPorts> = {},
  killer: Killer = () => {},
): Outbox {
  const outbox: Outbox = createOutbox({ ...portsOf(world, () => outbox, killer), ...ports });
  return outbox;
}

/** The world as an outbox sees it; `observer` is told the time of each answer. */
export function portsOf(
  world: World,
  observer: () => Pick<Outbox, 'observe'>,
  killer: Killer = () => {},
): OutboxPorts {
  let held: Promise<unknown> = Promise.resolve();
  return {
    store: mortal(world.store, killer),
    current: async () => {
      const { account, api } = world;
      const backend = mortal(createBackend(world, account, observer), killer);
      return world.signedOut.has(account) ? null : { accountId: account, api, backend };
    },
    budget: { reserve: async () => ({ ok: true }), close: async () => {} },
    now: () => world.now,
    random: () => 0.5,
    online: () => world.online,
    lock: (work) => {
      const mine = held.then(work);
      held = mine.catch(() => {});
      return mine;
    },
    show: async ({ summary, mirror }) => {
      world.summaries.push(summary);
      world.mirrors.push(mirror);
    },
    shown: async () => ({
      summary: world.summaries.at(-1) ?? EMPTY_SUMMARY,
      mirror: world.mirrors.at(-1) ?? { generation: 0, count: 0 },
    }),
  };
}

async function run(world: World, forMs: number): Promise<void> {
  const end = world.now + forMs;
  for (;;) {
    const { wakeAt } = await world.outbox.drain();
    if (wakeAt === null || wakeAt > end) return;
    world.now = Math.max(world.now, wakeAt);
  }
}

function mortal<T extends object>(target: T, killer: Killer): T {
  const entries = Object.entries(target).map(([name, method]) => [
    name,
    async (...args: unknown[]) => {
      killer(false);
      const result = await method(...args);
      killer(true);
      return result;
    },
  ]);
  return Object.fromEntries(entries) as T;
}

function createBackend(
  world: World,
  accountId: string,
  outbox: () => Pick<Outbox, 'observe'>,
): BufferBackend {
  const answer = () => outbox().observe(new Date(world.now + world.skew).toUTCString());
  const meet = async (fault: Fault | undefined, commit: () => void) => {
    if (fault === 'cut-before') throw new BufferError(failure('unreachable'));
    if (!fault || fault === 'cut-after') commit();
    if (fault === 'cut-after') throw new BufferError(failure('unreachable'));
    await answer();
    if (fault) throw new BufferError(fault);
  };
  const methods: Partial<BufferBackend> = {
    async create(wanted) {
      world.calls.push(`create ${accountId} ${wanted.text}`);
      const own = made(world, wanted);
      await meet(world.creates.shift(), () => world.posts.push(own));
      return own;
    },
    async find({ channels, since }: FindQuery) {
      world.calls.push(`find ${accountId} ${channels.map(({ id }) => id).join()}`);
      await meet(world.finds.shift(), () => {});
      const ids = channels.map(({ id }) => id);
      return world.posts.filter((p) => ids.includes(p.channelId) && p.createdAt >= since);
    },
    async delete(id) {
      world.calls.push(`delete ${accountId} ${id}`);
      await meet(world.creates.shift(), () => {
        world.posts = world.posts.filter((p) => p.id !== id);
      });
    },
  };
  return methods as BufferBackend;
}

function made(world: World, { channel, text, mode }: NewPost): Post {
  world.made += 1;
  return post({
    id: `p${world.made}`,
    channelId: channel.id,
    text,
    createdAt: world.now + world.skew,
    status: mode === 'draft' ? 'draft' : 'scheduled',
    dueAt: typeof mode === 'object' ? mode.at : world.now + 3_600_000,
  });
}
