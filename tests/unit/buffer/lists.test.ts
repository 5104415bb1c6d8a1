import { expect, test } from 'vitest';
import type { ChannelRef } from '../../../lib/buffer/types.ts';
import { failureOf, postNode, scripted } from './scripted.ts';

const ref = (id: string, organizationId: string): ChannelRef => ({ id, organizationId, network: 'twitter' });
const CHANNELS = [ref('a1', 'A'), ref('b1', 'B'), ref('a2', 'A'), ref('a1', 'A')];

function page(ids: string[], endCursor: string | null = null) {
  const edges = ids.map((id) => ({ node: postNode({ id }) }));
  return { body: { data: { posts: { edges, pageInfo: { hasNextPage: endCursor !== null, endCursor } } } } };
}

test('a list goes through the organizations one after the other', async () => {
  const { backend, inputs } = scripted(page(['1', '2'], 'c=='), page(['3']), page(['4']));
  const first = await backend.queue({ channels: CHANNELS, first: 2 });
  const second = await backend.queue({ channels: CHANNELS, first: 2, after: first.after ?? '' });
  const third = await backend.queue({ channels: CHANNELS, first: 2, after: second.after ?? '' });
  expect([first, second, third].map((one) => one.posts.map((post) => post.id))).toEqual([
    ['1', '2'],
    ['3'],
    ['4'],
  ]);
  expect(third.after).toBeNull();
  expect(inputs.map(({ variables }) => variables)).toMatchObject([
    { first: 2, after: null, input: { organizationId: 'A', filter: { channelIds: ['a1', 'a2'] } } },
    { first: 2, after: 'c==', input: { organizationId: 'A' } },
    { first: 2, after: null, input: { organizationId: 'B', filter: { channelIds: ['b1'] } } },
  ]);
});

test('every call after the first of a method is reserved, for what the method is for', async () => {
  const looking = scripted(page(['1'], 'c=='), page(['2']), page(['3']));
  await looking.backend.find({ channels: CHANNELS, since: 0 });
  expect([looking.requests.length, looking.reserved]).toEqual([3, ['look', 'look']]);
  const listing = scripted(page([]), page(['4']));
  await listing.backend.queue({ channels: CHANNELS });
  expect(listing.reserved).toEqual(['list']);
  const single = scripted(page(['4']));
  await single.backend.sent({ channels: [ref('a1', 'A')] });
  expect(single.reserved).toEqual([]);
});

test('an organization without posts is passed over', async () => {
  const { backend } = scripted(page([]), page(['4']));
  const { posts, after } = await backend.queue({ channels: CHANNELS });
  expect(posts.map((post) => post.id)).toEqual(['4']);
  expect(after).toBeNull();
});

test('no channels, no call', async () => {
  const { backend, requests } = scripted();
  expect(await backend.queue({ channels: [] })).toEqual({ posts: [], after: null });
  expect(await backend.find({ channels: [], since: 0 })).toEqual([]);
  expect(requests).toEqual([]);
});

test('what waits comes soonest first, what was sent latest first; a page has 50 posts, and 100 at most', async () => {
  const { backend, inputs } = scripted(page([]), page([]));
  const channels = [ref('a1', 'A')];
  await backend.queue({ channels });
  await backend.sent({ channels, first: 500 });
  expect(inputs[0]?.variables).toMatchObject({
    first: 50,
    input: { sort: [{ field: 'dueAt', direction: 'asc' }, {}] },
  });
  expect(inputs[1]?.variables).toMatchObject({
    first: 100,
    input: { filter: { status: ['sent'] }, sort: [{ field: 'dueAt', direction: 'desc' }, {}] },
  });
});

test('looking reads every page of every organization, in every status', async () => {
  const { backend, inputs } = scripted(page(['1'], 'c1'), page(['2']), page(['3']));
  const since = Date.parse('2026-11-20T11:58:00Z');
  const found = await backend.find({ channels: CHANNELS, since });
  expect(found.map((post) => post.id)).toEqual(['1', '2', '3']);
  expect(inputs[0]?.variables).toHaveProperty('input.filter', {
    createdAt: { start: '2026-11-20T11:58:00.000Z' },
    channelIds: ['a1', 'a2'],
  });
});

