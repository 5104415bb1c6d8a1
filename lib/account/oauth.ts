// Signing in with Buffer: the authorization code flow with PKCE, as a public client (RFC 6749, 7636, 9207).
import * as oauth from 'oauth4webapi';
import { GRAPHQL_API } from '../buffer/graphql/meta.ts';
import type { OAuthCredentials } from './credentials.ts';
import { SignInError, type SignInKind } from './errors.ts';

/** An authorization server by its static metadata; Buffer's is the same for all, so no discovery call is made. */
export type AuthServer = oauth.AuthorizationServer;

// Longer than any healthy answer, shorter than the 30 s after which a worker with nothing else to do is ended.
const TIMEOUT_MS = 20_000;

/** The server behind an issuer (`https://auth.buffer.com`, or a local Buffer's origin). */
export function authServer(issuer: string): AuthServer {
  const base = issuer.replace(/\/$/, '');
  return {
    issuer,
    authorization_endpoint: `${base}/auth`,
    token_endpoint: `${base}/token`,
    revocation_endpoint: `${base}/token/revocation`,
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  };
}

/** How the library calls the server: without cookies, referrer, redirects or caches, and over TLS unless it is local. */
export function callOptions(server: AuthServer, fetch: typeof globalThis.fetch) {
  return {
    [oauth.allowInsecureRequests]: new URL(server.issuer).protocol === 'http:',
    [oauth.customFetch]: (url: string, init: RequestInit) =>
      fetch(url, {
        ...init,
        redirect: 'error',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      }),
    signal: () => AbortSignal.timeout(TIMEOUT_MS),
  };
}

/** Our registration at Buffer. It has no secret: what ships to everyone keeps none. */
export interface SignInClient {
  clientId: string;
  redirectUri: string;
}

/** A sign-in that waits for its answer. JSON; for session storage only, as the verifier is a secret. */
export interface PendingSignIn {
  issuer: string;
  clientId: string;
  redirectUri: string;
  state: string;
  verifier: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

export interface SignInAnswer {
  /** The whole address at which the person came back. */
  callbackUrl: string;
  fetch: typeof globalThis.fetch;
  now: () => number;
}

const PENDING_MS = 10 * 60_000;
/** What Buffer documents for its access tokens, where an answer does not say. */
const USUAL_LIFE_S = 3600;

/**
 * Begins a sign-in: `url` is the address to open, `pending` what `finishSignIn` needs. Store `pending` before
 * opening, and take it out of storage before finishing: it is good for one answer within 10 minutes.
 */
export async function beginSignIn(
  server: AuthServer,
  client: SignInClient,
  now: number,
): Promise<{ url: string; pending: PendingSignIn }> {
  const state = oauth.generateRandomState();
  const verifier = oauth.generateRandomCodeVerifier();
  const url = new URL(server.authorization_endpoint ?? '');
  url.search = new URLSearchParams({
    client_id: client.clientId,
    redirect_uri: client.redirectUri,
    response_type: 'code',
    scope: GRAPHQL_API.scopes.join(' '),
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    prompt: 'consent',
  }).toString();
  const pending = { issuer: server.issuer, ...client, state, verifier, expiresAt: now + PENDING_MS };
  return { url: url.href, pending };
}

/**
 * Checks the answer against the question and trades its code for tokens. `pending` is null when no sign-in
 * waits (it was finished, or storage lost it). Rejects with `SignInError` alone.
 */
export async function finishSignIn(
  server: AuthServer,
  pending: PendingSignIn | null,
  { callbackUrl, fetch, now }: SignInAnswer,
): Promise<OAuthCredentials> {
  if (!pending || pending.issuer !== server.issuer) throw new SignInError('mismatch');
  if (now() >= pending.expiresAt) throw new SignInError('expired');
  const client = { client_id: pending.clientId };
  const answer = check(server, pending, callbackUrl);
  try {
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      answer,
      pending.redirectUri,
      pending.verifier,
      callOptions(server, fetch),
    );
    return toCredentials(await oauth.processAuthorizationCodeResponse(server, client, response), {
      clientId: pending.clientId,
      now: now(),
    });
  } catch (error) {
    throw new SignInError(kindOfTokenError(error), { cause: error });
  }
}

/** Credentials of a token answer; `refreshToken` is the one to keep if the answer brings none. */
export function toCredentials(
  answer: oauth.TokenEndpointResponse,
  { clientId, now, refreshToken = null }: { clientId: string; now: number; refreshToken?: string | null },
): OAuthCredentials {
  return {
    kind: 'oauth',
    clientId,
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? refreshToken,
    expiresAt: now + (answer.expires_in ?? USUAL_LIFE_S) * 1000,
    refreshStartedAt: null,
  };
}

/** Tells the server to forget a sign-in: revoking its refresh token ends the whole grant. Rejects with `SignInError`. */
export async function revoke(
  server: AuthServer,
  credentials: OAuthCredentials,
  fetch: typeof globalThis.fetch,
): Promise<void> {
  const token = credentials.refreshToken ?? credentials.accessToken;
  const client = { client_id: credentials.clientId };
  try {
    const options = callOptions(server, fetch);
    await oauth.processRevocationResponse(
      await oauth.revocationRequest(server, client, oauth.None(), token, options),
    );
  } catch (error) {
    throw new SignInError(kindOfTokenError(error), { cause: error });
  }
}

/** The answer's parameters, if it came to the exact address, from the right server, to our own question. */
function check(server: AuthServer, pending: PendingSignIn, callbackUrl: string): URLSearchParams {
  const callback = URL.parse(callbackUrl);
  if (!callback || !isReturnTo(callback, new URL(pending.redirectUri))) throw new SignInError('mismatch');
  try {
    const answer = oauth.validateAuthResponse(
      server,
      { client_id: pending.clientId },
      callback,
      pending.state,
    );
    if (!answer.get('code')) throw new SignInError('server');
    return answer;
  } catch (error) {
    if (error instanceof SignInError) throw error;
    throw new SignInError(
      error instanceof oauth.AuthorizationResponseError ? kindOfAnswer(error.error) : 'mismatch',
      { cause: error },
    );
  }
}

function isReturnTo(callback: URL, redirect: URL): boolean {
  const own = [...redirect.searchParams].every(([name, value]) => callback.searchParams.get(name) === value);
  return callback.origin === redirect.origin && callback.pathname === redirect.pathname && own;
}

function kindOfAnswer(code: string): SignInKind {
  if (code === 'access_denied') return 'denied';
  return code === 'invalid_client' || code === 'unauthorized_client' ? 'unknown-client' : 'server';
}

function kindOfTokenError(error: unknown): SignInKind {
  if (error instanceof oauth.ResponseBodyError) {
    if (error.error === 'invalid_grant') return 'expired';
    return kindOfAnswer(error.error);
  }
  return isNetworkError(error) ? 'unreachable' : 'server';
}

/** Whether no answer came: fetch throws a TypeError without a code, its timeout a DOMException. */
export function isNetworkError(error: unknown): boolean {
  if (error instanceof DOMException) return true;
  return error instanceof TypeError && !('code' in error);
}
