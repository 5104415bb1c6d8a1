import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { signIn } from './oauth-browser.ts';

const START = '2026-03-02T09:00:00.000Z';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ clock: START });
});
afterAll(() => sandbox.stop());

const get = (path: string) => fetch(`${sandbox.origin}${path}`);
const post = (path: string, body: unknown) =>
  fetch(`${sandbox.origin}/_sandbox/${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const state = async () => (await get('/_sandbox/state')).json();
const log = async () => (await get('/_sandbox/log')).json();
const account = (token = sandbox.apiKey) =>
  fetch(sandbox.origin, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ account { id } }' }),
  });

beforeEach(() => post('reset', {}));

describe('state', () => {
  test('gives the time, channels and posts in the agreed words', async () => {
    const { now, channels, posts } = await state();
    expect(new Date(now).toISOString()).toBe(now);
    expect(channels.length).toBeGreaterThan(1);
    const words = ['id', 'channelId', 'status', 'text', 'createdAt', 'dueAt', 'sentAt', 'assets'];
    for (const word of [...words, 'linkAttachment', 'via', 'shareMode'])
      expect(posts[0]).toHaveProperty(word);
  });
});

describe('clock', () => {
  const seconds = async () => (Date.parse((await state()).now) - Date.parse(START)) / 1000;

  test('starts where it was told to', async () => {
    expect(await seconds()).toBeLessThan(30);
  });

  test('advances by seconds, and the Date header follows', async () => {
    const response = await post('clock', { advance: 7200 });
    expect(response.status).toBe(200);
    expect(await seconds()).toBeGreaterThanOrEqual(7200);
    expect(Date.parse((await get('/pages/')).headers.get('date') ?? '')).toBeGreaterThanOrEqual(
      Date.parse('2026-03-02T11:00:00Z'),
    );
  });

  test('is set to a moment', async () => {
    await post('clock', { now: '2026-07-01T12:00:00+02:00' });
    expect((await state()).now.slice(0, 16)).toBe('2026-07-01T10:00');
  });

  test('makes due posts go out', async () => {
    const queued = (await state()).posts.filter((one: { status: string }) => one.status === 'scheduled');
    await post('clock', { advance: 30 * 86_400 });
    const now = (await state()).posts.filter((one: { status: string }) => one.status === 'scheduled');
    expect(now.length).toBeLessThan(queued.length);
  });

  test.each([
    ['{}'],
    ['nonsense'],
    ['{"advance":1e300}'],
    ['{"now":"tomorrow"}'],
    ['{"advance":"soon"}'],
    ['{"advance":null}'],
    ['{"advance":true}'],
  ])('refuses %s with a sentence', async (body) => {
    const response = await post('clock', body);
    expect(response.status).toBe(400);
    expect((await response.json()).error).toMatch(/^The body is .+\.$/);
  });
});

describe('log', () => {
  test('lists every arrival at an API in order, and no page or control call', async () => {
    await signIn(sandbox.origin, sandbox.clientId);
    await account();
    await get('/pages/');
    await get('/mcp');
    const lines = await log();
    expect(lines.map((line: { api: string; operation: string }) => `${line.api} ${line.operation}`)).toEqual([
      'oauth authorize',
      'oauth token',
      expect.stringMatching(/^graphql /),
      'mcp mcp',
    ]);
    expect(lines[1]).toEqual({
      at: expect.stringMatching(/^2026-03-02T09:/),
      api: 'oauth',
      operation: 'token',
      status: 200,
      committed: true,
      ids: [],
      committedAt: expect.stringMatching(/^2026-03-02T09:/),
      commitDueAt: null,
      fault: null,
      account: null,
      client: null,
      posts: [],
    });
    expect(lines[3]).toMatchObject({ status: 404, committed: false });
  });
});

describe('reset', () => {
  test('forgets sign-ins, faults, log and clock, and puts the seeded world back', async () => {
    const { tokens } = await signIn(sandbox.origin, sandbox.clientId);
    await post('faults', [{ operation: '*', do: 'status', times: null }]);
    await post('clock', { advance: 86_400 });
    const answer = await (await post('reset', {})).json();
    expect(answer.now.slice(0, 13)).toBe(START.slice(0, 13));
    expect(await log()).toEqual([]);
    expect((await account()).status).not.toBe(500);
    expect((await account(tokens.access_token)).status).toBe(401);
  });
});

describe('the page for people', () => {
  test('shows every channel and post', async () => {
    const { channels, posts } = await state();
    const html = await (await get('/_sandbox/')).text();
    for (const { name } of channels) expect(html).toContain(name);
    expect(html.match(/<article/g)).toHaveLength(posts.length);
  });

  test('its buttons move the clock and come back to the page', async () => {
    const response = await fetch(`${sandbox.origin}/_sandbox/clock`, {
      method: 'POST',
      headers: { accept: 'text/html' },
      body: new URLSearchParams({ advance: '3600' }),
      redirect: 'manual',
    });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/_sandbox/');
    expect((await state()).now.slice(0, 13)).toBe('2026-03-02T10');
  });
});

describe('demo pages and pictures', () => {
  test('the article describes itself with absolute addresses, and its pictures are there', async () => {
    const html = await (await get('/pages/walk.html')).text();
    expect(html).toContain(`<meta property="og:image" content="${sandbox.origin}/media/walk.jpg">`);
    expect(html).toContain(`<link rel="canonical" href="${sandbox.origin}/pages/walk.html">`);
    const pictures = [...html.matchAll(/<img src="([^"]+)"/g)].map(([, address]) => address ?? '');
    expect(pictures.length).toBe(4);
    for (const address of pictures) {
      const response = await fetch(address);
      expect(response.headers.get('content-type')).toBe('image/jpeg');
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect([...bytes.slice(0, 2)]).toEqual([0xff, 0xd8]);
    }
  });

  test.each(['/pages/', '/pages/photo.html', '/pages/plain.html'])('%s is there', async (path) => {
    expect((await get(path)).status).toBe(200);
  });

  test('the avatars of all channels are there', async () => {
    for (const { avatar } of (await state()).channels) expect((await fetch(avatar)).status).toBe(200);
  });

  test.each(['/media/nothing.jpg', '/media/constructor.png', '/pages/../server.ts', '/nowhere'])(
    '%s is not',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});

test('what is not served answers as Buffer does for unknown endpoints', async () => {
  const response = await get('/mcp');
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({ error: 'The endpoint you requested was not found.', code: 404 });
});

test('no API answers CORS headers', async () => {
  const headers = { origin: 'https://elsewhere.example' };
  const answers = [
    await fetch(`${sandbox.origin}/token`, { method: 'POST', headers, body: 'client_id=quick-queue-local' }),
    await fetch(`${sandbox.origin}/.well-known/openid-configuration`, { headers }),
    await fetch(`${sandbox.origin}/graphql`, { method: 'OPTIONS', headers }),
  ];
  for (const answer of answers) expect(answer.headers.has('access-control-allow-origin')).toBe(false);
});

test('an extension, whose requests carry an Origin, may refresh', async () => {
  const { tokens } = await signIn(sandbox.origin, sandbox.clientId);
  const response = await fetch(`${sandbox.origin}/token`, {
    method: 'POST',
    headers: { origin: `chrome-extension://${'a'.repeat(32)}` },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh_token ?? '',
      client_id: sandbox.clientId,
    }),
  });
  expect(response.status).toBe(200);
});