test('looking never gives a part: a failing page, or a list without an end, fails it all', async () => {
  const channels = [ref('a1', 'A')];
  const failing = scripted(page(['1'], 'c1'), { status: 500 });
  expect((await failureOf(failing.backend.find({ channels, since: 0 }))).kind).toBe('server');
  const stuck = scripted(page(['1'], 'same'), page(['1'], 'same'));
  expect((await failureOf(stuck.backend.find({ channels, since: 0 }))).kind).toBe('unreadable');
  const endless = scripted(...Array.from({ length: 12 }, (_, n) => page([`${n}`], `c${n}`)));
  expect((await failureOf(endless.backend.find({ channels, since: 0 }))).kind).toBe('unreadable');
  expect(endless.requests.length).toBeLessThanOrEqual(10);
});

test.each(['C:x', 'nonsense', ''])(
  'the cursor %j of another list is refused before anything leaves',
  async (after) => {
    const { backend, requests } = scripted();
    const failure = await failureOf(backend.queue({ channels: CHANNELS, after }));
    expect(failure).toMatchObject({ kind: 'invalid', unsent: true });
    expect(requests).toEqual([]);
  },
);

test('a channel that was remembered without an organization is asked for it once', async () => {
  const channel = (id: string, organizationId: string | null) => ({
    body: { data: { channel: { id, organizationId, service: 'twitter' } } },
  });
  const unknown = [ref('a1', 'A'), ref('b1', ''), ref('a2', ''), ref('b1', '')];
  const { backend, inputs, reserved } = scripted(
    channel('b1', 'B'),
    channel('a2', 'A'),
    page(['1']),
    page(['2']),
  );
  const found = await backend.find({ channels: unknown, since: 0 });
  expect(found.map(({ id }) => id)).toEqual(['1', '2']);
  expect(inputs.map(({ variables }) => variables.input)).toMatchObject([
    { id: 'b1' },
    { id: 'a2' },
    { organizationId: 'A', filter: { channelIds: ['a1', 'a2'] } },
    { organizationId: 'B', filter: { channelIds: ['b1'] } },
  ]);
  expect(reserved).toEqual(['look', 'look', 'look']);
});

test('a channel that has no organization fails its list: without it the list would not be whole', async () => {
  const { backend } = scripted({ body: { data: { channel: { id: 'b1', service: 'twitter' } } } });
  expect((await failureOf(backend.queue({ channels: [ref('b1', '')] }))).kind).toBe('unreadable');
});

test('channels of every organization carry its id', async () => {
  const rows = (id: string) => ({ body: { data: { channels: [{ id, service: 'twitter', name: id }] } } });
  const { backend } = scripted(rows('a1'), rows('b1'));
  const organizations = [
    { id: 'A', name: 'A' },
    { id: 'B', name: 'B' },
  ];
  const channels = await backend.channels({
    id: 'p',
    name: null,
    email: null,
    avatar: null,
    timezone: null,
    organizations,
    preferences: { when: null, hours: null, weekStart: null },
  });
  expect(channels.map(({ id, organizationId }) => `${organizationId}/${id}`)).toEqual(['A/a1', 'B/b1']);
});

test('an edit of the attachment asks for the network first, any other edit does not', async () => {
  const edited = { body: { data: { editPost: { __typename: 'PostActionSuccess', post: postNode() } } } };
  const metadata = {
    __typename: 'BlueskyPostMetadata',
    linkAttachment: { url: 'https://example.org/' },
  };
  const { backend, inputs } = scripted(
    { body: { data: { post: postNode({ channelService: 'bluesky', metadata }) } } },
    edited,
    edited,
  );
  await backend.edit('post-1', { attachment: { kind: 'none' } });
  expect(inputs[1]?.variables.input).toMatchObject({
    assets: [],
    metadata: { bluesky: { linkAttachment: null } },
  });
  await backend.edit('post-1', { text: 'x' });
  expect(inputs).toHaveLength(3);
});
