import { describe, expect, test } from 'vitest';
import type { ChannelRef } from '../../../lib/buffer/types.ts';
import { failureOf, type Reply, scriptedRest, updateRow } from './scripted.ts';

const ref = (id: string): ChannelRef => ({ id, organizationId: '', network: 'twitter' });
const CHANNELS = [ref('a'), ref('b'), ref('a')];

/** A page of a profile's list: an id and a due time for each post. */
function page(profile_id: string, posts: [id: string, due_at: number][], total = posts.length): Reply {
  const updates = posts.map(([id, due_at]) => updateRow({ id, profile_id, due_at, sent_at: due_at }));
  return { body: { total, updates } };
}

const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n): [string, number] => [`${from + n}`, 1000 + from + n]);

describe('the queue of several channels', () => {
  test('is one list, soonest first, each channel in its own order', async () => {
    const { backend, lines, reserved } = scriptedRest(
      page('a', [
        ['1', 100],
        ['4', 400],
        ['last', 0],
      ]),
      page('b', [
        ['2', 200],
        ['3', 300],
      ]),
    );
    const { posts, after } = await backend.queue({ channels: CHANNELS });
    expect(posts.map(({ id }) => id)).toEqual(['1', '2', '3', '4', 'last']);
    expect(after).toBeNull();
    expect(lines).toEqual([
      'GET /1/profiles/a/updates/pending.json?page=1&count=100',
      'GET /1/profiles/b/updates/pending.json?page=1&count=100',
    ]);
    expect(reserved).toEqual(['list']);
  });

  test('goes on where it ended, and ends', async () => {
    const answers = () => [
      page('a', [
        ['1', 100],
        ['3', 300],
      ]),
      page('b', [['2', 200]]),
    ];
    const { backend } = scriptedRest(...answers(), ...answers());
    const first = await backend.queue({ channels: CHANNELS, first: 2 });
    const second = await backend.queue({ channels: CHANNELS, first: 2, after: first.after ?? '' });
    expect([first, second].map(({ posts }) => posts.map(({ id }) => id))).toEqual([['1', '2'], ['3']]);
    expect(second.after).toBeNull();
  });

  test('reads no further than its page needs', async () => {
    const rows = many(250);
    const { backend, lines } = scriptedRest(
      page('a', rows.slice(0, 100), 250),
      page('a', rows.slice(0, 100), 250),
      page('a', rows.slice(100, 200), 250),
    );
    const first = await backend.queue({ channels: [ref('a')], first: 100 });
    expect(lines).toHaveLength(1);
    const second = await backend.queue({ channels: [ref('a')], first: 500, after: first.after ?? '' });
    expect(second.posts.map(({ id }) => id)).toEqual(rows.slice(100, 200).map(([id]) => id));
    expect(lines.slice(1)).toEqual([
      'GET /1/profiles/a/updates/pending.json?page=1&count=100',
      'GET /1/profiles/a/updates/pending.json?page=2&count=100',
    ]);
  });

  test('shows nothing that failed, and loses nothing behind it', async () => {
    const updates = [
      updateRow({ id: '1', profile_id: 'a', status: 'error', error: 'no' }),
      updateRow({ id: '2', profile_id: 'a' }),
    ];
    const { backend } = scriptedRest({ body: { total: 2, updates } }, { body: { total: 2, updates } });
    const first = await backend.queue({ channels: [ref('a')], first: 1 });
    expect(first.posts).toEqual([]);
    const second = await backend.queue({ channels: [ref('a')], first: 1, after: first.after ?? '' });
    expect(second.posts.map(({ id }) => id)).toEqual(['2']);
  });

  test.each([
    'nonsense',
    '',
    'sent:a,b:50',
    'pending:a:50',
    'pending:b,a:50',
    'pending:a,b:',
    'pending:a,b:-1',
  ])('is not asked for with the cursor %j of another list', async (after) => {
    const { backend, requests } = scriptedRest();
    const failure = await failureOf(backend.queue({ channels: CHANNELS, after }));
    expect(failure).toMatchObject({ kind: 'invalid', unsent: true });
    expect(requests).toEqual([]);
  });
});

test('what was sent comes latest first', async () => {
  const { backend } = scriptedRest(
    page('a', [['2', 200]]),
    page('b', [
      ['3', 300],
      ['1', 100],
    ]),
  );
  const { posts } = await backend.sent({ channels: CHANNELS });
  expect(posts.map(({ id }) => id)).toEqual(['3', '2', '1']);
});

test('what is due, or was sent, in the same second comes in the order in which it was made', async () => {
  const made = (id: string, profile_id: string, created_at: number) => ({
    body: { total: 1, updates: [updateRow({ id, profile_id, created_at })] },
  });
  const answers = () => [made('late', 'a', 20), made('early', 'b', 10)];
  const { backend } = scriptedRest(...answers(), ...answers());
  const queued = await backend.queue({ channels: CHANNELS });
  expect(queued.posts.map(({ id }) => id)).toEqual(['early', 'late']);
  const sent = await backend.sent({ channels: CHANNELS });
  expect(sent.posts.map(({ id }) => id)).toEqual(['late', 'early']);
});

