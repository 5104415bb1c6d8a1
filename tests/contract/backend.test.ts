// What every back-end keeps, over HTTP, against the local Buffer.
import { expect, test } from 'vitest';
import { createBudgetState, learn } from '../../lib/buffer/budget.ts';
import type { Attachment, ShareMode } from '../../lib/buffer/types.ts';
import { failureOf, useLocalBuffer } from './local-buffer.ts';
import { channelOn as channelOf, post } from './posts.ts';

const local = useLocalBuffer();

const channelOn = (network: string) => channelOf(local.backend(), network);

const stored = async (id: string) => (await local.posts()).find((one) => one.id === id);

test('the account and its channels', async () => {
  const backend = local.backend();
  const account = await backend.account();
  expect(account.organizations).toHaveLength(1);
  expect(account.name).toBeTruthy();
  const channels = await backend.channels(account);
  expect(new Set(channels.map(({ network }) => network))).toEqual(
    new Set(['twitter', 'linkedin', 'bluesky', 'mastodon', 'facebook', 'instagram', 'threads', 'pinterest']),
  );
  for (const channel of channels) {
    expect(channel.organizationId).toBe(account.organizations[0]?.id);
    expect(channel.schedule).toHaveLength(7);
    expect(channel.name).toBeTruthy();
  }
  const on = (network: string) => channels.find((channel) => channel.network === network);
  expect(on('mastodon')?.maxCharacters).toBe(1000);
  expect(on('twitter')?.maxCharacters).toBeNull();
  expect(on('facebook')?.isPaused).toBe(true);
  expect(on('threads')?.isDisconnected).toBe(true);
  expect(on('pinterest')?.boards[0]).toEqual({ id: '870000000000000001', name: 'Notebooks in use' });
});

test('a key that Buffer does not know is unauthorized', async () => {
  expect(await failureOf(local.backend('wrong').account())).toMatchObject({
    kind: 'unauthorized',
    status: 401,
  });
});

test('the answers of the server teach the budget its windows', async () => {
  const backend = local.backend();
  await backend.account();
  const [answer] = backend.seen;
  if (!answer) throw new Error('no answer was observed');
  expect(answer.headers.get('date')).toBeTruthy();
  const state = learn(createBudgetState(), answer.headers, answer.receivedAt);
  expect(state.windows.map(({ seconds, limit, told }) => [seconds, limit, told?.remaining])).toEqual([
    [900, 100, 99],
    [86_400, 250, 249],
    [2_592_000, 3000, 2999],
  ]);
});

const MODES: [ShareMode, string][] = [
  ['queue', 'scheduled'],
  ['next', 'scheduled'],
  ['draft', 'draft'],
];

test.each(MODES)('a post by %s is stored once, as %s, and answered as it is', async (mode, status) => {
  const channel = await channelOn('bluesky');
  const created = await local.backend().create(post(channel, { mode }));
  expect(created).toMatchObject({
    channelId: channel.id,
    network: 'bluesky',
    status,
    text: 'A walk along the river',
  });
  expect(created.dueAt === null).toBe(mode === 'draft');
  expect(await stored(created.id)).toMatchObject({ channelId: channel.id, status });
  expect((await local.arrivals('createPost')).filter((arrival) => arrival.committed)).toHaveLength(1);
});

test('a post at a time is due then, and one for now leaves the queue', async () => {
  const channel = await channelOn('bluesky');
  const at = (await local.now()) + 86_400_000;
  const timed = await local.backend().create(post(channel, { mode: { at } }));
  expect(timed).toMatchObject({ dueAt: at, isCustomTime: true });
  const now = await local.backend().create(post(channel, { text: 'At once', mode: 'now' }));
  expect(['sending', 'sent']).toContain(now.status);
});

const CARD: Attachment = {
  kind: 'card',
  card: { url: 'https://a.example/p', title: 'Title', description: 'About', picture: null },
};

test.each(['facebook', 'linkedin', 'threads', 'bluesky'])('a link card arrives on %s', async (network) => {
  const created = await local.backend().create(post(await channelOn(network), { attachment: CARD }));
  expect((await stored(created.id))?.linkAttachment).toMatchObject({ url: 'https://a.example/p' });
});

