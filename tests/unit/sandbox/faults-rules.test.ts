// Every way to suffer, before and after the commit, on the token endpoint and on GraphQL.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createFaults, rulesSchema } from '../../sandbox/control/faults.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { refresh, signIn } from './oauth-browser.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const control = (path: string, body: unknown = {}) =>
  fetch(`${sandbox.origin}/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
const faults = (...rules: unknown[]) => control('faults', rules);
const lastLine = async () => (await (await fetch(`${sandbox.origin}/_sandbox/log`)).json()).at(-1);
const signedIn = () => signIn(sandbox.origin, sandbox.clientId);

/** A refresh as plain HTTP; the signal ends calls that are never answered. */
const renew = (token = '', signal?: AbortSignal) =>
  fetch(`${sandbox.origin}/token`, {
    method: 'POST',
    signal: signal ?? null,
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: token,
      client_id: sandbox.clientId,
    }),
  });

const draft = (text: string) => ({
  query: `mutation ($input: CreatePostInput!) { createPost(input: $input) { ... on PostActionSuccess { post { id } } } }`,
  variables: {
    input: {
      channelId: channel,
      text,
      schedulingType: 'automatic',
      mode: 'addToQueue',
      saveToDraft: true,
      assets: [],
    },
  },
});

let channel = '';
const createPost = (text: string, signal?: AbortSignal) =>
  fetch(`${sandbox.origin}/graphql`, {
    method: 'POST',
    signal: signal ?? null,
    headers: { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(draft(text)),
  });

async function exists(text: string): Promise<boolean> {
  const { posts } = await (await fetch(`${sandbox.origin}/_sandbox/state`)).json();
  return posts.some((post: { text: string }) => post.text === text);
}

beforeEach(async () => {
  const { channels } = await (await control('reset')).json();
  channel = channels[0].id;
});

describe.each([
  ['before', false],
  ['after', true],
] as const)('%s the commit', (when, committed) => {
  test('status: the answer is replaced, with headers and body', async () => {
    const rule = {
      operation: 'createPost',
      when,
      do: 'status',
      status: 429,
      headers: { 'retry-after': '7' },
      body: '{"a":1}',
    };
    await faults(rule);
    const response = await createPost('one');
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(await response.json()).toEqual({ a: 1 });
    expect(await exists('one')).toBe(committed);
    expect(await lastLine()).toMatchObject({ operation: 'createPost', status: 429, committed });
  });

  test('body: 200 with something else in it', async () => {
    await faults({ operation: 'createPost', when, do: 'body', body: '<html>' });
    const response = await createPost('one');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<html>');
    expect(await exists('one')).toBe(committed);
    expect(await lastLine()).toMatchObject({ status: 200, committed, fault: { when, do: 'body' } });
  });

  test('cut: the connection breaks', async () => {
    await faults({ operation: 'createPost', when, do: 'cut' });
    await expect(createPost('one')).rejects.toThrow('fetch failed');
    expect(await exists('one')).toBe(committed);
    expect(await lastLine()).toMatchObject({ status: 0, committed });
  });

  test('cut with a status: the connection breaks behind the headers', async () => {
    await faults({ operation: 'createPost', when, do: 'cut', status: 200 });
    const response = await createPost('one');
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
    expect(await exists('one')).toBe(committed);
  });

  test('hang: no answer until the client leaves', async () => {
    await faults({ operation: 'createPost', when, do: 'hang' });
    await expect(createPost('one', AbortSignal.timeout(300))).rejects.toThrow('timeout');
    expect(await exists('one')).toBe(committed);
    expect(await lastLine()).toMatchObject({ status: 0, committed, fault: { when, do: 'hang' } });
  });

  test('delay: the answer comes later and is the real one', async () => {
    await faults({ operation: 'createPost', when, do: 'delay', seconds: 0.2 });
    const start = performance.now();
    const response = await createPost('one');
    expect(performance.now() - start).toBeGreaterThan(190);
    expect((await response.json()).data.createPost.post.id).toMatch(/^[0-9a-f]{24}$/);
    expect(await lastLine()).toMatchObject({ status: 200, committed: true });
  });

  test('delay: it is over once the rules are replaced', async () => {
    await faults({ operation: 'createPost', when, do: 'delay', seconds: 3600 });
    const answered = createPost('one');
    await expect.poll(async () => (await lastLine())?.operation).toBe('createPost');
    await faults();
    expect((await answered).status).toBe(200);
    expect(await lastLine()).toMatchObject({ status: 200, committed: true });
  });

  test('cut on the token endpoint: the refresh token is used up or not', async () => {
    const { request, tokens } = await signedIn();
    await faults({ operation: 'token', when, do: 'cut' });
    await expect(renew(tokens.refresh_token)).rejects.toThrow('fetch failed');
    expect(await lastLine()).toMatchObject({ api: 'oauth', operation: 'token', status: 0, committed });
    const again = refresh(request, tokens.refresh_token);
    if (committed) await expect(again).rejects.toMatchObject({ error: 'invalid_grant' });
    else expect((await again).access_token).toBeTruthy();
  });

  test('hang on the token endpoint: no answer until the client leaves', async () => {
    const { tokens } = await signedIn();
    await faults({ operation: 'token', when, do: 'hang' });
    await expect(renew(tokens.refresh_token, AbortSignal.timeout(300))).rejects.toThrow('timeout');
    expect(await lastLine()).toMatchObject({ status: 0, committed });
  });
});

test('a hanging call does not keep the server from stopping', async () => {
  const own = await startSandbox();
  const rules = JSON.stringify([{ operation: 'token', do: 'hang' }]);
  await fetch(`${own.origin}/_sandbox/faults`, { method: 'POST', body: rules });
  const call = fetch(`${own.origin}/token`, { method: 'POST', body: 'x=y' }).catch(
    (error: Error) => error.message,
  );
  for (let lines = 0; lines === 0; ) {
    lines = (await (await fetch(`${own.origin}/_sandbox/log`)).json()).length;
  }
  await own.stop();
  expect(await call).toBe('fetch failed');
});

describe('which arrivals', () => {
  const suffering = (rules: unknown, operations: string[]) => {
    const own = createFaults();
    own.replace(rulesSchema.parse(rules));
    return operations.map((operation) => (own.next(operation) ? 'x' : '.')).join('');
  };
  const five = Array.from({ length: 5 }, () => 'createPost');

  test.each([
    ['the first, once, unless told otherwise', {}, 'x....'],
    ['the nth', { nth: 3 }, '..x..'],
    ['the nth and those after it', { nth: 2, times: 3 }, '.xxx.'],
    ['all, with times null', { times: null }, 'xxxxx'],
    ['by chance, without end', { probability: 1 }, 'xxxxx'],
    ['by chance, a number of times', { probability: 1, times: 2 }, 'xx...'],
    ['never, with probability 0', { probability: 0 }, '.....'],
  ])('%s', (_name, rule, expected) => {
    expect(suffering([{ operation: 'createPost', do: 'cut', ...rule }], five)).toBe(expected);
  });

  test('by chance, but with a seed always the same ones', () => {
    const many = Array.from({ length: 400 }, () => 'createPost');
    const luck = (seed: number) =>
      suffering([{ operation: 'createPost', do: 'cut', probability: 0.3, seed }], many);
    expect(luck(7)).toBe(luck(7));
    expect(luck(7)).not.toBe(luck(8));
    const hits = luck(7).replaceAll('.', '').length;
    expect(hits).toBeGreaterThan(90);
    expect(hits).toBeLessThan(150);
  });

  test('a rule ahead does not change the luck of a seeded one', () => {
    const seeded = { operation: 'createPost', do: 'cut', probability: 0.5, seed: 1 };
    const alone = suffering([seeded], five);
    const behind = suffering([{ operation: 'createPost', do: 'hang', nth: 2 }, seeded], five);
    expect(behind).toBe(`${alone[0]}x${alone.slice(2)}`);
  });

  test('only the operation that the rule names, or every one with *', () => {
    const mixed = ['token', 'createPost', 'token'];
    expect(suffering([{ operation: 'createPost', do: 'cut' }], mixed)).toBe('.x.');
    expect(suffering([{ operation: '*', nth: 3, do: 'cut' }], mixed)).toBe('..x');
  });

  test('several rules count on their own, and the first that is due is taken', () => {
    const rules = [
      { operation: 'createPost', nth: 2, do: 'cut' },
      { operation: '*', nth: 4, do: 'hang' },
    ];
    expect(suffering(rules, five)).toBe('.x.x.');
  });

  test('a new list replaces the old one, an empty list ends it', async () => {
    await faults({ operation: 'createPost', do: 'status', times: null });
    expect((await createPost('one')).status).toBe(500);
    await faults();
    expect((await createPost('one')).status).toBe(200);
  });

  test.each([
    ['not a list', {}],
    ['an unknown way', [{ operation: '*', do: 'explode' }]],
    ['a misspelt field', [{ operation: '*', do: 'cut', nht: 2 }]],
    ['nth and probability at once', [{ operation: '*', do: 'cut', nth: 1, probability: 0.5 }]],
    ['a seed without a probability', [{ operation: '*', do: 'cut', seed: 1 }]],
    ['late without a time', [{ operation: '*', do: 'cut', when: 'late' }]],
    ['a time without late', [{ operation: '*', do: 'cut', afterSeconds: 5 }]],
    ['a late delay', [{ operation: '*', do: 'delay', when: 'late', afterSeconds: 5 }]],
    ['a late token', [{ operation: 'token', do: 'cut', when: 'late', afterSeconds: 5 }]],
    ['a header that HTTP does not know', [{ operation: '*', do: 'status', headers: { 'a b': 'c' } }]],
    ['a cut behind an answer without a body', [{ operation: '*', do: 'cut', status: 204 }]],
    ['nth 0', [{ operation: '*', do: 'cut', nth: 0 }]],
  ])('%s is refused with a sentence', async (_name, rules) => {
    const response = await control('faults', rules);
    expect(response.status).toBe(400);
    expect((await response.json()).error).toMatch(/^The body is not as it should be/);
  });
});
