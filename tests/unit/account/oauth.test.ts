import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { SignInError } from '../../../lib/account/errors.ts';
import {
  authServer,
  beginSignIn,
  finishSignIn,
  type PendingSignIn,
  revoke,
} from '../../../lib/account/oauth.ts';
import { pendingSignInSchema } from '../../../lib/account/schemas.ts';

const ISSUER = 'https://auth.buffer.example';
const SERVER = authServer(ISSUER);
const CLIENT = { clientId: 'client-1', redirectUri: 'https://abc.chromiumapp.org/cb?from=buffer' };
const NOW = Date.parse('2026-11-20T12:00:00Z');
const TOKENS = {
  access_token: 'at',
  refresh_token: 'rt',
  token_type: 'Bearer',
  expires_in: 3600,
  scope: 'posts:read',
};

const now = () => NOW;
const never: typeof globalThis.fetch = async () => {
  throw new Error('nothing may leave');
};

/** A token endpoint with one answer, and what it was asked. */
function endpoint(status: number, body: unknown) {
  const calls: { url: string; form: URLSearchParams; init: RequestInit | undefined }[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    calls.push({ url: String(input), form: new URLSearchParams(String(init?.body)), init });
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return new Response(text, { status, headers: { 'content-type': 'application/json' } });
  };
  return { calls, fetch };
}

function callback(pending: PendingSignIn, change: Record<string, string | null> = {}): string {
  const url = new URL(pending.redirectUri);
  const answer = { code: 'code-1', state: pending.state, iss: ISSUER, ...change };
  for (const [name, value] of Object.entries(answer)) if (value !== null) url.searchParams.set(name, value);
  return url.href;
}

async function kindOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof SignInError)) throw error;
  return error.kind;
}

test('the question asks for consent with a challenge, and keeps the verifier to itself', async () => {
  const { url, pending } = await beginSignIn(SERVER, CLIENT, NOW);
  const { origin, pathname, searchParams } = new URL(url);
  expect(origin + pathname).toBe(`${ISSUER}/auth`);
  expect(Object.fromEntries(searchParams)).toEqual({
    client_id: 'client-1',
    redirect_uri: CLIENT.redirectUri,
    response_type: 'code',
    scope: 'posts:read posts:write account:read offline_access',
    state: pending.state,
    code_challenge: createHash('sha256').update(pending.verifier).digest('base64url'),
    code_challenge_method: 'S256',
    prompt: 'consent',
  });
  expect(url).not.toContain(pending.verifier);
  expect(pendingSignInSchema.parse(JSON.parse(JSON.stringify(pending)))).toEqual(pending);
});

test('no two questions share a state or a verifier', async () => {
  const [one, two] = [await beginSignIn(SERVER, CLIENT, NOW), await beginSignIn(SERVER, CLIENT, NOW)];
  expect(one.pending.state).not.toBe(two.pending.state);
  expect(one.pending.verifier).not.toBe(two.pending.verifier);
});

