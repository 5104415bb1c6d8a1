import { describe, expect, test } from 'vitest';
import { created, failureOf, NEW_POST, NOW, postNode, type Reply, recorded, scripted } from './scripted.ts';

const coded = (code: string | null, message = 'no') => ({ errors: [{ message, extensions: { code } }] });
const at = (code: string, ...path: string[]) => ({ errors: [{ message: 'no', path, extensions: { code } }] });
const typed = (type: string, rest: object = {}) => ({
  data: { createPost: { __typename: type, message: 'no', ...rest } },
});

const TABLE: [name: string, reply: Reply, kind: string][] = [
  ['401 as recorded', { status: 401, body: recorded('error-401-bad-token') }, 'unauthorized'],
  ['401 without a token', { status: 401, body: recorded('error-401-no-auth') }, 'unauthorized'],
  ['401 that is not JSON', { status: 401, body: '<html>' }, 'unauthorized'],
  ['403 of a proxy', { status: 403, body: 'error code: 1010' }, 'forbidden'],
  ['403 with a dead token', { status: 403, body: coded('UNAUTHENTICATED') }, 'unauthorized'],
  ['404', { status: 404, body: '' }, 'not-found'],
  ['408', { status: 408, body: '' }, 'server'],
  ['400 as recorded', { status: 400, body: recorded('error-400-invalid-enum') }, 'invalid'],
  ['400 without a code', { status: 400, body: coded(null) }, 'invalid'],
  ['413', { status: 413, body: '' }, 'invalid'],
  ['429 as recorded', { status: 429, body: recorded('error-429-rate-limit') }, 'rate-limited'],
  ['500', { status: 500, body: '<html>' }, 'server'],
  ['502 that says not found', { status: 502, body: coded('NOT_FOUND') }, 'server'],
  ['200 UNAUTHORIZED', { body: coded('UNAUTHORIZED') }, 'unauthorized'],
  ['200 UNAUTHENTICATED', { body: { data: null, ...coded('UNAUTHENTICATED') } }, 'unauthorized'],
  ['200 FORBIDDEN', { body: coded('FORBIDDEN') }, 'forbidden'],
  ['200 NOT_FOUND', { body: coded('NOT_FOUND') }, 'not-found'],
  ['200 RATE_LIMIT_EXCEEDED', { body: coded('RATE_LIMIT_EXCEEDED') }, 'rate-limited'],
  ['200 UNEXPECTED', { body: coded('UNEXPECTED') }, 'server'],
  ['200 of a mutation that refused', { body: { data: null, ...at('FORBIDDEN', 'createPost') } }, 'forbidden'],
  [
    '200 of a mutation that ran, and failed at what it was to answer',
    { body: { data: { createPost: null }, ...at('NOT_FOUND', 'createPost', 'post', 'assets') } },
    'unreadable',
  ],
  ['200 with an unknown code', { body: coded('SOMETHING_NEW') }, 'unreadable'],
  [
    '200 with codes that disagree',
    {
      body: { errors: [...coded('FORBIDDEN').errors, ...coded('UNEXPECTED').errors] },
    },
    'unreadable',
  ],
  ['200 that is not JSON', { body: '<!doctype html>' }, 'unreadable'],
  ['200 that is empty', { body: '' }, 'unreadable'],
  ['200 that is a list', { body: [] }, 'unreadable'],
  ['200 without data', { body: {} }, 'unreadable'],
  ['200 with null data', { body: { data: null } }, 'unreadable'],
  ['200 with a null outcome', { body: { data: { createPost: null } } }, 'unreadable'],
  ['204', { status: 200, body: { data: {} } }, 'unreadable'],
  ['limit reached as recorded', { body: recorded('createPost-limit-reached') }, 'queue-full'],
  ['invalid input as recorded', { body: recorded('createPost-invalid-facebook-type') }, 'invalid'],
  ['NotFoundError', { body: typed('NotFoundError') }, 'not-found'],
  ['UnauthorizedError', { body: typed('UnauthorizedError') }, 'forbidden'],
  ['UnexpectedError', { body: typed('UnexpectedError') }, 'server'],
  ['an error type from the future', { body: typed('MoonPhaseError') }, 'unreadable'],
  ['an outcome without a type', { body: { data: { createPost: { post: postNode() } } } }, 'unreadable'],
  ['a success for another channel', { body: created({ channelId: 'channel-2' }) }, 'unreadable'],
  ['a success without a channel', { body: created({ channelId: undefined }) }, 'unreadable'],
  ['a success without an id', { body: created({ id: '' }) }, 'unreadable'],
  ['a success with a broken date', { body: created({ createdAt: 'soon' }) }, 'unreadable'],
  ['a success without a post', { body: typed('PostActionSuccess') }, 'unreadable'],
  ['1025', { body: typed('RestProxyError', { code: 1025, link: 'https://x.example/1' }) }, 'duplicate'],
  ['1023', { body: typed('RestProxyError', { code: 1023 }) }, 'queue-full'],
  ['1028', { body: typed('RestProxyError', { code: 1028 }) }, 'queue-full'],
  ['1011', { body: typed('RestProxyError', { code: 1011 }) }, 'forbidden'],
  ['1001', { body: typed('RestProxyError', { code: 1001 }) }, 'unauthorized'],
  ['1034', { body: typed('RestProxyError', { code: 1034 }) }, 'invalid'],
  ['1010', { body: typed('RestProxyError', { code: 1010 }) }, 'not-found'],
  ['1000', { body: typed('RestProxyError', { code: 1000 }) }, 'server'],
  ['a code from the future', { body: typed('RestProxyError', { code: 1999 }) }, 'server'],
  ['a proxy error without a code', { body: typed('RestProxyError', { code: null }) }, 'server'],
];

