import { expect, test } from 'vitest';
import { toAccount, toChannel, toPost } from '../../../lib/buffer/graphql/map.ts';
import {
  accountSchema,
  channelsSchema,
  postRowSchema,
  postsSchema,
} from '../../../lib/buffer/graphql/schemas.ts';
import { failureOf, postNode, recorded, scripted } from './scripted.ts';

const data = (name: string) => (recorded(name) as { data: unknown }).data;

test('the recorded channels are read', () => {
  const { channels } = channelsSchema.parse(data('channels-list'));
  const [instagram, facebook] = channels.map((row) => toChannel(row, 'org-1'));
  expect(instagram).toMatchObject({
    network: 'instagram',
    organizationId: 'org-1',
    timezone: 'America/Chicago',
    isPaused: false,
    avatar: 'https://example.invalid/masked',
    maxCharacters: null,
    boards: [],
  });
  expect(instagram?.schedule).toHaveLength(7);
  expect(instagram?.schedule[0]).toEqual({ day: 'mon', times: ['07:10', '16:18'], paused: false });
  expect(facebook?.network).toBe('facebook');
});

test('the recorded posts are read, times as milliseconds', () => {
  const { posts } = postsSchema.parse(data('posts-page1'));
  const [first] = (posts.edges ?? []).map((edge) => toPost(edge.node));
  expect(first).toMatchObject({
    network: 'instagram',
    status: 'sent',
    createdAt: Date.parse('2025-10-29T21:48:23.270Z'),
    dueAt: Date.parse('2025-10-30T21:58:00.000Z'),
    sentAt: Date.parse('2025-10-30T21:58:14.462Z'),
    pictures: [{ url: 'https://example.invalid/masked', alt: '' }],
    error: null,
  });
  expect(posts.pageInfo.hasNextPage).toBeTypeOf('boolean');
});

test('the recorded draft is read', () => {
  const { createPost } = data('createPost-draft-success') as { createPost: { post: unknown } };
  expect(toPost(postRowSchema.parse(createPost.post))).toMatchObject({
    status: 'draft',
    dueAt: null,
    sentAt: null,
  });
});

test.each(['account-organizations', 'account-organizations-limits-free'])(
  'the organizations of %s',
  async (name) => {
    const { account } = data(name) as { account: object };
    const { backend } = scripted({ body: { data: { account: { id: 'person-1', ...account } } } });
    const { organizations } = await backend.account();
    expect(organizations).toEqual([{ id: expect.stringMatching(/^[0-9a-f]{24}$/), name: '[masked name]' }]);
  },
);

test('words from the future survive', () => {
  const row = channelsSchema.parse({
    channels: [
      { id: 'c', service: 'moonbook', isQueuePaused: null, brandNew: { deep: 1 }, metadata: { orbit: 3 } },
    ],
  }).channels[0];
  expect(row && toChannel(row, 'o')).toMatchObject({
    network: 'moonbook',
    name: 'c',
    schedule: [],
    isPaused: false,
  });
  const post = toPost(
    postRowSchema.parse(postNode({ status: 'orbiting', channelService: 'moonbook', sentVia: 1 })),
  );
  expect(post).toMatchObject({ status: 'unknown', network: 'moonbook' });
});

test.each([
  ['Premium', 25_000],
  ['PremiumPlus', 25_000],
  ['premium_plus', 25_000],
  ['Basic', 25_000],
  ['None', null],
  ['none', null],
  ['', null],
  [null, null],
])('an X subscription of %s allows %s characters', (subscriptionType, limit) => {
  const [row] = channelsSchema.parse({
    channels: [{ id: 'c', service: 'twitter', metadata: { subscriptionType } }],
  }).channels;
  expect(row && toChannel(row, 'o').maxCharacters).toBe(limit);
});

test('a Mastodon limit and Pinterest boards come along; a board is known by its service id', () => {
  const metadata = { maxCharacters: 1000, boards: [{ id: 'b', serviceId: '87', name: 'Paths' }] };
  const [row] = channelsSchema.parse({ channels: [{ id: 'c', service: 'mastodon', metadata }] }).channels;
  expect(row && toChannel(row, 'o')).toMatchObject({
    maxCharacters: 1000,
    boards: [{ id: '87', name: 'Paths' }],
  });
});

test.each([
  ['24', 'monday', 'Queue', { hours: 24, weekStart: 'mon', when: 'queue' }],
  ['12', 'Sunday', 'Prioritize', { hours: 12, weekStart: 'sun', when: 'next' }],
  ['24h', 'saturday', 'FixedTime', { hours: 24, weekStart: 'sat', when: 'at' }],
  ['12', null, 'Now', { hours: 12, weekStart: null, when: 'now' }],
  ['', 'someday', 'Later', { hours: null, weekStart: null, when: null }],
])('preferences %s, %s, %s are followed', (timeFormat, startOfWeek, defaultScheduleOption, wanted) => {
  const preferences = { timeFormat, startOfWeek, defaultScheduleOption };
  const { account } = accountSchema.parse({ account: { id: 'a', organizations: [], preferences } });
  expect(toAccount(account).preferences).toEqual(wanted);
});

test.each([
  'javascript:alert(1)',
  'data:image/png;base64,AA',
  'file:///etc/passwd',
  'blob:https://x.example/1',
  'not an address',
  '',
])('the address %s is dropped', (address) => {
  expect(toAccount({ id: 'a', avatar: address, organizations: [] }).avatar).toBeNull();
  const row = postRowSchema.parse(
    postNode({
      externalLink: address,
      metadata: { linkAttachment: { url: address } },
      assets: [{ type: 'image', source: address, image: { altText: 'x' } }],
    }),
  );
  expect(toPost(row)).toMatchObject({ externalLink: null, link: null, pictures: [] });
});

test('one unreadable row fails its list: a missing post would count as evidence', async () => {
  const edges = [{ node: postNode() }, { node: postNode({ createdAt: null }) }];
  const { backend } = scripted({ body: { data: { posts: { edges, pageInfo: { hasNextPage: false } } } } });
  const channels = [{ id: 'channel-1', organizationId: 'org-1', network: 'twitter' }];
  expect((await failureOf(backend.find({ channels, since: 0 }))).kind).toBe('unreadable');
});
