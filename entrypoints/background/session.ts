// Who is signed in: holds the credentials, keeps the token fresh, and makes the back-end that speaks for the account.
import type { Credentials } from '@/lib/account/credentials.ts';
import { authServer, revoke } from '@/lib/account/oauth.ts';
import { createSignedBackend } from '@/lib/account/signed-backend.ts';
import { type BufferBackend, type Caller, capabilitiesOf, type Signed } from '@/lib/buffer/backend.ts';
import { createBackend } from '@/lib/buffer/backends.ts';
import type { Purpose } from '@/lib/buffer/budget.ts';
import { GRAPHQL_API } from '@/lib/buffer/graphql/meta.ts';
import type { Account } from '@/lib/buffer/types.ts';
import { SANDBOX_ORIGIN } from '@/lib/platform/build.ts';
import { loadCredentials, replaceCredentials, saveCredentials } from '@/lib/platform/credentials.ts';
import { CHANNELS, CONNECTION, RENEWED_AT, read, write } from '@/lib/platform/storage.ts';
import { changeChannels } from './known-channels.ts';

export const AUTH_SERVER = authServer(SANDBOX_ORIGIN ?? GRAPHQL_API.issuer);
const API = { api: 'graphql', origin: SANDBOX_ORIGIN ?? GRAPHQL_API.origin } as const;

const now = () => Date.now();
const callFetch: typeof fetch = (input, init) => fetch(input, init);

export interface SessionHooks {
  /** Reserves one call; rejects with `BufferError` when the rate budget has none. */
  reserve(purpose: Purpose, caller: Caller): Promise<void>;
  /** Told of every answer, for the rate budget and the server's clock. */
  observe(headers: Headers, caller: Caller): void;
  /** Somebody has signed in, or a refused token can be renewed: what waits may try again. */
  ready(accountId: string): Promise<void>;
  /** Runs a change after which what waits may go out, with an alarm standing by. */
  standingBy<T>(work: () => Promise<T>): Promise<T>;
}

export class Session {
  readonly #hooks: SessionHooks;

  constructor(hooks: SessionHooks) {
    this.#hooks = hooks;
  }

  /** Who is signed in now, or null. */
  async current(): Promise<Signed | null> {
    const [connection, record] = await Promise.all([read(CONNECTION), loadCredentials()]);
    if (connection.status !== 'signed-in' || !record) return null;
    return { accountId: record.accountId, api: API.api, backend: this.#backend(record.accountId) };
  }

  /** Asks Buffer whose credentials these are. Nothing is stored. */
  identify(credentials: Credentials): Promise<Account> {
    const token = credentials.kind === 'api-key' ? credentials.key : credentials.accessToken;
    return createBackend(API, {
      token: async () => token,
      observe: () => {},
      fetch: callFetch,
      now,
    }).account();
  }

  async begin(account: Account, credentials: Credentials): Promise<Signed> {
    const { id, name, email, avatar } = account;
    const before = await read(CONNECTION);
    // Another person's channels must not be there to choose, not even for a moment.
    if (before.account?.id !== id) await changeChannels(async () => CHANNELS.fallback);
    await this.#hooks.standingBy(async () => {
      await saveCredentials({ accountId: id, credentials, signedInAt: now() });
      const method = credentials.kind;
      const can = capabilitiesOf(this.#backend(id));
      await write(CONNECTION, { status: 'signed-in', method, can, account: { id, name, email, avatar } });
      await this.#hooks.ready(id);
    });
    return { accountId: id, api: API.api, backend: this.#backend(id) };
  }

  /** Forgets the credentials here, then tells Buffer; what waits stays and goes out after the next sign-in. */
  async end(): Promise<void> {
    const record = await loadCredentials();
    await saveCredentials(null);
    await write(CONNECTION, CONNECTION.fallback);
    await changeChannels(async () => CHANNELS.fallback);
    if (record?.credentials.kind !== 'oauth') return;
    await revoke(AUTH_SERVER, record.credentials, callFetch).catch((error: unknown) => {
      console.warn('the sign-in could not be revoked at Buffer', error instanceof Error ? error.message : '');
    });
  }

  #backend(accountId: string): BufferBackend {
    const caller = { accountId, api: API.api };
    return createSignedBackend(accountId, {
      connection: API,
      server: AUTH_SERVER,
      fetch: callFetch,
      now,
      load: loadCredentials,
      replace: replaceCredentials,
      lock: (task) => navigator.locks.request('token', task) as ReturnType<typeof task>,
      renewedAt: { read: () => read(RENEWED_AT), write: (at) => write(RENEWED_AT, at) },
      reserve: (purpose) => this.#hooks.reserve(purpose, caller),
      observe: ({ headers }) => this.#hooks.observe(headers, caller),
      renewable: () => this.#hooks.ready(accountId),
      standingBy: (work) => this.#hooks.standingBy(work),
      expire: async () => {
        const connection = await read(CONNECTION);
        if (connection.account?.id === accountId)
          await write(CONNECTION, { ...connection, status: 'expired' });
      },
    });
  }
}
