import { beforeEach, describe, expect, test } from 'vitest';
import { CHANNEL_IDS, type LocalApi, localApi, newPost, ORGANIZATION } from './local-api.ts';

let api: LocalApi;
beforeEach(() => {
  api = localApi();
});

const ACCOUNT = '{ account { id } }';
const CREATE = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { __typename } }';
const unauthenticated = (message: string) => ({
  errors: [{ message, extensions: { code: 'UNAUTHENTICATED' } }],
});

describe('401', () => {
  test.each<[string, RequestInit]>([
    ['GET', { method: 'GET' }],
    ['a body that is not JSON', { method: 'POST', body: '{' }],
    ['an operation the schema does not allow', { method: 'POST', body: '{"query":"{ nothing }"}' }],
    ['another scheme', { method: 'POST', body: '{}', headers: { authorization: 'Basic a2V5' } }],
  ])('comes before anything else is looked at: %s', async (_, init) => {
    const { status, body, headers } = await api.send(init);
    expect(status).toBe(401);
    expect(body).toEqual(unauthenticated('An authentication JWT or Access Token is required'));
    expect(headers.has('RateLimit')).toBe(false);
  });

  test('for a token that is not valid', async () => {
    const { status, body } = await api.ask('{ nothing }', {}, 'expired');
    expect(status).toBe(401);
    expect(body).toEqual(unauthenticated('Access token is not valid'));
  });
});