test('no channels, no call', async () => {
  const { backend, requests } = scriptedRest();
  expect(await backend.queue({ channels: [] })).toEqual({ posts: [], after: null });
  expect(await backend.find({ channels: [], since: 0 })).toEqual([]);
  expect(requests).toEqual([]);
});

describe('looking', () => {
  const none = (profile: string) => page(profile, []);

  test('reads drafts, then what waits, then what was sent, so that nothing slips through on its way', async () => {
    const moved = page('a', [['1', 100]]);
    const { backend, lines, reserved } = scriptedRest(none('a'), moved, moved);
    const found = await backend.find({ channels: [ref('a')], since: 5_000, drafts: true });
    expect(lines.map((line) => /(\w+)\.json/.exec(line)?.[1])).toEqual(['drafts', 'pending', 'sent']);
    // In both lists, and one post.
    expect(found.map(({ id }) => id)).toEqual(['1']);
    expect(reserved).toEqual(['look', 'look']);
  });

  test('asks for the second before, as the API leaves out the one that it is told, and keeps what came since', async () => {
    const at = (id: string, created_at: number) => updateRow({ id, profile_id: 'a', created_at });
    const updates = [at('before', 1_700_000_099), at('same', 1_700_000_100), at('after', 1_700_000_101)];
    const { backend, lines } = scriptedRest({ body: { total: 3, updates } }, none('a'));
    const found = await backend.find({ channels: [ref('a')], since: 1_700_000_100_700 });
    expect(found.map(({ id }) => id)).toEqual(['same', 'after']);
    expect(lines[0]).toContain('since=1700000099&');
  });

  test('never asks for a time before time', async () => {
    const { backend, lines } = scriptedRest(none('a'), none('a'));
    await backend.find({ channels: [ref('a')], since: 0 });
    expect(lines[0]).toContain('since=0&');
  });

  test('reads every page', async () => {
    const rows = many(150);
    const { backend } = scriptedRest(
      page('a', rows.slice(0, 100), 150),
      page('a', rows.slice(100), 150),
      none('a'),
    );
    expect(await backend.find({ channels: [ref('a')], since: 0 })).toHaveLength(150);
  });
});

describe('a list is whole or it fails', () => {
  const find = (...replies: Reply[]) => {
    const { backend, lines } = scriptedRest(...replies);
    return { lines, call: backend.find({ channels: [ref('a')], since: 0 }) };
  };
  const first = page('a', many(100), 150);

  test('one that changes while it is read is read again from its start', async () => {
    const grown = page('a', many(51, 100), 151);
    const { call, lines } = find(first, grown, page('a', many(100), 151), grown, page('a', []));
    expect(await call).toHaveLength(151);
    expect(lines.map((line) => /page=(\d)/.exec(line)?.[1])).toEqual(['1', '2', '1', '2', '1']);
  });

  test('one that never stands still is none', async () => {
    const grown = page('a', many(51, 100), 151);
    const { call, lines } = find(first, grown, first, grown, first, grown);
    expect((await failureOf(call)).kind).toBe('unreadable');
    expect(lines).toHaveLength(6);
  });

  test.each<[string, Reply]>([
    ['shorter than it says', page('a', [], 150)],
    ['the same page again', first],
  ])('one that is %s is none', async (_name, second) => {
    const { backend } = scriptedRest(first, second, first, second, first, second);
    const call = backend.sent({ channels: [ref('a')], first: 100, after: 'sent:a:50' });
    expect((await failureOf(call)).kind).toBe('unreadable');
  });

  test('since a moment, a page with nothing is the end, as the total may count what came before', async () => {
    const { call, lines } = find(page('a', many(3), 275), page('a', [], 275), page('a', [], 275));
    expect(await call).toHaveLength(3);
    expect(lines.map((line) => /(\w+)\.json.*page=(\d)/.exec(line)?.slice(1))).toEqual([
      ['pending', '1'],
      ['pending', '2'],
      ['sent', '1'],
    ]);
    const again = find(first, first, first, first, first, first);
    expect((await failureOf(again.call)).kind).toBe('unreadable');
  });

  test('one without an end is none', async () => {
    const pages = Array.from({ length: 12 }, (_, n) => page('a', many(100, n * 100), 5000));
    const { call, lines } = find(...pages);
    expect((await failureOf(call)).kind).toBe('unreadable');
    expect(lines).toHaveLength(10);
  });

  test.each<[string, Reply, string]>([
    ['fails at its second page', { status: 500, body: '' }, 'server'],
    ['holds a row that cannot be read', { body: { total: 150, updates: [{}] } }, 'unreadable'],
    ['holds a post of another channel', page('b', many(50, 100), 150), 'unreadable'],
    ['has no total', { body: { updates: [] } }, 'unreadable'],
  ])('one that %s is none', async (_name, second, kind) => {
    expect((await failureOf(find(first, second).call)).kind).toBe(kind);
  });
});
