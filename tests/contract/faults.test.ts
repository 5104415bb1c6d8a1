// What a back-end makes of a server that fails, over HTTP, against the local Buffer.
import { describe, expect, test } from 'vitest';
import { APIS, createBackend } from '../../lib/buffer/backends.ts';
import { failureOf, useLocalBuffer } from './local-buffer.ts';
import { channelOn as channelOf, post } from './posts.ts';
import { SIDES } from './sides.ts';

const FAULTS: [name: string, rule: object, kind: string, committed: boolean][] = [
  ['a 500 before', { when: 'before', do: 'status', status: 500 }, 'server', false],
  ['a 502 after', { when: 'after', do: 'status', status: 502 }, 'server', true],
  ['a cut before', { when: 'before', do: 'cut' }, 'unreachable', false],
  ['a cut after', { when: 'after', do: 'cut' }, 'unreachable', true],
  ['a hang after', { when: 'after', do: 'hang' }, 'unreachable', true],
  ['half an answer', { when: 'after', do: 'body', body: '{"success":{"data":{' }, 'unreadable', true],
  ['a page instead', { when: 'before', do: 'body', body: '<!doctype html>' }, 'unreadable', false],
  [
    'a 429',
    { when: 'before', do: 'status', status: 429, headers: { 'retry-after': '7' } },
    'rate-limited',
    false,
  ],
];

describe.each(APIS)('over %s', (api) => {
  const local = useLocalBuffer(api);
  const channelOn = (network: string) => channelOf(local.backend(), network);

  test.each(FAULTS)('%s is one arrival, and never a success', async (_name, rule, kind, committed) => {
    const channel = await channelOn('bluesky');
    await local.faults({ operation: SIDES[api].create, ...rule });
    const failure = await failureOf(local.backend(undefined, 1500).create(post(channel)));
    expect(failure.kind).toBe(kind);
    expect(failure.unsent).toBeUndefined();
    const arrivals = await local.arrivals();
    expect(arrivals).toHaveLength(1);
    expect(arrivals[0]?.committed).toBe(committed);
  });

  test('a redirect is not followed: the token stays at home', async () => {
    const headers = { location: `${local.credentials().origin}/pages/` };
    await local.faults({ operation: SIDES[api].create, when: 'before', do: 'status', status: 307, headers });
    const failure = await failureOf(local.backend().create(post(await channelOn('bluesky'))));
    expect(failure.kind).toBe('unreachable');
    expect(await local.arrivals()).toHaveLength(1);
  });

  test('a server that is gone is unreachable', async () => {
    const deps = { fetch: globalThis.fetch, now: Date.now, token: async () => 'x', observe: () => {} };
    const backend = createBackend(SIDES[api].connection('http://127.0.0.1:1'), deps);
    expect((await failureOf(backend.account())).kind).toBe('unreachable');
  });

  test('a full window answers with the moment to come back, and then works again', async () => {
    const backend = local.backend();
    let failure = null;
    for (let i = 0; i < 110 && failure === null; i += 1) {
      failure = await backend.account().then(
        () => null,
        () => failureOf(backend.account()),
      );
    }
    expect(failure).toMatchObject({ kind: 'rate-limited', status: 429 });
    expect((await failure)?.retryAt).toBeGreaterThan(Date.now());
    await local.advance(901);
    expect((await backend.account()).id).toBeTruthy();
  });
});
