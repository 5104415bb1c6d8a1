// Who is signed in: holds the credentials, keeps the token fresh, and makes the back-end that speaks for the account.
import type { Credentials } from '@/lib/account/credentials.ts';
import { authServer, revoke } from '@/lib/account/oauth.ts';
import { createTokens } from '@/lib/account/tokens.ts';
import type { BufferBackend } from '@/lib/buffer/backend.ts';
import { type AnswerSeen, type BackendDeps, createBackend } from '@/lib/buffer/backends.ts';
import type { Purpose } from '@/lib/buffer/budget.ts';
import { BufferError } from '@/lib/buffer/errors.ts';
import { GRAPHQL_API } from '@/lib/buffer/graphql/meta.ts';
import type { Account } from '@/lib/buffer/types.ts';
import { SANDBOX_ORIGIN } from '@/lib/platform/build.ts';
import { loadCredentials, replaceCredentials, saveCredentials } from '@/lib/platform/credentials.ts';
import { CHANNELS, CONNECTION, RENEWED_AT, read, write } from '@/lib/platform/storage.ts';
import { changeChannels } from './channels.ts';

/** The account that is signed in, and the back-end that speaks for it. */
export interface Signed {
  accountId: string;
  backend: BufferBackend;
}

export const AUTH_SERVER = authServer(SANDBOX_ORIGIN ?? GRAPHQL_API.issuer);
const API_ORIGIN = SANDBOX_ORIGIN ?? GRAPHQL_API.origin;

/** A token that is refused again this soon after it was renewed is not old: the access itself has ended. */
const RENEWAL_TRIED_MS = 60_000;

const now = () => Date.now();
const callFetch: typeof fetch = (input, init) => fetch(input, init);

export interface SessionHooks {
  /** Reserves one call of the account; rejects with `BufferError` when the rate budget has none. */
  reserve(purpose: Purpose, accountId: string): Promise<void>;
  /** Told of every answer, for the rate budget and the server's clock. */
  observe(answer: AnswerSeen): void;
  /** A refused token was set aside and can be renewed: what waits may try again. */
  renewable(accountId: string): void;
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
    return { accountId: record.accountId, backend: this.#backend(record.accountId) };
  }

  /** Asks Buffer whose credentials these are. Nothing is stored. */
  identify(credentials: Credentials): Promise<Account> {
    const token = credentials.kind === 'api-key' ? credentials.key : credentials.accessToken;
    return this.#connect({ token: async () => token, observe: this.#hooks.observe }).account();
  }

  async begin(account: Account, credentials: Credentials): Promise<Signed> {
    const { id, name, email, avatar } = account;
    const before = await read(CONNECTION);
    // Another person's channels must not be there to choose, not even for a moment.
    if (before.account?.id !== id) await changeChannels(async () => CHANNELS.fallback);
    await saveCredentials({ accountId: id, credentials });
    await write(CONNECTION, {
      status: 'signed-in',
      method: credentials.kind,
      account: { id, name, email, avatar },
    });
    return { accountId: id, backend: this.#backend(id) };
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

  #connect(deps: Pick<BackendDeps, 'token' | 'observe' | 'reserve'>): BufferBackend {
    return createBackend({ api: 'graphql', origin: API_ORIGIN }, { ...deps, fetch: callFetch, now });
  }

  #backend(accountId: string): BufferBackend {
    const tokens = createTokens({
      load: async () => {
        const record = await loadCredentials();
        return record?.accountId === accountId ? record.credentials : null;
      },
      save: async (credentials) => {
        if (await replaceCredentials({ accountId, credentials })) return;
        throw new BufferError({ kind: 'unauthorized', message: 'signed out meanwhile', unsent: true });
      },
      lock: (task) => navigator.locks.request('token', task) as ReturnType<typeof task>,
      fetch: callFetch,
      now,
      server: AUTH_SERVER,
    });
    return this.#connect({
      reserve: (purpose) => this.#hooks.reserve(purpose, accountId),
      token: async () => {
        try {
          return await tokens.current();
        } catch (error) {
          if (error instanceof BufferError && error.failure.kind === 'unauthorized')
            await this.#expire(accountId);
          throw error;
        }
      },
      observe: (answer) => {
        this.#hooks.observe(answer);
        if (answer.status === 401) void this.#refused(accountId, answer.sentAt);
      },
    });
  }

  /** Buffer refused the token although it should live: renew it once, else the sign-in has ended. */
  async #refused(accountId: string, sentAt: number): Promise<void> {
    const lock = (work: () => Promise<boolean>) => navigator.locks.request('token', work) as Promise<boolean>;
    if (await lock(() => this.#setAside(accountId, sentAt))) this.#hooks.renewable(accountId);
    else await this.#expire(accountId);
  }

  /** Whether there is, or may be, another token to try than the one that a call of `sentAt` (ms) was refused with. */
  async #setAside(accountId: string, sentAt: number): Promise<boolean> {
    const [record, renewedAt] = await Promise.all([loadCredentials(), read(RENEWED_AT)]);
    // Refused with the token before: the answers of calls that left side by side come one after another.
    if (record?.accountId !== accountId || sentAt <= renewedAt) return true;
    const { credentials } = record;
    const canRenew = credentials.kind === 'oauth' && credentials.refreshToken !== null;
    if (!canRenew || now() - renewedAt < RENEWAL_TRIED_MS) return false;
    await write(RENEWED_AT, now());
    return replaceCredentials({ accountId, credentials: { ...credentials, expiresAt: 0 } });
  }

  async #expire(accountId: string): Promise<void> {
    const connection = await read(CONNECTION);
    if (connection.account?.id === accountId) await write(CONNECTION, { ...connection, status: 'expired' });
  }
}