test('the code is traded with the verifier and no secret', async () => {
  const { pending } = await beginSignIn(SERVER, CLIENT, NOW);
  const { calls, fetch } = endpoint(200, TOKENS);
  const credentials = await finishSignIn(SERVER, pending, { callbackUrl: callback(pending), fetch, now });
  expect(credentials).toEqual({
    kind: 'oauth',
    clientId: 'client-1',
    accessToken: 'at',
    refreshToken: 'rt',
    expiresAt: NOW + 3_600_000,
    refreshStartedAt: null,
  });
  expect(calls).toHaveLength(1);
  expect(calls[0]?.url).toBe(`${ISSUER}/token`);
  expect(Object.fromEntries(calls[0]?.form ?? [])).toEqual({
    grant_type: 'authorization_code',
    client_id: 'client-1',
    code: 'code-1',
    redirect_uri: CLIENT.redirectUri,
    code_verifier: pending.verifier,
  });
  expect(calls[0]?.init).toMatchObject({
    redirect: 'error',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
  expect(calls[0]?.init?.headers).not.toHaveProperty('authorization');
});

const REFUSED: [name: string, change: Record<string, string | null>, kind: string][] = [
  ['a wrong state', { state: 'other' }, 'mismatch'],
  ['no state', { state: null }, 'mismatch'],
  ['a wrong issuer', { iss: 'https://evil.example' }, 'mismatch'],
  ['no issuer', { iss: null }, 'mismatch'],
  ['no code', { code: null }, 'server'],
  ['a no', { code: null, error: 'access_denied' }, 'denied'],
  ['a no without a state', { code: null, error: 'access_denied', state: null }, 'mismatch'],
  ['an unknown client', { code: null, error: 'invalid_client' }, 'unknown-client'],
  ['a client that may not', { code: null, error: 'unauthorized_client' }, 'unknown-client'],
  ['a scope that is not given', { code: null, error: 'invalid_scope' }, 'server'],
  ['another value in our own address', { from: 'elsewhere' }, 'mismatch'],
];

test.each(REFUSED)('an answer with %s is refused before anything leaves', async (_name, change, kind) => {
  const { pending } = await beginSignIn(SERVER, CLIENT, NOW);
  const callbackUrl = callback(pending, change);
  expect(await kindOf(finishSignIn(SERVER, pending, { callbackUrl, fetch: never, now }))).toBe(kind);
});

test.each([
  'https://evil.chromiumapp.org/cb?from=buffer',
  'https://abc.chromiumapp.org/other?from=buffer',
  'http://abc.chromiumapp.org/cb?from=buffer',
  'https://abc.chromiumapp.org/cb',
  'nonsense',
])('an answer at %s is refused', async (address) => {
  const { pending } = await beginSignIn(SERVER, CLIENT, NOW);
  const query = new URL(callback(pending)).searchParams;
  query.delete('from');
  const callbackUrl = `${address}${address.includes('?') ? '&' : '?'}${query}`;
  expect(await kindOf(finishSignIn(SERVER, pending, { callbackUrl, fetch: never, now }))).toBe('mismatch');
});

test('a sign-in is good for 10 minutes', async () => {
  const { pending } = await beginSignIn(SERVER, CLIENT, NOW);
  const at = (ms: number) => ({
    callbackUrl: callback(pending),
    fetch: endpoint(200, TOKENS).fetch,
    now: () => NOW + ms,
  });
  expect(await kindOf(finishSignIn(SERVER, pending, at(600_000)))).toBe('expired');
  expect((await finishSignIn(SERVER, pending, at(599_999))).accessToken).toBe('at');
});

test('an answer that nobody waits for, or that another server was asked for, is refused', async () => {
  const { pending } = await beginSignIn(SERVER, CLIENT, NOW);
  const answer = { callbackUrl: callback(pending), fetch: never, now };
  expect(await kindOf(finishSignIn(SERVER, null, answer))).toBe('mismatch');
  expect(await kindOf(finishSignIn(authServer('https://auth.other.example'), pending, answer))).toBe(
    'mismatch',
  );
});

test.each<[string, number, unknown, string]>([
  ['a code that was used', 400, { error: 'invalid_grant' }, 'expired'],
  ['a client it does not know', 401, { error: 'invalid_client' }, 'unknown-client'],
  ['a request it does not take', 400, { error: 'invalid_request' }, 'server'],
  ['trouble', 500, '<html>', 'server'],
  ['nonsense', 200, '<html>', 'server'],
  ['no token', 200, { token_type: 'Bearer' }, 'server'],
  ['a token of a kind that we cannot use', 200, { ...TOKENS, token_type: 'mac' }, 'server'],
])('a token endpoint that answers with %s', async (_name, status, body, kind) => {
  const { pending } = await beginSignIn(SERVER, CLIENT, NOW);
  const { fetch, calls } = endpoint(status, body);
  expect(await kindOf(finishSignIn(SERVER, pending, { callbackUrl: callback(pending), fetch, now }))).toBe(
    kind,
  );
  expect(calls).toHaveLength(1);
});

test('a token endpoint that is not reached', async () => {
  const { pending } = await beginSignIn(SERVER, CLIENT, NOW);
  const fetch: typeof globalThis.fetch = async () => Promise.reject(new TypeError('Failed to fetch'));
  expect(await kindOf(finishSignIn(SERVER, pending, { callbackUrl: callback(pending), fetch, now }))).toBe(
    'unreachable',
  );
});

test('only a local issuer may do without TLS', async () => {
  const local = authServer('http://127.0.0.1:8787');
  const { pending } = await beginSignIn(local, CLIENT, NOW);
  const { fetch } = endpoint(200, TOKENS);
  const callbackUrl = callback(pending, { iss: 'http://127.0.0.1:8787' });
  expect((await finishSignIn(local, pending, { callbackUrl, fetch, now })).accessToken).toBe('at');
  const mixed = { ...SERVER, token_endpoint: 'http://auth.buffer.example/token' };
  const secure = await beginSignIn(mixed, CLIENT, NOW);
  const answer = { callbackUrl: callback(secure.pending), fetch: never, now };
  expect(await kindOf(finishSignIn(mixed, secure.pending, answer))).toBe('server');
});

test('signing out revokes the refresh token, and with it the grant', async () => {
  const { calls, fetch } = endpoint(200, '');
  const credentials = {
    kind: 'oauth',
    clientId: 'client-1',
    accessToken: 'at',
    refreshToken: 'rt',
    expiresAt: NOW,
    refreshStartedAt: null,
  } as const;
  await revoke(SERVER, credentials, fetch);
  await revoke(SERVER, { ...credentials, refreshToken: null }, fetch);
  expect(calls.map(({ url }) => url)).toEqual([`${ISSUER}/token/revocation`, `${ISSUER}/token/revocation`]);
  expect(calls.map(({ form }) => form.get('token'))).toEqual(['rt', 'at']);
  expect(await kindOf(revoke(SERVER, credentials, endpoint(500, '').fetch))).toBe('server');
});

test('no error of a sign-in tells a secret', async () => {
  const { pending } = await beginSignIn(SERVER, CLIENT, NOW);
  const answer = { callbackUrl: callback(pending, { state: 'x' }), fetch: never, now };
  const error = await finishSignIn(SERVER, pending, answer).catch((reason: Error) => reason);
  expect(`${error}`).not.toContain('code-1');
  expect(`${error}`).not.toContain(pending.verifier);
});
