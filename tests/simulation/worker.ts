// One life of the background worker: the production post office on ports that stop for good when the worker is killed.
import { authServer } from '../../lib/account/oauth.ts';
import { createSignedBackend } from '../../lib/account/signed-backend.ts';
import type { BufferBackend, Caller, Signed } from '../../lib/buffer/backend.ts';
import type { BackendConnection } from '../../lib/buffer/backends.ts';
import type { NewPost } from '../../lib/buffer/types.ts';
import { PostOffice } from '../../lib/outbox/post-office.ts';
import type { OutboxStore } from '../../lib/outbox/store.ts';
import type { Clock } from './clock.ts';
import type { Disk } from './disk.ts';

/** A post that carries, unseen by all but the judge, the id of its entry. */
export type MarkedPost = NewPost & { marker: string };

const SERVER = authServer('https://auth.buffer.com');

/** What the browser gives to each worker that it starts. */
export interface WorkerPorts {
  clock: Clock;
  disk: Disk;
  /** The device's clock. */
  now(): number;
  random(): number;
  online(): boolean;
  fetchFor(alive: () => boolean, marker: string | null): typeof fetch;
  /** Whether the classic API is to shorten links. */
  shortens: boolean;
  setAlarm(at: number | null): void;
  shown(): void;
  /** How many awaits on the outside world the worker survives. */
  gates: number;
  /** How long the next transaction takes, in ms. */
  diskDelay(): number;
  diskFails(): boolean;
  /** Told when the worker dies at one of its gates. */
  died(): void;
}

export class Worker {
  readonly office: PostOffice;
  alive = true;
  lastTouched: number;
  /** Resolves to null when the worker is gone: what a page's pending message then gets. */
  readonly gone: Promise<null>;
  readonly #ports: WorkerPorts;
  readonly #never = new Promise<never>(() => {});
  readonly #locks = new Map<string, Promise<unknown>>();
  #gatesLeft: number;
  #leave: (nothing: null) => void = () => {};

  constructor(ports: WorkerPorts) {
    this.#ports = ports;
    this.#gatesLeft = ports.gates;
    this.lastTouched = ports.clock.now;
    this.gone = new Promise((resolve) => {
      this.#leave = resolve;
    });
    this.office = new PostOffice({
      store: this.#gated(ports.disk.store),
      current: () => this.#current(),
      now: ports.now,
      random: ports.random,
      online: ports.online,
      lock: (work) => this.#lock('outbox', work),
      show: (shown) =>
        this.#effect(() => {
          ports.disk.shown = shown;
          ports.shown();
        }),
      shown: () => this.#effect(() => ports.disk.shown),
      planAlarm: (at) => this.#effect(() => ports.setAlarm(at)),
      after: (wait, run) => {
        const timer = ports.clock.at(ports.clock.now + wait, () => {
          if (this.alive) run();
        });
        return () => ports.clock.cancel(timer);
      },
    });
  }

  /** From now on nothing goes on in here: every await stays pending, and no effect is seen any more. */
  end(): void {
    this.alive = false;
    this.#leave(null);
  }

  /** Survives from now on, as after the faults have stopped. */
  spare(): void {
    this.#gatesLeft = Number.POSITIVE_INFINITY;
  }

  /** An await on the browser: the worker may be gone before it has an effect, or after. */
  async #effect<T>(work: () => T): Promise<T> {
    this.lastTouched = this.#ports.clock.now;
    await this.#gate();
    const result = work();
    await this.#gate();
    return result;
  }

  #gate(): Promise<never> | undefined {
    if (!this.alive) return this.#never;
    this.#gatesLeft -= 1;
    if (this.#gatesLeft > 0) return undefined;
    this.end();
    this.#ports.died();
    return this.#never;
  }

  #gated(store: OutboxStore): OutboxStore {
    const { clock, diskDelay, diskFails } = this.#ports;
    type Method = (...args: unknown[]) => Promise<unknown>;
    const gate = (method: Method): Method => {
      return async (...args) => {
        await this.#gate();
        const delay = diskDelay();
        if (delay > 0) {
          await clock.sleep(delay);
          if (!this.alive) return this.#never;
        }
        if (diskFails()) throw new DOMException('The disk is full.', 'QuotaExceededError');
        const result = await method(...args);
        await this.#gate();
        return result;
      };
    };
    return Object.fromEntries(
      Object.entries(store).map(([name, method]) => [name, gate(method as Method)]),
    ) as unknown as OutboxStore;
  }

  #lock<T>(name: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#locks.get(name) ?? Promise.resolve()).then(work);
    this.#locks.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  }

  async #current(): Promise<Signed | null> {
    const { disk } = this.#ports;
    const caller = await this.#effect(() =>
      disk.connection === 'signed-in' && disk.record
        ? { accountId: disk.record.accountId, api: disk.api }
        : null,
    );
    return caller && { ...caller, backend: this.#backend(caller) };
  }

  /** Each call speaks through a transport of its own that knows for which entry it is, and since when. */
  #backend(caller: Caller): BufferBackend {
    return {
      ...this.#signed(caller, null),
      find: (query) => this.#signed(caller, null).find(query),
      create: (post) => this.#signed(caller, (post as MarkedPost).marker).create(post),
    };
  }

  #signed(caller: Caller, marker: string | null): BufferBackend {
    const { disk, now, fetchFor } = this.#ports;
    const { accountId, api } = caller;
    const isOurs = () => disk.record?.accountId === accountId && disk.api === api;
    return createSignedBackend(accountId, {
      connection: this.#connection(caller),
      server: SERVER,
      now,
      fetch: fetchFor(() => this.alive, marker),
      lock: (task) => this.#lock('token', task),
      load: () => this.#effect(() => (isOurs() ? disk.record : null)),
      replace: (record) =>
        this.#effect(() => {
          if (!disk.record || !isOurs()) return false;
          disk.record = { ...disk.record, ...record };
          return true;
        }),
      renewedAt: {
        read: () => this.#effect(() => disk.renewedAt),
        write: (at) =>
          this.#effect(() => {
            disk.renewedAt = at;
          }),
      },
      reserve: (purpose) => this.office.reserve(purpose, caller),
      observe: ({ headers }) => void this.office.observe(headers, caller).catch(() => undefined),
      renewable: () => this.office.ready(accountId),
      standingBy: (work) => this.office.standingBy(work),
      expire: () =>
        this.#effect(() => {
          if (isOurs()) disk.connection = 'expired';
        }),
    });
  }

  #connection({ api }: Caller): BackendConnection {
    if (api === 'graphql') return { api, origin: 'https://api.buffer.com' };
    return { api, origin: 'https://api.bufferapp.com', shorten: this.#ports.shortens };
  }
}
