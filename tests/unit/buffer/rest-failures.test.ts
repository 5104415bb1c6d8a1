import { describe, expect, test } from 'vitest';
import { failureOf, NEW_POST, NOW, type Reply, recorded, scriptedRest, updateRow } from './scripted.ts';

const old = (code: number, message: unknown = 'no') => ({ success: false, message, code });
const quoted = (code: number, error: unknown = 'no') => ({ error, code });
const made = (...updates: unknown[]) => ({ success: true, code: false, updates });
const real = (name: string) => recorded(name, 'rest');
const HTML = '<!doctype html><title>Sorry</title>';

/** What a create makes of an answer, and what a read makes of it if that differs. */
const TABLE: [name: string, reply: Reply, create: string, read?: string][] = [
  [
    '401 as recorded in 2013',
    { status: 401, body: '', headers: { 'content-type': 'text/html' } },
    'unauthorized',
  ],
  ['401 of 2026', { status: 401, body: quoted(401, 'OIDC tokens are not accepted') }, 'unauthorized'],
  ['403 with 1001', { status: 403, body: old(1001) }, 'unauthorized'],
  ['200 with 401', { body: quoted(401) }, 'unauthorized'],
  ['403 of a proxy', { status: 403, body: 'error code: 1010' }, 'forbidden'],
  ['403 with 403', { status: 403, body: quoted(403) }, 'forbidden'],
  ['403 with 1011', { status: 403, body: old(1011) }, 'forbidden'],
  ['400 with 1011', { status: 400, body: old(1011) }, 'forbidden'],
  ['1021', { status: 403, body: old(1021) }, 'forbidden'],
  ['1013', { status: 403, body: old(1013) }, 'forbidden'],
  ['1010', { status: 404, body: old(1010) }, 'not-found'],
  ['1020', { status: 404, body: quoted(1020) }, 'not-found'],
  ['1025 as recorded', { status: 400, body: real('error-1025-duplicate-2014') }, 'duplicate'],
  ['1025 under 200', { body: real('error-1025-duplicate-2014') }, 'duplicate'],
  ['1023 as in the migration guide', { status: 403, body: quoted(1023) }, 'queue-full'],
  ['1023 as in a seed', { status: 400, body: old(1023) }, 'queue-full'],
  ['1024', { status: 403, body: old(1024) }, 'queue-full'],
  ['1028', { status: 403, body: old(1028) }, 'queue-full'],
  ['1003', { status: 400, body: old(1003) }, 'invalid'],
  ['1004', { status: 400, body: old(1004) }, 'invalid'],
  ['1005', { status: 406, body: old(1005) }, 'invalid'],
  ['1030', { status: 400, body: old(1030) }, 'invalid'],
  ['1034', { status: 400, body: old(1034) }, 'invalid'],
  ['405', { status: 405, body: quoted(405) }, 'invalid'],
  ['400 without a code', { status: 400, body: { success: false } }, 'invalid'],
  ['200 that says no and nothing else', { body: { success: false } }, 'invalid'],
  ['a code from the future', { status: 400, body: old(1999) }, 'server'],
  ['1000', { status: 500, body: old(1000) }, 'server'],
  ['408', { status: 408, body: '' }, 'server'],
  ['500', { status: 500, body: HTML }, 'server'],
  ['502 that says not found', { status: 502, body: old(1020) }, 'server'],
  ['503 that is empty', { status: 503, body: '' }, 'server'],
  ['200 with 504', { body: quoted(504) }, 'server'],
  ['429', { status: 429, body: quoted(429) }, 'rate-limited'],
  ['200 with 429', { body: quoted(429) }, 'rate-limited'],
  [
    '429 that praises a migration',
    { status: 429, body: quoted(429, 'Migrate to a paid plan') },
    'rate-limited',
  ],

  ['410', { status: 410, body: '' }, 'retired'],
  ['410 with words', { status: 410, body: quoted(410, 'Gone') }, 'retired'],
  ['410 with a page', { status: 410, body: HTML }, 'retired'],
  ['404 as recorded', { status: 404, body: real('error-404-endpoint') }, 'retired'],
  ['404 with a page', { status: 404, body: HTML }, 'retired'],
  ['404 that is empty', { status: 404, body: '' }, 'retired'],
  ['200 with 404', { body: quoted(404) }, 'retired'],
  ['403 that says so', { status: 403, body: quoted(403, 'API v1 has been retired') }, 'retired'],
  ['503 that says so', { status: 503, body: { message: 'Deprecated: please migrate' } }, 'retired'],
  ['200 that says so', { body: { success: false, message: 'This API was sunset' } }, 'retired'],
  ['1030 that only sounds like it', { status: 400, body: old(1030, 'A deprecated filetype') }, 'invalid'],

  ['200 with a page', { body: HTML }, 'unreadable', 'retired'],
  ['200 that is empty', { body: '' }, 'unreadable', 'retired'],
  ['200 that is white space', { body: ' \n' }, 'unreadable', 'retired'],
  [
    '200 with a page by its type',
    { body: 'Sorry', headers: { 'content-type': 'text/html' } },
    'unreadable',
    'retired',
  ],
  ['half an answer', { body: '{"success":true,"upda' }, 'unreadable'],
  ['200 that is a list', { body: [] }, 'unreadable'],
  ['200 that is null', { body: 'null' }, 'unreadable'],
  ['200 that is {}', { body: {} }, 'unreadable'],
];

