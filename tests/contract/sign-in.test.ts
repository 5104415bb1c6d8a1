// The whole sign-in over HTTP against the local Buffer's authorization server.
import { expect, test } from 'vitest';
import type { Credentials, OAuthCredentials } from '../../lib/account/credentials.ts';
import { SignInError } from '../../lib/account/errors.ts';
import {
  authServer,
  beginSignIn,
  finishSignIn,
  type PendingSignIn,
  revoke,
} from '../../lib/account/oauth.ts';
import { createTokens } from '../../lib/account/tokens.ts';
import { failureOf, useLocalBuffer } from './local-buffer.ts';
import { RETURN_TO, visit } from './visit.ts';

const local = useLocalBuffer('graphql');
const server = () => authServer(local.credentials().origin);

async function begin() {
  const client = { clientId: local.credentials().clientId, redirectUri: RETURN_TO };
  return beginSignIn(server(), client, Date.now());
}

const finish = (pending: PendingSignIn, callbackUrl: string) =>
  finishSignIn(server(), pending, { callbackUrl, fetch: globalThis.fetch, now: Date.now });

async function signIn(): Promise<OAuthCredentials> {
  const { url, pending } = await begin();
  return finish(pending, await visit(url, 'allow'));
}

const kindOf = (call: Promise<unknown>) =>
  call.then(
    () => 'it did not fail',
    (error: unknown) => (error instanceof SignInError ? error.kind : String(error)),
  );

/** The tokens of one stored sign-in, and what is stored. */
function keep(credentials: OAuthCredentials) {
  const box: { stored: Credentials } = { stored: credentials };
  const tokens = createTokens({
    server: server(),
    fetch: globalThis.fetch,
    now: Date.now,
    load: async () => box.stored,
    save: async (changed) => {
      box.stored = changed;
    },
    lock: (task) => task(),
  });
  return { box, tokens };
}

const dead = (credentials: OAuthCredentials): OAuthCredentials => ({ ...credentials, expiresAt: 0 });

test('a person who allows it is signed in, and the token opens the API', async () => {
  const credentials = await signIn();
  expect(credentials.refreshToken).toBeTruthy();
  expect(credentials.expiresAt).toBeGreaterThan(Date.now() + 3_000_000);
  expect((await local.backend(credentials.accessToken).account()).id).toBeTruthy();
});

test('a person who denies it is not', async () => {
  const { url, pending } = await begin();
  expect(await kindOf(finish(pending, await visit(url, 'deny')))).toBe('denied');
});

test('a code works once', async () => {
  const { url, pending } = await begin();
  const callbackUrl = await visit(url, 'allow');
  await finish(pending, callbackUrl);
  expect(await kindOf(finish(pending, callbackUrl))).toBe('expired');
});

test('a code does not work with the verifier of another sign-in', async () => {
  const [mine, other] = [await begin(), await begin()];
  const callbackUrl = await visit(mine.url, 'allow');
  const mixed = { ...mine.pending, verifier: other.pending.verifier };
  expect(await kindOf(finish(mixed, callbackUrl))).toBe('expired');
  expect(await kindOf(finish(other.pending, callbackUrl))).toBe('mismatch');
});

test('an unknown client is named as such', async () => {
  const { url, pending } = await begin();
  const callbackUrl = await visit(url, 'allow');
  expect(await kindOf(finish({ ...pending, clientId: 'nobody' }, callbackUrl))).toBe('unknown-client');
});

test('a token is renewed, rotates, and the new one opens the API', async () => {
  const first = dead(await signIn());
  const { box, tokens } = keep(first);
  const token = await tokens.current();
  expect(token).not.toBe(first.accessToken);
  expect(box.stored).toMatchObject({ accessToken: token, refreshStartedAt: null });
  expect(box.stored).not.toMatchObject({ refreshToken: first.refreshToken });
  expect((await local.backend(token).account()).id).toBeTruthy();
});

test('a spent refresh token ends the sign-in', async () => {
  const first = dead(await signIn());
  await keep(first).tokens.current();
  expect(await failureOf(keep(first).tokens.current())).toMatchObject({ kind: 'unauthorized', unsent: true });
});

test('a renewal whose answer is cut leaves the marker, and the dead end is found out once', async () => {
  const { box, tokens } = keep(dead(await signIn()));
  await local.faults({ operation: 'token', when: 'after', do: 'cut' });
  expect((await failureOf(tokens.current())).kind).toBe('unreachable');
  expect(box.stored).toMatchObject({ refreshStartedAt: expect.any(Number) });
  expect((await failureOf(tokens.current())).kind).toBe('unauthorized');
  const arrivals = (await local.arrivals('token')).length;
  expect((await failureOf(tokens.current())).kind).toBe('unauthorized');
  expect((await local.arrivals('token')).length).toBe(arrivals);
});

test('a renewal that never arrived works at the next try', async () => {
  const { tokens } = keep(dead(await signIn()));
  await local.faults({ operation: 'token', when: 'before', do: 'cut' });
  expect((await failureOf(tokens.current())).kind).toBe('unreachable');
  expect((await local.backend(await tokens.current()).account()).id).toBeTruthy();
});

test('signing out ends both tokens', async () => {
  const credentials = await signIn();
  await revoke(server(), credentials, globalThis.fetch);
  expect((await failureOf(local.backend(credentials.accessToken).account())).kind).toBe('unauthorized');
  expect((await failureOf(keep(dead(credentials)).tokens.current())).kind).toBe('unauthorized');
});
