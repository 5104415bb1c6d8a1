import { beforeEach, describe, expect, test } from 'vitest';
import type { Credentials, OAuthCredentials } from '../../../lib/account/credentials.ts';
import { authServer } from '../../../lib/account/oauth.ts';
import { credentialsSchema } from '../../../lib/account/schemas.ts';
import { createTokens } from '../../../lib/account/tokens.ts';
import { BufferError } from '../../../lib/buffer/errors.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const OAUTH: OAuthCredentials = {
  kind: 'oauth',
  clientId: 'client-1',
  accessToken: 'at-0',
  refreshToken: 'rt-0',
  expiresAt: NOW + 3_600_000,
  refreshStartedAt: null,
};

/** What survives a worker: storage, the clock, the lock, and a server that rotates and refuses replays. */
function createWorld(start: Credentials | null) {
  let stored = start === null ? null : JSON.stringify(start);
  let tail: Promise<unknown> = Promise.resolve();
  let valid = 'rt-0';
  let arrived = () => {};
  const world = {
    now: NOW,
    events: [] as string[],
    presented: [] as string[],
    /** What happens to the next refresh instead of an answer: before, or after the server took it. */
    fault: null as 'offline' | 'cut' | 'die' | 'die-spent' | Response | null,
    saved: () => (stored === null ? null : credentialsSchema.parse(JSON.parse(stored))),
    tokens: () => createTokens(deps),
  };
  const answer = (status: number, body: object) => Response.json(body, { status });
  function takes(token: string): Response {
    world.presented.push(token);
    if (token !== valid) {
      valid = 'none';
      return answer(400, { error: 'invalid_grant', error_description: 'Grant request is invalid' });
    }
    const n = Number(valid.slice(3)) + 1;
    valid = `rt-${n}`;
    return answer(200, {
      access_token: `at-${n}`,
      refresh_token: valid,
      token_type: 'Bearer',
      expires_in: 3600,
    });
  }
  const deps = {
    server: authServer('https://auth.buffer.example'),
    now: () => world.now,
    load: async () => world.saved(),
    save: async (credentials: Credentials) => {
      stored = JSON.stringify(credentials);
      world.events.push(
        `saved ${credentials.kind === 'oauth' && credentials.refreshStartedAt !== null ? 'marked' : 'plain'}`,
      );
    },
    lock: <T>(task: () => Promise<T>): Promise<T> => {
      const run = tail.then(task, task);
      tail = run.catch(() => {});
      return run;
    },
    fetch: (async (_input, init) => {
      world.events.push('presented');
      const token = new URLSearchParams(String(init?.body)).get('refresh_token') ?? '';
      const fault = world.fault;
      world.fault = null;
      if (fault instanceof Response) return fault;
      if (fault === 'offline') throw new TypeError('Failed to fetch');
      if (fault === 'die' || fault === 'die-spent') arrived();
      if (fault === 'die') return new Promise<Response>(() => {});
      const response = takes(token);
      if (fault === 'cut') throw new TypeError('Failed to fetch');
      return fault === 'die-spent' ? new Promise<Response>(() => {}) : response;
    }) as typeof globalThis.fetch,
  };
  /** A worker that dies while its refresh is on the way: its lock is freed, its promise is never settled. */
  async function dies(how: 'die' | 'die-spent'): Promise<void> {
    world.fault = how;
    const arrival = Promise.withResolvers<void>();
    arrived = arrival.resolve;
    void createTokens(deps).current();
    await arrival.promise;
    tail = Promise.resolve();
  }
  return { world, dies };
}

async function kindOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    (token) => new Error(`it gave ${token}`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof BufferError)) throw error;
  expect(error.failure.unsent).toBe(true);
  return error.failure.kind;
}

test('an API key is its own token', async () => {
  const { world } = createWorld({ kind: 'api-key', key: 'buf_1' });
  expect(await world.tokens().current()).toBe('buf_1');
});

test('nobody signed in is unauthorized', async () => {
  expect(await kindOf(createWorld(null).world.tokens().current())).toBe('unauthorized');
});

test('a token with more than a minute left is used, one with less is renewed', async () => {
  const { world } = createWorld({ ...OAUTH, expiresAt: NOW + 60_001 });
  expect(await world.tokens().current()).toBe('at-0');
  world.now += 1;
  expect(await world.tokens().current()).toBe('at-1');
  expect(world.saved()).toEqual({
    ...OAUTH,
    accessToken: 'at-1',
    refreshToken: 'rt-1',
    expiresAt: world.now + 3_600_000,
  });
});

test('the marker is durable before the token is presented, the new pair before it is used', async () => {
  const { world } = createWorld({ ...OAUTH, expiresAt: NOW });
  await world.tokens().current();
  expect(world.events).toEqual(['saved marked', 'presented', 'saved plain']);
});