test.each(TABLE)('a create answered by %s fails once, and as it should', async (_name, reply, kind) => {
  const { backend, requests } = scriptedRest(reply);
  const failure = await failureOf(backend.create(NEW_POST));
  expect(failure).toMatchObject({ kind, status: reply.status ?? 200 });
  expect(failure.unsent).toBeUndefined();
  expect(requests).toHaveLength(1);
  expect(JSON.stringify(failure)).not.toContain('secret-token');
});

test.each(TABLE)('a read answered by %s fails as it should', async (_name, reply, create, read = create) => {
  const { backend } = scriptedRest(reply);
  expect((await failureOf(backend.post('update-1'))).kind).toBe(read);
});

const CREATED: [name: string, body: object, kind: string][] = [
  // Buffer ignores ids that are not the person's in silence.
  ['nothing', made(), 'forbidden'],
  ['a post of another channel', made(updateRow({ profile_id: 'channel-2' })), 'unreadable'],
  ['a post without a channel', made(updateRow({ profile_id: undefined })), 'unreadable'],
  ['a post without an id', made(updateRow({ id: '' })), 'unreadable'],
  ['a post without a date', made(updateRow({ created_at: 'soon' })), 'unreadable'],
  ['no list', { success: true }, 'unreadable'],
  ['a broken list', made(null), 'unreadable'],
  ['a list without a success', { updates: [] }, 'unreadable'],
  ['a success that is none', { success: 'yes', updates: [updateRow()] }, 'unreadable'],
  ['a list and a code', { updates: [updateRow()], code: 1023 }, 'queue-full'],
];

test.each(CREATED)('a create that is answered by %s is not believed', async (_name, body, kind) => {
  const { backend } = scriptedRest({ body });
  expect(await failureOf(backend.create(NEW_POST))).toMatchObject({ kind, status: 200 });
});

test('among posts of several channels the own one is taken', async () => {
  const rows = [
    null,
    updateRow({ id: 'x', profile_id: 'channel-2' }),
    updateRow({ id: undefined, _id: 'own' }),
  ];
  const { backend } = scriptedRest({ body: made(...rows) });
  expect((await backend.create(NEW_POST)).id).toBe('own');
});