test.each(TABLE)('a create answered by %s fails once, and as it should', async (_name, reply, kind) => {
  const { backend, requests } = scripted(reply);
  const failure = await failureOf(backend.create(NEW_POST));
  expect(failure.kind).toBe(kind);
  expect(failure.status).toBe(reply.status ?? 200);
  expect(requests).toHaveLength(1);
  expect(JSON.stringify(failure)).not.toContain('secret-token');
});

test('a duplicate carries its code, its link and the words of Buffer', async () => {
  const { backend } = scripted({
    body: typed('RestProxyError', { code: 1025, link: 'https://x.example/1' }),
  });
  expect(await failureOf(backend.create(NEW_POST))).toEqual({
    kind: 'duplicate',
    message: 'no',
    status: 200,
    code: 1025,
    link: 'https://x.example/1',
  });
});

test('errors beside a proven success do not undo it', async () => {
  const { backend } = scripted({ body: { ...created(), ...coded('UNEXPECTED') } });
  expect((await backend.create(NEW_POST)).id).toBe('post-1');
});

test('errors beside a list make it a failure: a part is no evidence', async () => {
  const posts = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
  const { backend } = scripted({ body: { data: { posts }, ...coded('UNEXPECTED') } });
  const query = { channels: [NEW_POST.channel], since: NOW };
  expect((await failureOf(backend.find(query))).kind).toBe('server');
});

test.each(['edit', 'shareNow', 'moveToTop'] as const)(
  '%s believes no answer about another post',
  async (name) => {
    const success = { __typename: 'PostActionSuccess', post: postNode({ id: 'post-2' }) };
    const { backend } = scripted({ body: { data: { editPost: success, movePostInQueue: success } } });
    const call = name === 'edit' ? backend.edit('post-1', { text: 'x' }) : backend[name]('post-1');
    expect((await failureOf(call)).kind).toBe('unreadable');
  },
);

describe('when a rate limit asks to come back', () => {
  const body = recorded('error-429-rate-limit');
  const POLICY = '"15m";q=100;w=900, "24h";q=250;w=86400';
  test.each<[string, Record<string, string>, unknown, number]>([
    ['seconds', { 'Retry-After': '90' }, body, 90],
    ['a date', { 'Retry-After': 'Fri, 20 Nov 2026 12:05:00 GMT' }, body, 300],
    [
      'the reset of the window that the body names',
      { 'RateLimit-Policy': POLICY, RateLimit: '"15m";r=5;t=700, "24h";r=9;t=9000' },
      body,
      700,
    ],
    [
      'the later of both',
      { 'Retry-After': '90', 'RateLimit-Policy': POLICY, RateLimit: '"15m";r=0;t=700' },
      body,
      700,
    ],
    ['the body', {}, { errors: [{ extensions: { code: 'RATE_LIMIT_EXCEEDED', retryAfter: 42 } }] }, 42],
    ['nobody', {}, 'slow down', 60],
  ])('said by %s', async (_name, headers, reply, seconds) => {
    const { backend } = scripted({ status: 429, headers, body: reply });
    expect((await failureOf(backend.create(NEW_POST))).retryAt).toBe(NOW + seconds * 1000);
  });
});

describe('deleting', () => {
  const refused = { body: { data: { deletePost: { __typename: 'VoidMutationError', message: 'no' } } } };

  test('a post that is gone already is done', async () => {
    const { backend, requests } = scripted(refused, { body: { data: null, ...coded('NOT_FOUND') } });
    await backend.delete('post-1');
    expect(requests).toHaveLength(2);
  });

  test('a post that is still there is an error', async () => {
    const { backend } = scripted(refused, { body: { data: { post: postNode() } } });
    expect(await failureOf(backend.delete('post-1'))).toMatchObject({ kind: 'invalid', message: 'no' });
  });

  test('an address that is gone is no proof that the post is', async () => {
    const { backend } = scripted({ status: 404 });
    expect((await failureOf(backend.delete('post-1'))).kind).toBe('not-found');
    const looked = scripted(refused, { status: 404 });
    expect((await failureOf(looked.backend.delete('post-1'))).kind).toBe('invalid');
  });
});

test('what cannot be shared on outside of X is not made a post of one’s own', async () => {
  const { backend, requests } = scripted();
  const channel = { ...NEW_POST.channel, network: 'bluesky' };
  const failure = await failureOf(backend.create({ ...NEW_POST, channel, options: { retweetOf: '4711' } }));
  expect(failure).toMatchObject({ kind: 'invalid', unsent: true });
  expect(requests).toEqual([]);
});
