// One life of the background worker: the production post office on ports that stop for good when the worker is killed.
import { connectionOf } from '../../lib/account/connection.ts';
import type { CredentialsRecord } from '../../lib/account/credentials.ts';
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
const ORIGINS = { graphql: 'https://api.buffer.com', classic: 'https://api.bufferapp.com' };

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
    const record = await this.#effect(() => (disk.connection === 'signed-in' ? disk.record : null));
    return record && this.#signedAs(record);
  }

  #signedAs({ accountId, credentials }: CredentialsRecord): Signed {
    const connection = connectionOf(credentials, ORIGINS, this.#ports.shortens);
    const caller = { accountId, api: connection.api };
    const speaking = (marker: string | null) => this.#signed(caller, connection, marker);
    // Each call speaks through a transport of its own that knows for which entry it is, and since when.
    const backend: BufferBackend = {
      ...speaking(null),
      find: (query) => speaking(null).find(query),
      create: (post) => speaking((post as MarkedPost).marker).create(post),
    };
    return { ...caller, backend };
  }

  #signed(caller: Caller, connection: BackendConnection, marker: string | null): BufferBackend {
    const { disk, now, fetchFor } = this.#ports;
    const { accountId } = caller;
    const isSame = (record: CredentialsRecord | null) => record?.accountId === accountId;
    return createSignedBackend(accountId, {
      connection,
      server: SERVER,
      now,
      fetch: fetchFor(() => this.alive, marker),
      lock: (task) => this.#lock('token', task),
      load: () => this.#effect(() => disk.record),
      replace: ({ credentials }) =>
        this.#effect(() => {
          if (!disk.record || !isSame(disk.record) || disk.record.credentials.kind !== credentials.kind)
            return false;
          disk.record = { ...disk.record, credentials };
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
          if (isSame(disk.record)) disk.connection = 'expired';
        }),
    });
  }
}