test('many callers in several contexts make one refresh', async () => {
  const { world } = createWorld({ ...OAUTH, expiresAt: NOW });
  const contexts = [world.tokens(), world.tokens()];
  const tokens = await Promise.all(Array.from({ length: 10 }, (_, n) => contexts[n % 2]?.current()));
  expect(new Set(tokens)).toEqual(new Set(['at-1']));
  expect(world.presented).toEqual(['rt-0']);
});

test('an answer without a new refresh token keeps the old one', async () => {
  const { world } = createWorld({ ...OAUTH, expiresAt: NOW });
  world.fault = Response.json({ access_token: 'at-9', token_type: 'Bearer' });
  expect(await world.tokens().current()).toBe('at-9');
  expect(world.saved()).toMatchObject({ refreshToken: 'rt-0', expiresAt: NOW + 3_600_000 });
});

test('without a refresh token the access token is used until it dies', async () => {
  const { world } = createWorld({ ...OAUTH, refreshToken: null, expiresAt: NOW + 1 });
  expect(await world.tokens().current()).toBe('at-0');
  world.now += 1;
  expect(await kindOf(world.tokens().current())).toBe('unauthorized');
  expect(world.presented).toEqual([]);
});

describe('a worker that died while it refreshed', () => {
  let it: ReturnType<typeof createWorld>;
  beforeEach(() => {
    it = createWorld({ ...OAUTH, expiresAt: NOW + 30_000 });
  });

  test('leaves an access token that is used until it dies, without a replay', async () => {
    await it.dies('die-spent');
    expect(await it.world.tokens().current()).toBe('at-0');
    it.world.now += 29_999;
    expect(await it.world.tokens().current()).toBe('at-0');
    expect(it.world.presented).toEqual(['rt-0']);
  });

  test('before the token arrived: the old one works once the access token is dead', async () => {
    await it.dies('die');
    it.world.now += 30_000;
    expect(await it.world.tokens().current()).toBe('at-1');
    expect(it.world.presented).toEqual(['rt-0']);
  });

  test('after the token was spent: one more try, then a new sign-in and no call ever after', async () => {
    await it.dies('die-spent');
    it.world.now += 30_000;
    expect(await kindOf(it.world.tokens().current())).toBe('unauthorized');
    expect(await kindOf(it.world.tokens().current())).toBe('unauthorized');
    expect(it.world.presented).toEqual(['rt-0', 'rt-0']);
  });

  test('and again at the second try: the token is never presented a third time', async () => {
    await it.dies('die');
    it.world.now += 30_000;
    await it.dies('die-spent');
    expect(await kindOf(it.world.tokens().current())).toBe('unauthorized');
    expect(it.world.presented).toEqual(['rt-0']);
  });
});

test('being offline fails this call only, and the sign-in outlives it', async () => {
  const { world } = createWorld({ ...OAUTH, expiresAt: NOW });
  for (let i = 0; i < 3; i += 1) {
    world.fault = 'offline';
    expect(await kindOf(world.tokens().current())).toBe('unreachable');
    expect(world.saved()).toMatchObject({ refreshToken: 'rt-0', refreshStartedAt: NOW });
  }
  expect(await world.tokens().current()).toBe('at-1');
});

test('a cut answer is not replayed while the access token lives', async () => {
  const { world } = createWorld({ ...OAUTH, expiresAt: NOW + 30_000 });
  world.fault = 'cut';
  expect(await kindOf(world.tokens().current())).toBe('unreachable');
  expect(await world.tokens().current()).toBe('at-0');
  expect(world.presented).toEqual(['rt-0']);
});

test.each<[string, Response, string, object]>([
  [
    'invalid_grant',
    Response.json({ error: 'invalid_grant' }, { status: 400 }),
    'unauthorized',
    { refreshToken: null, refreshStartedAt: null },
  ],
  [
    'invalid_client',
    Response.json({ error: 'invalid_client' }, { status: 401 }),
    'unauthorized',
    { refreshToken: null, refreshStartedAt: null },
  ],
  ['500', new Response('<html>', { status: 500 }), 'server', { refreshToken: 'rt-0', refreshStartedAt: NOW }],
  ['nonsense', new Response('<html>'), 'server', { refreshToken: 'rt-0', refreshStartedAt: NOW }],
  [
    '429',
    new Response('', { status: 429, headers: { 'Retry-After': '9' } }),
    'rate-limited',
    { refreshToken: 'rt-0', refreshStartedAt: null },
  ],
])('a refresh answered by %s', async (_name, response, kind, kept) => {
  const { world } = createWorld({ ...OAUTH, expiresAt: NOW });
  world.fault = response;
  expect(await kindOf(world.tokens().current())).toBe(kind);
  expect(world.saved()).toMatchObject(kept);
});
