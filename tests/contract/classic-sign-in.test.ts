// The sign-in of the classic API over HTTP against the local Buffer: with a secret, a code of 30 seconds, no PKCE.
import { expect, test } from 'vitest';
import {
  authorizeUrl,
  type ClassicClient,
  ClassicSignInError,
  codeOf,
  exchangeCode,
} from '../../lib/buffer/rest/sign-in.ts';
import { failureOf, useLocalBuffer } from './local-buffer.ts';
import { RETURN_TO, visit } from './visit.ts';

const local = useLocalBuffer('rest');
const question = () => ({
  clientId: local.credentials().classicClientId,
  redirectUri: RETURN_TO,
  state: 'a-state',
});

const client = (change: Partial<ClassicClient> = {}): ClassicClient => ({
  origin: local.credentials().origin,
  clientId: local.credentials().classicClientId,
  clientSecret: local.credentials().classicClientSecret,
  redirectUri: RETURN_TO,
  ...change,
});

const ask = (answer: 'allow' | 'deny') =>
  visit(authorizeUrl(`${local.credentials().origin}/oauth2/authorize`, question()), answer);

const code = async () => codeOf(await ask('allow'), question());

const exchange = (given: string, change: Partial<ClassicClient> = {}) =>
  exchangeCode({ ...client(change), code: given }, { fetch: globalThis.fetch });

const kindOf = (call: Promise<unknown>) =>
  call.then(
    () => 'it did not fail',
    (error: unknown) => (error instanceof ClassicSignInError ? error.kind : String(error)),
  );

test('a person who allows it has a token that opens the API until it is taken back', async () => {
  const token = await exchange(await code());
  expect((await local.backend(token).account()).name).toBe('Mara Alder');
  await local.advance(365 * 86_400);
  expect((await local.backend(token).account()).name).toBe('Mara Alder');
  await local.backend(token).deauthorize?.();
  expect((await failureOf(local.backend(token).account())).kind).toBe('unauthorized');
});

test('the code goes out by the letter of the documents, its slash as it is', async () => {
  await local.behave({ encodedCodes: false });
  expect(await exchange(await code())).toMatch(/^1\//);
});

test('a person who denies it has none', async () => {
  expect(await kindOf(ask('deny').then((address) => codeOf(address, question())))).toBe('denied');
});

test('a code works once, and for 30 seconds', async () => {
  const used = await code();
  await exchange(used);
  expect(await kindOf(exchange(used))).toBe('expired');
  const late = await code();
  await local.advance(31);
  expect(await kindOf(exchange(late))).toBe('expired');
});

test('a client or a secret that Buffer does not know is named as such', async () => {
  expect(await kindOf(exchange(await code(), { clientSecret: 'another' }))).toBe('unknown-client');
  expect(await kindOf(exchange(await code(), { clientId: 'nobody' }))).toBe('unknown-client');
});

test('a server that does not answer, or is no longer one, is named as such', async () => {
  expect(await kindOf(exchange('1/x', { origin: 'http://127.0.0.1:1' }))).toBe('unreachable');
  await local.faults({ operation: 'oauth2/token', when: 'before', do: 'status', status: 410 });
  expect(await kindOf(exchange(await code()))).toBe('retired');
});
