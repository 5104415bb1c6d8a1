import { setImmediate } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import type { CredentialsRecord } from '../../../lib/account/credentials.ts';
import { authServer } from '../../../lib/account/oauth.ts';
import { createSignedBackend, type SignedDeps } from '../../../lib/account/signed-backend.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const HOUR = 3_600_000;

/** Somebody who is signed in to a Buffer that refuses every access token and grants every refresh. */
function signedIn(
  change: {
    renewedAt?: number;
    signedInAt?: number;
    refusal?: () => Response;
    /** When what waits has been told of a token that can be renewed. */
    untilReady?: Promise<void>;
  } = {},
) {
  const told = { refreshes: 0, renewable: 0, expired: 0 };
  const calls: string[] = [];
  const { refusal = () => Response.json({ errors: [] }, { status: 401 }) } = change;
  let now = NOW;
  let renewedAt = change.renewedAt ?? 0;
  let record: CredentialsRecord = {
    accountId: 'a1',
    signedInAt: change.signedInAt ?? 0,
    credentials: {
      kind: 'oauth',
      clientId: 'client',
      accessToken: 'at-0',
      refreshToken: 'rt-0',
      expiresAt: NOW + HOUR,
      refreshStartedAt: null,
    },
  };
  const deps: SignedDeps = {
    connection: { api: 'graphql', origin: 'https://api.buffer.example' },
    server: authServer('https://auth.buffer.example'),
    now: () => now,
    fetch: async (input) => {
      const { url } = new Request(input);
      calls.push(url);
      now += 1000;
      if (url.startsWith('https://api.')) return refusal();
      told.refreshes += 1;
      const body = { access_token: 'at', refresh_token: 'rt', token_type: 'Bearer', expires_in: 3600 };
      return Response.json(body);
    },
    load: async () => record,
    replace: async (next) => {
      record = { ...record, ...next };
      return true;
    },
    lock: (task) => task(),
    renewedAt: {
      read: async () => renewedAt,
      write: async (at) => {
        await setImmediate();
        renewedAt = at;
      },
    },
    observe: () => {},
    renewable: async () => {
      told.renewable += 1;
      await change.untilReady;
    },
    standingBy: (work) => work(),
    expire: async () => {
      told.expired += 1;
    },
  };
  const move = () => {
    record = { ...record, credentials: { kind: 'classic', accessToken: 'classic', brought: true } };
  };
  return { told, calls, move, backend: createSignedBackend('a1', deps) };
}

test('once the person has moved to another API, its token is never sent to this one, nor ended', async () => {
  const { told, calls, move, backend } = signedIn();
  move();
  await expect(backend.account()).rejects.toMatchObject({
    failure: { kind: 'unauthorized', unsent: true },
  });
  expect(calls).toEqual([]);
  expect(told).toEqual({ refreshes: 0, renewable: 0, expired: 0 });
});

test('a token that is refused is renewed once, and then the sign-in has ended', async () => {
  const { told, backend } = signedIn();
  await expect(backend.account()).rejects.toMatchObject({ failure: { kind: 'unauthorized' } });
  await vi.waitFor(() => expect(told).toEqual({ refreshes: 0, renewable: 1, expired: 0 }));
  await expect(backend.account()).rejects.toMatchObject({ failure: { kind: 'unauthorized' } });
  await vi.waitFor(() => expect(told).toEqual({ refreshes: 1, renewable: 1, expired: 1 }));
});

test('so it is in whatever status and words Buffer refuses it', async () => {
  const errors = [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }];
  for (const status of [200, 403]) {
    const { told, backend } = signedIn({ refusal: () => Response.json({ data: null, errors }, { status }) });
    await expect(backend.account()).rejects.toMatchObject({ failure: { kind: 'unauthorized' } });
    await vi.waitFor(() => expect(told).toEqual({ refreshes: 0, renewable: 1, expired: 0 }));
  }
});

test('so it is too after the clock was set back behind the last renewal', async () => {
  const { told, backend } = signedIn({ renewedAt: NOW + HOUR });
  for (const expired of [0, 1]) {
    await expect(backend.account()).rejects.toMatchObject({ failure: { kind: 'unauthorized' } });
    await vi.waitFor(() => expect(told).toEqual({ refreshes: expired, renewable: 1, expired }));
  }
});

test.each([{ renewedAt: NOW + 500 }, { signedInAt: NOW + 500 }])(
  'a refusal of a call that left before %j says nothing of the token of now',
  async (change) => {
    const { told, backend } = signedIn(change);
    await expect(backend.account()).rejects.toMatchObject({ failure: { kind: 'unauthorized' } });
    await vi.waitFor(() => expect(told).toEqual({ refreshes: 0, renewable: 1, expired: 0 }));
    await expect(backend.account()).rejects.toMatchObject({ failure: { kind: 'unauthorized' } });
    expect(told.refreshes).toBe(0);
  },
);

test('a token that is refused right after the sign-in is renewed like any other', async () => {
  const { told, backend } = signedIn({ signedInAt: NOW });
  await expect(backend.account()).rejects.toMatchObject({ failure: { kind: 'unauthorized' } });
  await vi.waitFor(() => expect(told).toEqual({ refreshes: 0, renewable: 1, expired: 0 }));
  await expect(backend.account()).rejects.toMatchObject({ failure: { kind: 'unauthorized' } });
  await vi.waitFor(() => expect(told).toMatchObject({ refreshes: 1, expired: 1 }));
});

test('whoever hears of a refusal may try again at once: by then it is seen to, but not what waits for it', async () => {
  const { told, backend } = signedIn({ untilReady: new Promise(() => undefined) });
  await expect(backend.account()).rejects.toMatchObject({ failure: { kind: 'unauthorized' } });
  await expect(backend.account()).rejects.toMatchObject({ failure: { kind: 'unauthorized' } });
  expect(told).toEqual({ refreshes: 1, renewable: 1, expired: 1 });
});