test('what failed carries its code, its words without their HTML, and its link', async () => {
  const said = {
    ...old(
      1025,
      'Posted &quot;recently&quot;, see <a class="x" href="https://x.example/1?a=1&amp;b=2">here</a>!',
    ),
  };
  const { backend } = scriptedRest({ status: 400, body: said });
  expect(await failureOf(backend.create(NEW_POST))).toEqual({
    kind: 'duplicate',
    message: 'Posted "recently", see here!',
    status: 400,
    code: 1025,
    link: 'https://x.example/1?a=1&b=2',
  });
});

test.each<[string, unknown, object]>([
  ['an object', { text: 'no', link: 'https://x.example/' }, { message: 'no', link: 'https://x.example/' }],
  ['an empty object', {}, { message: null }],
  ['a script as its link', '<a href="javascript:alert(1)">x</a>', { message: 'x' }],
  ['a bare sign', 'must be < 5 & > 1', { message: 'must be < 5 & > 1' }],
  ['nothing', false, { message: null }],
])('words that are %s', async (_name, message, expected) => {
  const { backend } = scriptedRest({ status: 400, body: old(1004, message) });
  const { kind, status, code, ...words } = await failureOf(backend.create(NEW_POST));
  expect([kind, status, code]).toEqual(['invalid', 400, 1004]);
  expect(words).toEqual(expected);
});

test.each<[string, Record<string, string>, number]>([
  ['seconds', { 'Retry-After': '7' }, 7],
  ['a date', { 'Retry-After': 'Fri, 20 Nov 2026 12:05:00 GMT' }, 300],
  ['nobody', {}, 60],
])('after a 429 the next try is when %s asks for it', async (_name, headers, seconds) => {
  const { backend } = scriptedRest({ status: 429, headers, body: '' });
  expect((await failureOf(backend.create(NEW_POST))).retryAt).toBe(NOW + seconds * 1000);
});

describe('an answer about another post is not believed', () => {
  const other = updateRow({ id: 'update-2' });
  test.each([
    ['edit', { success: true, update: other }],
    ['moveToTop', other],
    ['post', other],
  ] as const)('%s', async (name, body) => {
    const { backend } = scriptedRest({ body });
    const call = name === 'edit' ? backend.edit('update-1', { text: 'x' }) : backend[name]('update-1');
    expect((await failureOf(call)).kind).toBe('unreadable');
  });

  test('a comment', async () => {
    const update = { created_at: 1, event: 'comment', text: 'x', update_id: 'update-2' };
    const { backend } = scriptedRest({ body: { success: true, update } });
    expect((await failureOf(backend.reply?.('update-1', 'x') ?? Promise.resolve())).kind).toBe('unreadable');
  });

  test.each(['reorder', 'shuffle'] as const)('%s', async (name) => {
    const { backend } = scriptedRest({ body: made(updateRow({ profile_id: 'channel-2' })) });
    const call = backend[name]?.(NEW_POST.channel, ['a']) ?? Promise.resolve();
    expect((await failureOf(call)).kind).toBe('unreadable');
  });

  test('one channel', async () => {
    const { backend } = scriptedRest({ body: { id: 'channel-2', service: 'twitter' } });
    expect((await failureOf(backend.channel(NEW_POST.channel))).kind).toBe('unreadable');
  });
});

describe('deleting', () => {
  test('a post that Buffer does not know is gone', async () => {
    const { backend } = scriptedRest({ status: 404, body: old(1020) });
    await expect(backend.delete('update-1')).resolves.toBeUndefined();
  });

  test.each<[string, Reply, string]>([
    ['an address that is gone', { status: 404, body: HTML }, 'retired'],
    ['an address that was not found', { status: 404, body: real('error-404-endpoint') }, 'retired'],
    ['a post of somebody else', { status: 403, body: old(1021) }, 'forbidden'],
    ['an answer without a success', { body: {} }, 'unreadable'],
  ])('%s is no proof', async (_name, reply, kind) => {
    const { backend } = scriptedRest(reply);
    expect((await failureOf(backend.delete('update-1'))).kind).toBe(kind);
  });
});
