// Where the credentials are kept: what ends late must not take the place of another sign-in.
import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { Credentials } from '../../../lib/account/credentials.ts';
import { loadCredentials, replaceCredentials, saveCredentials } from '../../../lib/platform/credentials.ts';

const renewed = (accessToken: string): Credentials => ({
  kind: 'oauth',
  clientId: 'c',
  accessToken,
  refreshToken: 'r',
  expiresAt: 1,
  refreshStartedAt: null,
});
const CLASSIC: Credentials = { kind: 'classic', accessToken: '1/a', brought: false };

beforeEach(() => saveCredentials({ accountId: 'me', credentials: renewed('old'), signedInAt: 7 }));

test('a refresh puts the new pair in the place of the old one, of the same sign-in', async () => {
  expect(await replaceCredentials({ accountId: 'me', credentials: renewed('new') })).toBe(true);
  expect(await loadCredentials()).toEqual({
    accountId: 'me',
    credentials: renewed('new'),
    signedInAt: 7,
  });
});

test.each<[string, Parameters<typeof saveCredentials>[0]]>([
  ['a sign-out', null],
  ['a move to the other API', { accountId: 'me', credentials: CLASSIC, signedInAt: 8 }],
  ['another account', { accountId: 'you', credentials: renewed('yours'), signedInAt: 8 }],
])('a refresh that ends after %s changes nothing', async (_name, now) => {
  await saveCredentials(now);
  expect(await replaceCredentials({ accountId: 'me', credentials: renewed('late') })).toBe(false);
  expect(await loadCredentials()).toEqual(now);
});

test('what a later version has stored, and this one cannot read, is nobody’s sign-in', async () => {
  const unknown = { kind: 'passkey', id: 'x' } as unknown as Credentials;
  await saveCredentials({ accountId: 'me', credentials: unknown, signedInAt: 8 });
  expect(await loadCredentials()).toBeNull();
});
