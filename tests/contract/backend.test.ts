// What every back-end keeps, over HTTP, against the local Buffer: the account, and posts as they are written.
import { describe, expect, test } from 'vitest';
import { APIS, budgetOf } from '../../lib/buffer/backends.ts';
import { createBudgetState, learn } from '../../lib/buffer/budget.ts';
import type { Attachment, Channel, ShareMode } from '../../lib/buffer/types.ts';
import { takesVideos } from '../../lib/drafts/takes.ts';
import { failureOf, useLocalBuffer } from './local-buffer.ts';
import { channelOn as channelOf, post } from './posts.ts';

const MODES: [ShareMode, string][] = [
  ['queue', 'scheduled'],
  ['next', 'scheduled'],
  ['draft', 'draft'],
];

const CARD: Attachment = {
  kind: 'card',
  card: { url: 'https://a.example/p', title: 'Title', description: 'About', picture: null },
};

describe.each(APIS)('over %s', (api) => {
  const local = useLocalBuffer(api);
  const channelOn = (network: string) => channelOf(local.backend(), network);
  const stored = async (id: string) => (await local.posts()).find((one) => one.id === id);

  test('the account and its channels', async () => {
    const backend = local.backend();
    const account = await backend.account();
    expect(account.name).toBeTruthy();
    expect(account.preferences).toMatchObject({ hours: 24, weekStart: 'mon' });
    const channels = await backend.channels(account);
    expect(new Set(channels.map(({ network }) => network))).toEqual(
      new Set([
        'twitter',
        'linkedin',
        'bluesky',
        'mastodon',
        'facebook',
        'instagram',
        'threads',
        'pinterest',
      ]),
    );
    const organizations = new Set(channels.map(({ organizationId }) => organizationId));
    expect(organizations.size).toBe(1);
    // An API that tells of organizations tells of the channels' own.
    for (const { id } of account.organizations) expect(organizations).toContain(id);
    for (const channel of channels) {
      expect(channel.schedule).toHaveLength(7);
      expect(channel.name).toBeTruthy();
      expect(channel.type).toBeTruthy();
    }
    const on = (network: string) => channels.find((channel) => channel.network === network);
    expect(on('twitter')?.maxCharacters).toBeNull();
    expect(on('facebook')?.isPaused).toBe(true);
    expect(on('threads')?.isDisconnected).toBe(true);
    expect(on('pinterest')?.boards[0]).toEqual({
      id: expect.stringMatching(/./),
      name: 'Notebooks in use',
    });
  });

  test('one channel afresh is what it is in the list', async () => {
    const backend = local.backend();
    for (const channel of await backend.channels(await backend.account())) {
      expect(await backend.channel(channel)).toEqual(channel);
    }
  });

  test('how many characters an instance takes is told by the channel, or by the configuration', async () => {
    const channel = await channelOn('mastodon');
    const configuration = await local.backend().configuration?.();
    const told = configuration?.[channel.network]?.[channel.type ?? '']?.characters;
    expect(channel.maxCharacters ?? told).toBe(1000);
  });

  test('a key that Buffer does not know is unauthorized', async () => {
    expect(await failureOf(local.backend('wrong').account())).toMatchObject({
      kind: 'unauthorized',
      status: 401,
    });
  });

  test('the answers of the server leave the budget the windows that it began with', async () => {
    const backend = local.backend();
    await backend.account();
    const [answer] = backend.seen;
    if (!answer) throw new Error('no answer was observed');
    expect(answer.headers.get('date')).toBeTruthy();
    const windows = ({ seconds, limit }: { seconds: number; limit: number }) => [seconds, limit];
    const state = learn(createBudgetState(budgetOf(api)), answer.headers, answer.receivedAt);
    expect(state.windows.map(windows)).toEqual(budgetOf(api).windows.map(windows));
  });

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
    expect(await local.backend().post(created.id)).toEqual(created);
    expect((await local.arrivals()).filter((arrival) => arrival.committed)).toHaveLength(1);
  });

  test('a post at a time is due then, and one for now leaves the queue', async () => {
    const channel = await channelOn('bluesky');
    const at = Math.ceil(((await local.now()) + 86_400_000) / 1000) * 1000;
    const timed = await local.backend().create(post(channel, { mode: { at } }));
    expect(timed).toMatchObject({ dueAt: at, isCustomTime: true });
    const now = await local.backend().create(post(channel, { text: 'At once', mode: 'now' }));
    expect(['sending', 'sent']).toContain(now.status);
  });

  test.each(['facebook', 'linkedin', 'threads', 'bluesky'])('a link card arrives on %s', async (network) => {
    const created = await local.backend().create(post(await channelOn(network), { attachment: CARD }));
    const card = { url: 'https://a.example/p', title: 'Title' };
    expect((await stored(created.id))?.linkAttachment).toMatchObject(card);
    expect(created.link).toBe(card.url);
  });

  test('without a card there is none, although an address stands in the text', async () => {
    const text = 'See https://a.example/p';
    const created = await local.backend().create(post(await channelOn('linkedin'), { text }));
    expect(await stored(created.id)).toMatchObject({ text, linkAttachment: null });
    expect(created.link).toBeNull();
  });

  test.each(['instagram', 'pinterest', 'twitter'])('pictures arrive on %s', async (network) => {
    const channel = await channelOn(network);
    const url = `${local.credentials().origin}/media/lake.jpg`;
    const pictures = [{ url, alt: 'A river' }];
    const options = { boardId: channel.boards[0]?.id, linkUrl: 'https://a.example/p', title: 'Pin' };
    const created = await local
      .backend()
      .create(post(channel, { attachment: { kind: 'pictures', pictures }, options }));
    expect(created.pictures).toEqual(pictures);
    expect((await stored(created.id))?.assets).toHaveLength(1);
  });

  test('a retweet goes out with its comment, and looking reads the same', async () => {
    const backend = local.backend();
    const channel = await channelOn('twitter');
    const since = (await local.now()) - 1000;
    const options = { retweetOf: '654043184394207232' };
    const created = await backend.create(post(channel, { text: 'Read this!', options }));
    expect(created).toMatchObject({ channelId: channel.id, text: 'Read this!', status: 'scheduled' });
    expect(await backend.find({ channels: [channel], since })).toEqual([created]);
    const elsewhere = post(await channelOn('bluesky'), { options });
    expect(await failureOf(backend.create(elsewhere))).toMatchObject({ kind: 'invalid', unsent: true });
  });

  test('more pictures than a channel takes are refused before anything leaves', async () => {
    const channel: Channel = await channelOn('bluesky');
    const url = `${local.credentials().origin}/media/lake.jpg`;
    const pictures = Array.from({ length: (channel.maxPictures ?? 0) + 1 }, () => ({ url, alt: '' }));
    const call = local.backend().create(post(channel, { attachment: { kind: 'pictures', pictures } }));
    // Null is as many as the network takes, which is more than one.
    if (channel.maxPictures === null) expect((await call).pictures).toHaveLength(1);
    else expect(await failureOf(call)).toMatchObject({ kind: 'invalid', unsent: true });
    expect(await local.arrivals()).toHaveLength(channel.maxPictures === null ? 1 : 0);
  });

  test('a video goes by its address, or is refused before anything leaves', async () => {
    const channel: Channel = await channelOn('bluesky');
    const url = 'https://walks.example/lake.mp4';
    const backend = local.backend();
    const call = backend.create(post(channel, { text: '', attachment: { kind: 'video', url } }));
    if (!takesVideos(channel)) {
      expect(await failureOf(call)).toMatchObject({ kind: 'invalid', unsent: true });
      expect(await local.arrivals()).toEqual([]);
      return;
    }
    const created = await call;
    expect(created.video).toBe(url);
    expect((await backend.queue({ channels: [channel] })).posts).toContainEqual(created);
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

  test('an edit gives a post another time, or the first place', async () => {
    const backend = local.backend();
    const channel = await channelOn('linkedin');
    const [one, two] = [
      await backend.create(post(channel, { text: 'One' })),
      await backend.create(post(channel, { text: 'Two' })),
    ];
    await backend.edit(two.id, { mode: 'next' });
    expect((await backend.queue({ channels: [channel] })).posts[0]?.id).toBe(two.id);
    const at = Math.ceil(((await local.now()) + 86_400_000) / 1000) * 1000;
    const timed = await backend.edit(one.id, { mode: { at } });
    expect(timed).toMatchObject({ id: one.id, text: 'One', dueAt: at, isCustomTime: true });
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
      message: expect.stringMatching(/future|past/),
    });
    expect((await failureOf(backend.create(post(await channelOn('instagram'))))).kind).toBe('invalid');
    await backend.create(post(bluesky));
    expect(await failureOf(backend.create(post(bluesky)))).toMatchObject({ kind: 'duplicate', code: 1025 });
  });
});