describe('400', () => {
  test('an enum value that does not exist is answered as recorded', async () => {
    const literal = `mutation {
  createPost(input: { channelId: "${CHANNEL_IDS.twitter}", mode: addToQueue, schedulingType: automatic_publishing }) { __typename }
}`;
    const { status, body } = await api.ask(literal);
    expect(status).toBe(400);
    expect(body).not.toHaveProperty('data');
    expect(body.errors).toEqual([
      {
        message: 'Value "automatic_publishing" does not exist in "SchedulingType" enum.',
        locations: [{ line: 2, column: 96 }],
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ]);
  });

  test('a fragment on a type that the union lacks', async () => {
    const query = `mutation { deletePost(input: { id: "${'0'.repeat(24)}" }) { ... on NotFoundError { message } } }`;
    const { status, body } = await api.ask(query);
    expect(status).toBe(400);
    expect(body.errors[0]?.message).toBe(
      'Fragment cannot be spread here as objects of type "DeletePostPayload" can never be of type "NotFoundError".',
    );
  });

  test.each<[string, object]>([
    ['a Boolean as a string', newPost('twitter', 'Hello', { saveToDraft: 'true' })],
    ['a time without an offset', newPost('twitter', 'Hello', { dueAt: '2026-03-03T10:00:00' })],
    ['a day that does not exist', newPost('twitter', 'Hello', { dueAt: '2026-02-30T10:00:00Z' })],
    ['a number for a time', newPost('twitter', 'Hello', { dueAt: 1_772_442_000_000 })],
    ['an id that is none', { ...newPost('twitter', 'Hello'), channelId: 'twitter' }],
    ['a mode of older days', newPost('twitter', 'Hello', { mode: 'now' })],
    ['a field that is unknown', newPost('twitter', 'Hello', { media: [] })],
    ['assets in the older form', newPost('twitter', 'Hello', { assets: { images: [] } })],
    [
      'an asset of two kinds',
      newPost('twitter', 'Hello', {
        assets: [{ image: { url: 'https://a.io' }, link: { url: 'https://a.io' } }],
      }),
    ],
  ])('%s', async (_, input) => {
    const { status, body, outcome } = await api.ask(CREATE, { input });
    expect(status).toBe(400);
    expect(body).not.toHaveProperty('data');
    expect(body.errors[0]).toMatchObject({
      locations: [{ line: 1, column: 11 }],
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
    expect(outcome).toEqual({ operation: 'createPost', committed: false, ids: [] });
  });

  test('a query that cannot be parsed', async () => {
    const { status, body } = await api.ask('{ account {');
    expect(status).toBe(400);
    expect(body.errors[0]).toMatchObject({ extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
  });

  test.each(['', '[]', '{}', '{"query":5}', '{"query":"{ account { id } }","variables":[]}'])(
    'a body of %j',
    async (body) => {
      const answer = await api.send({ method: 'POST', headers: { authorization: 'Bearer key' }, body });
      expect(answer.status).toBe(400);
      expect(answer.outcome.committed).toBe(false);
    },
  );

  test('GET with a valid token', async () => {
    const { status } = await api.send({ method: 'GET', headers: { authorization: 'Bearer key' } });
    expect(status).toBe(400);
  });
});

describe('the size of an operation', () => {
  const aliases = (count: number) =>
    `{ ${Array.from({ length: count }, (_, index) => `a${index}: account { id }`).join(' ')} }`;
  const directives = (count: number) =>
    `{ account { id ${'@include(if: true) __typename '.repeat(count)} } }`;
  // Buffer's own types end before this depth, those of the introspection do not.
  const deep = (count: number) =>
    `{ __schema { types { fields { type { ${'ofType { '.repeat(count)} name ${'} '.repeat(count)} } } } } }`;
  const around = 26;
  const tokens = (count: number) =>
    `{ posts(input: { organizationId: "${ORGANIZATION.id}", filter: { tagIds: [${`"${ORGANIZATION.id}" `.repeat(count - around)}] } }) { edges { cursor } } }`;

  test.each([
    ['aliases', aliases(30), aliases(31)],
    ['directives', directives(50), directives(51)],
    ['depth', deep(20), deep(21)],
    ['tokens', tokens(15_000), tokens(15_001)],
  ])('%s', async (_, allowed, tooMuch) => {
    expect((await api.ask(allowed)).status).toBe(200);
    expect((await api.ask(tooMuch)).status).toBe(400);
  });

  test('complexity', async () => {
    const wide = `{ __schema { types { fields { type { ${'ofType { '.repeat(18)} ${'name '.repeat(60)} ${'} '.repeat(18)} } } } } }`;
    const { status, body } = await api.ask(wide);
    expect(status).toBe(400);
    expect(body.errors[0]?.message).toBe(
      'Query exceeds maximum allowed complexity. Please simplify your query.',
    );
  });
});

describe('scopes', () => {
  test('what the token may not do is an error beside the data', async () => {
    const { status, body, outcome } = await api.ask(CREATE, { input: newPost('twitter', 'Hello') }, 'read');
    expect(status).toBe(200);
    expect(body.errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(outcome.committed).toBe(false);
    expect((await api.ask(ACCOUNT, {}, 'read')).body.errors).toBeUndefined();
  });
});

describe('what a request did', () => {
  test('is told with every post that it touched', async () => {
    const input = (text: string) => JSON.stringify(text);
    const create = (alias: string, text: string) =>
      `${alias}: createPost(input: { channelId: "${CHANNEL_IDS.twitter}", mode: addToQueue, schedulingType: automatic, text: ${input(text)} }) { ... on PostActionSuccess { post { id } } }`;
    type Pair = Record<'a' | 'b', { post: { id: string } }>;
    const { body, outcome } = await api.ask<Pair>(`mutation { ${create('a', 'One')} ${create('b', 'Two')} }`);
    const ids = [body.data.a.post.id, body.data.b.post.id];
    expect(outcome).toEqual({ operation: 'createPost', committed: true, ids });
  });

  test('a refusal commits nothing', async () => {
    const before = api.world.posts().length;
    const { outcome } = await api.ask(CREATE, { input: newPost('facebook', 'No type') });
    expect(outcome).toEqual({ operation: 'createPost', committed: false, ids: [] });
    expect(api.world.posts()).toHaveLength(before);
  });

  test('an organization of others is not found', async () => {
    const query = `{ channels(input: { organizationId: "${ORGANIZATION.id.replace(/1$/, '2')}" }) { id } }`;
    const { status, body } = await api.ask(query);
    expect([status, body.errors[0]?.extensions.code]).toEqual([200, 'NOT_FOUND']);
  });
});