test.each(['instagram', 'pinterest', 'twitter'])('pictures arrive on %s', async (network) => {
  const channel = await channelOn(network);
  const url = `${local.credentials().origin}/media/photo.jpg`;
  const pictures = [{ url: channel.avatar ?? url, alt: 'A river' }];
  const options = { boardId: channel.boards[0]?.id, linkUrl: 'https://a.example/p', title: 'Pin' };
  const created = await local
    .backend()
    .create(post(channel, { attachment: { kind: 'pictures', pictures }, options }));
  expect(created.pictures).toEqual(pictures);
  expect((await stored(created.id))?.assets).toHaveLength(1);
});

test('the queue comes soonest first, whole, through pages of any size', async () => {
  const backend = local.backend();
  const channels = await backend.channels(await backend.account());
  const whole = await backend.queue({ channels, first: 100 });
  expect(whole.after).toBeNull();
  const dues = whole.posts.map((one) => one.dueAt ?? 0);
  expect(dues).toEqual(dues.toSorted((a, b) => a - b));
  const paged: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await backend.queue({ channels, first: 7, ...(after && { after }) });
    paged.push(...page.posts.map((one) => one.id));
    after = page.after;
  }
  expect(paged).toEqual(whole.posts.map((one) => one.id));
  expect(new Set(paged).size).toBe(paged.length);
});

test('what was sent comes latest first, and nothing else', async () => {
  const backend = local.backend();
  const { posts } = await backend.sent({ channels: await backend.channels(await backend.account()) });
  expect(posts.length).toBeGreaterThan(0);
  expect(new Set(posts.map((one) => one.status))).toEqual(new Set(['sent']));
  const times = posts.map((one) => one.sentAt ?? 0);
  expect(times[0]).toBeGreaterThanOrEqual(times.at(-1) ?? 0);
});

test('looking finds a post of any status since a moment, and none of other channels or before', async () => {
  const backend = local.backend();
  const [bluesky, mastodon] = [await channelOn('bluesky'), await channelOn('mastodon')];
  const since = (await local.now()) - 1000;
  const draft = await backend.create(post(bluesky, { mode: 'draft', text: 'one' }));
  const queued = await backend.create(post(bluesky, { text: 'two' }));
  await backend.create(post(mastodon, { text: 'three' }));
  const found = await backend.find({ channels: [bluesky], since });
  expect(found.map((one) => one.id).toSorted()).toEqual([draft.id, queued.id].toSorted());
});

test('a post is edited, moved to the top, shared and deleted; deleting twice is done', async () => {
  const backend = local.backend();
  const channel = await channelOn('linkedin');
  const { id } = await backend.create(post(channel, { attachment: CARD }));
  expect(await backend.edit(id, { text: 'Another text' })).toMatchObject({ id, text: 'Another text' });
  expect((await stored(id))?.linkAttachment).toMatchObject({ url: 'https://a.example/p' });
  await backend.edit(id, { attachment: { kind: 'none' } });
  expect((await stored(id))?.linkAttachment ?? null).toBeNull();
  expect((await stored(id))?.text).toBe('Another text');
  await backend.moveToTop(id);
  const { posts } = await backend.queue({ channels: [channel] });
  expect(posts[0]?.id).toBe(id);
  await backend.delete(id);
  expect(await stored(id)).toBeUndefined();
  await backend.delete(id);
});

test('a queued post is shared now', async () => {
  const backend = local.backend();
  const { id } = await backend.create(post(await channelOn('linkedin')));
  expect(['sending', 'sent']).toContain((await backend.shareNow(id)).status);
});

test('what Buffer refuses has its kind and its words', async () => {
  const backend = local.backend();
  const bluesky = await channelOn('bluesky');
  const unknown = { ...bluesky, id: '000000000000000000000000' };
  expect((await failureOf(backend.create(post(unknown)))).kind).toMatch(/^(not-found|forbidden|invalid)$/);
  const past = (await local.now()) - 60_000;
  expect(await failureOf(backend.create(post(bluesky, { mode: { at: past } })))).toMatchObject({
    kind: 'invalid',
    message: expect.stringMatching(/future/),
  });
  expect((await failureOf(backend.create(post(await channelOn('instagram'))))).kind).toBe('invalid');
  await backend.create(post(bluesky));
  expect(await failureOf(backend.create(post(bluesky)))).toMatchObject({ kind: 'duplicate', code: 1025 });
});
