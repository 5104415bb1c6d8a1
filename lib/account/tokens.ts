// The token for the next call: refreshed before it dies, by one caller at a time, and never lost half-way.
import * as oauth from 'oauth4webapi';
import { BufferError, type ErrorKind } from '../buffer/errors.ts';
import { readRetryAfter } from '../buffer/rate-headers.ts';
import type { Credentials, OAuthCredentials } from './credentials.ts';
import { type AuthServer, callOptions, isNetworkError, toCredentials } from './oauth.ts';

/** What keeping a token fresh needs from its surroundings. */
export interface TokensDeps {
  load: () => Promise<Credentials | null>;
  /** Resolves once they are durable. */
  save: (credentials: Credentials) => Promise<void>;
  /** Runs one task at a time across every context of the extension (`navigator.locks.request` in the app). */
  lock: <T>(task: () => Promise<T>) => Promise<T>;
  fetch: typeof globalThis.fetch;
  /** Milliseconds since the epoch. */
  now: () => number;
  server: AuthServer;
}

export interface Tokens {
  /**
   * A token that lives for the next call. Rejects with `BufferError`: `unauthorized` when only a new sign-in
   * helps, `unreachable`, `server` or `rate-limited` when the refresh failed for another reason.
   */
  current(): Promise<string>;
}

// A refresh begins while the token still lives, so that a refresh that fails leaves something to work with.
const REFRESH_BEFORE_MS = 60_000;
const RETRY_AFTER_MS = 60_000;

/** Keeps the stored credentials usable. */
export function createTokens(deps: TokensDeps): Tokens {
  return {
    async current() {
      const credentials = await deps.load();
      const token = credentials && usable(credentials, deps.now());
      return token ?? deps.lock(() => renew(deps));
    },
  };
}

/** The token that can be used without a refresh, if there is one. */
function usable(credentials: Credentials, now: number): string | null {
  if (credentials.kind !== 'oauth') return lasting(credentials);
  const left = credentials.expiresAt - now;
  // After a refresh whose answer was lost, or without a refresh token, the access token is used until it dies.
  const canRefresh = credentials.refreshToken !== null && credentials.refreshStartedAt === null;
  return left > (canRefresh ? REFRESH_BEFORE_MS : 0) ? credentials.accessToken : null;
}

/** What does not expire, and can therefore not be renewed either. */
function lasting(credentials: Exclude<Credentials, OAuthCredentials>): string {
  return credentials.kind === 'api-key' ? credentials.key : credentials.accessToken;
}

async function renew(deps: TokensDeps): Promise<string> {
  // Read again: whoever held the lock before may have refreshed already.
  const credentials = await deps.load();
  if (!credentials) throw failed('unauthorized', 'nobody is signed in');
  const token = usable(credentials, deps.now());
  if (token !== null) return token;
  if (credentials.kind !== 'oauth' || credentials.refreshToken === null) {
    throw failed('unauthorized', 'the sign-in has ended');
  }
  return refresh(deps, credentials, credentials.refreshToken);
}

/**
 * The marker is durable before the refresh token is presented. A second presentation, after a lost answer,
 * gives the token away first: should the worker die then, it is never presented a third time.
 */
async function refresh(deps: TokensDeps, old: OAuthCredentials, refreshToken: string): Promise<string> {
  const again = old.refreshStartedAt !== null;
  const marked = { ...old, refreshStartedAt: deps.now() };
  await deps.save(again ? { ...marked, refreshToken: null } : marked);
  let fresh: OAuthCredentials;
  try {
    fresh = await present(deps, old.clientId, refreshToken);
  } catch (error) {
    const failure = toBufferError(error);
    await deps.save(afterFailure(old, marked, failure.failure.kind));
    throw failure;
  }
  await deps.save(fresh);
  return fresh.accessToken;
}

/** What is known of the refresh token after it failed to bring a new pair. */
function afterFailure(old: OAuthCredentials, marked: OAuthCredentials, kind: ErrorKind): OAuthCredentials {
  if (kind === 'unauthorized') return { ...old, refreshToken: null, refreshStartedAt: null };
  // Refused before it was looked at: as if it had never left.
  if (kind === 'rate-limited') return old;
  // No answer: it may be spent, or not. Kept, or being offline for a minute would end every sign-in.
  return marked;
}

async function present(deps: TokensDeps, clientId: string, refreshToken: string): Promise<OAuthCredentials> {
  const { server, fetch } = deps;
  const client = { client_id: clientId };
  const options = callOptions(server, fetch);
  const sentAt = deps.now();
  const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refreshToken, options);
  if (response.status === 429) throw rateLimited(response, deps.now());
  const answer = await oauth.processRefreshTokenResponse(server, client, response);
  return toCredentials(answer, { clientId, now: sentAt, refreshToken });
}

function rateLimited(response: Response, now: number): BufferError {
  const retryAt = readRetryAfter(response.headers, now) ?? now + RETRY_AFTER_MS;
  return new BufferError({ kind: 'rate-limited', message: null, status: 429, retryAt, unsent: true });
}

function toBufferError(error: unknown): BufferError {
  if (error instanceof BufferError) return error;
  if (error instanceof oauth.ResponseBodyError && error.status < 500) {
    return failed('unauthorized', error.error_description ?? error.error, error);
  }
  return isNetworkError(error)
    ? failed('unreachable', 'the sign-in could not be renewed', error)
    : failed('server', 'the sign-in could not be renewed', error);
}

/** `unsent`: whatever became of the refresh, the call that wanted the token never left. */
function failed(kind: ErrorKind, message: string, cause?: unknown): BufferError {
  return new BufferError({ kind, message, unsent: true }, { cause });
}
