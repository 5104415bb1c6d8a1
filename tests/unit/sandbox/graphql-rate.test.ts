import { beforeEach, describe, expect, test } from 'vitest';
import { type LocalApi, localApi, newPost, START } from './local-api.ts';

let api: LocalApi;
beforeEach(() => {
  api = localApi();
});

const ACCOUNT = '{ account { id } }';
const CREATE = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { __typename } }';

describe('the rolling windows', () => {
  async function spend(count: number, token = 'key'): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      const { status } = await api.ask(ACCOUNT, {}, token);
      expect(status).toBe(200);
    }
  }
  const left = (headers: Headers) =>
    [...(headers.get('RateLimit') ?? '').matchAll(/;r=(\d+)/g)].map(([, n]) => n);

  test('are told in the recorded dialect', async () => {
    await spend(1);
    api.clock.advance(3);
    const { headers } = await api.ask(ACCOUNT);
    expect(headers.get('RateLimit')).toBe(
      '"100-in-15min";r=98;t=897, "250-in-24h";r=248;t=86397, "3000-in-30d";r=2998;t=2591997',
    );
    expect(headers.get('RateLimit-Policy')).toMatch(
      /^"100-in-15min";q=100;w=900;pk=:[\w+/]+=*:, "250-in-24h";q=250;w=86400;pk=:[\w+/]+=*:, "3000-in-30d";q=3000;w=2592000;pk=:[\w+/]+=*:$/,
    );
  });

  test('refuse the 101st request of fifteen minutes, and only then count again', async () => {
    await spend(1);
    api.clock.advance(100);
    await spend(99);
    const refused = await api.ask(CREATE, { input: newPost('twitter', 'Too late') });
    expect(refused.status).toBe(429);
    expect(refused.body).toEqual({
      errors: [
        {
          message: 'Too many requests from this client. Please try again later.',
          extensions: { code: 'RATE_LIMIT_EXCEEDED', window: '15m' },
        },
      ],
    });
    expect(refused.headers.get('Retry-After')).toBe('800');
    expect(refused.outcome).toEqual({ operation: 'createPost', committed: false, ids: [] });
    expect(left(refused.headers)).toEqual(['0', '150', '2900']);
    api.clock.advance(799);
    expect((await api.ask(ACCOUNT)).status).toBe(429);
    api.clock.advance(1);
    await spend(1);
    expect((await api.ask(ACCOUNT)).status).toBe(429);
  });

  test('name the day when the day is used up', async () => {
    for (const round of [100, 100, 50]) {
      await spend(round);
      api.clock.advance(900);
    }
    const { status, body, headers } = await api.ask(ACCOUNT);
    expect(status).toBe(429);
    expect(body.errors[0]?.extensions.window).toBe('24h');
    expect(headers.get('Retry-After')).toBe(String(86_400 - 3 * 900));
  });

  test('count requests that are refused with 400, none with 401', async () => {
    await api.ask('{ nothing }');
    await api.ask(ACCOUNT, {}, 'expired');
    expect(left((await api.ask(ACCOUNT)).headers)).toEqual(['98', '248', '2998']);
  });

  test('are one per client', async () => {
    await spend(100);
    expect((await api.ask(ACCOUNT)).status).toBe(429);
    await spend(1, 'other');
  });

  test('are empty again after a reset', async () => {
    await spend(100);
    api.world.reset();
    await spend(1);
  });

  test('survive a clock that is set back', async () => {
    await spend(1);
    api.at('2026-03-01T09:00:00Z');
    const { headers } = await api.ask(ACCOUNT);
    expect(headers.get('RateLimit')).toContain('"100-in-15min";r=99;t=900');
    api.at(START);
  });
});
