// Who is signed in: holds the credentials, keeps the token fresh, and makes the back-end that speaks for the account.
import { connectionOf } from '@/lib/account/connection.ts';
import type { Credentials, CredentialsRecord } from '@/lib/account/credentials.ts';
import { authServer, revoke } from '@/lib/account/oauth.ts';
import { createSignedBackend } from '@/lib/account/signed-backend.ts';
import { type BufferBackend, type Caller, capabilitiesOf, type Signed } from '@/lib/buffer/backend.ts';
import { type BackendConnection, createBackend } from '@/lib/buffer/backends.ts';
import type { Purpose } from '@/lib/buffer/budget.ts';
import { GRAPHQL_API } from '@/lib/buffer/graphql/meta.ts';
import type { Account } from '@/lib/buffer/types.ts';
import { SANDBOX_ORIGIN } from '@/lib/platform/build.ts';
import { CLASSIC_ORIGIN } from '@/lib/platform/classic-host.ts';
import { loadCredentials, replaceCredentials, saveCredentials } from '@/lib/platform/credentials.ts';
import {
  CHANNELS,
  CONNECTION,
  FIELD_CHOICES,
  LINK_CHOICES,
  RENEWED_AT,
  read,
  SETTINGS,
  SITES,
  write,
} from '@/lib/platform/storage.ts';
import { changeChannels } from './known-channels.ts';
import { forgetPosts } from './known-posts.ts';
import { forgetAllSeen } from './seen-posts.ts';

export const AUTH_SERVER = authServer(SANDBOX_ORIGIN ?? GRAPHQL_API.issuer);
const ORIGINS = { graphql: SANDBOX_ORIGIN ?? GRAPHQL_API.origin, classic: CLASSIC_ORIGIN };

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
    return this.#signed(record);
  }

  /** Asks Buffer whose credentials these are. Nothing is stored. */
  async identify(credentials: Credentials): Promise<Account> {
    return (await bareBackend(credentials)).account();
  }

  /** Signs in. Who moves here from the classic API takes along what waits; its token is given back to Buffer. */
  async begin(account: Account, credentials: Credentials): Promise<Signed> {
    const { id, name, email, avatar } = account;
    const [before, old] = await Promise.all([read(CONNECTION), loadCredentials()]);
    // Another person's channels must not be there to choose, not even for a moment.
    if (before.account?.id !== id) {
      await changeChannels(async () => CHANNELS.fallback);
      await forgetAllSeen();
    }
    // Nor posts, whose lists one API cannot go on with where another has ended.
    await forgetPosts();
    const signed = await this.#signed({ accountId: id, credentials });
    await this.#hooks.standingBy(async () => {
      await saveCredentials({ accountId: id, credentials, signedInAt: now() });
      const method = credentials.kind;
      const can = capabilitiesOf(signed.backend);
      await write(CONNECTION, { status: 'signed-in', method, can, account: { id, name, email, avatar } });
      await this.#hooks.ready(id);
    });
    if (old?.credentials.kind === 'classic' && credentials.kind !== 'classic') {
      await giveBack(old.credentials);
    }
    return signed;
  }

  /** Forgets the credentials here, then tells Buffer; what waits stays and goes out after the next sign-in. */
  async end(): Promise<void> {
    const record = await loadCredentials();
    await saveCredentials(null);
    await write(CONNECTION, CONNECTION.fallback);
    await write(LINK_CHOICES, null);
    await write(SITES, null);
    await write(FIELD_CHOICES, null);
    await changeChannels(async () => CHANNELS.fallback);
    await forgetPosts();
    await forgetAllSeen();
    if (record) await giveBack(record.credentials);
  }

  /** Buffer has ended the sign-in, or the browser the way to it: only a new sign-in helps. */
  async expire(accountId: string): Promise<void> {
    const connection = await read(CONNECTION);
    if (connection.account?.id === accountId) await write(CONNECTION, { ...connection, status: 'expired' });
  }

  async #signed({ accountId, credentials }: Omit<CredentialsRecord, 'signedInAt'>): Promise<Signed> {
    const connection = await connectionFor(credentials);
    const caller = { accountId, api: connection.api };
    const backend = createSignedBackend(accountId, {
      connection,
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
      expire: () => this.expire(accountId),
    });
    return { ...caller, backend };
  }
}

async function connectionFor(credentials: Credentials): Promise<BackendConnection> {
  return connectionOf(credentials, ORIGINS, (await read(SETTINGS)).shortenLinks);
}

/** A back-end for the one call before a sign-in, or after it; its calls count nowhere. */
async function bareBackend(credentials: Credentials): Promise<BufferBackend> {
  const token = credentials.kind === 'api-key' ? credentials.key : credentials.accessToken;
  return createBackend(await connectionFor(credentials), {
    token: async () => token,
    observe: () => {},
    fetch: callFetch,
    now,
  });
}

/** Ends the access at Buffer, where this sign-in has opened it: a key or a token that was brought along stays good. */
async function giveBack(credentials: Credentials): Promise<void> {
  try {
    if (credentials.kind === 'oauth') await revoke(AUTH_SERVER, credentials, callFetch);
    if (credentials.kind === 'classic' && !credentials.brought) {
      await (await bareBackend(credentials)).deauthorize?.();
    }
  } catch (error) {
    console.warn('the sign-in could not be revoked at Buffer', error instanceof Error ? error.message : '');
  }
}
