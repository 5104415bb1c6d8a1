// What every back-end keeps of lists: whole, in order, and never more or less than was asked for.
import { describe, expect, test } from 'vitest';
import { APIS } from '../../lib/buffer/backends.ts';
import { useLocalBuffer } from './local-buffer.ts';
import { channelOn as channelOf, post } from './posts.ts';

describe.each(APIS)('over %s', (api) => {
  const local = useLocalBuffer(api);
  const channelOn = (network: string) => channelOf(local.backend(), network);
  const allChannels = async () => local.backend().channels(await local.backend().account());

  test('the queue comes soonest first, whole, through pages of any size', async () => {
    const backend = local.backend();
    const channels = await allChannels();
    const whole = await backend.queue({ channels, first: 100 });
    expect(whole.after).toBeNull();
    const dues = whole.posts.map((one) => one.dueAt ?? 0);
    expect(dues).toEqual(dues.toSorted((a, b) => a - b));
    const waiting = (await local.posts()).filter(({ status }) => status === 'scheduled');
    expect(whole.posts.map((one) => one.id).toSorted()).toEqual(waiting.map((one) => one.id).toSorted());
    const paged: string[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await backend.queue({ channels, first: 7, ...(after && { after }) });
      paged.push(...page.posts.map((one) => one.id));
      after = page.after;
      await local.advance(61);
    }
    expect(paged).toEqual(whole.posts.map((one) => one.id));
  });

  test('what was sent comes latest first, and nothing else', async () => {
    const { posts } = await local.backend().sent({ channels: await allChannels(), first: 100 });
    expect(posts.length).toBeGreaterThan(0);
    expect(new Set(posts.map((one) => one.status))).toEqual(new Set(['sent']));
    const times = posts.map((one) => one.sentAt ?? 0);
    expect(times[0]).toBeGreaterThanOrEqual(times.at(-1) ?? 0);
  });

  test('a cursor is of its own list', async () => {
    const backend = local.backend();
    const channels = await allChannels();
    const { after } = await backend.queue({ channels, first: 1 });
    if (after === null) throw new Error('the queue has one page only');
    const others = channels.map((channel) => ({
      ...channel,
      organizationId: 'another',
      id: `${channel.id}0`,
    }));
    await expect(backend.queue({ channels: others, after })).rejects.toMatchObject({
      failure: { kind: 'invalid', unsent: true },
    });
  });

  test('a channel that was remembered without its organization is listed all the same', async () => {
    const backend = local.backend();
    const channels = (await allChannels()).map((channel) => ({ ...channel, organizationId: '' }));
    const known = await backend.queue({ channels: await allChannels(), first: 5 });
    const unknown = await backend.queue({ channels, first: 5 });
    expect(unknown.posts).toEqual(known.posts);
    const more = await backend.queue({ channels, first: 5, after: unknown.after ?? '' });
    expect(more.posts[0]?.id).not.toBe(unknown.posts[0]?.id);
    expect(await backend.find({ channels, since: await local.now() })).toEqual([]);
  });

  test('looking finds a post of any status since a moment, and none of other channels or before', async () => {
    const backend = local.backend();
    const [bluesky, mastodon] = [await channelOn('bluesky'), await channelOn('mastodon')];
    const earlier = await backend.create(post(bluesky, { text: 'zero' }));
    await local.advance(10);
    const since = (await local.now()) - 1000;
    const draft = await backend.create(post(bluesky, { mode: 'draft', text: 'one' }));
    const queued = await backend.create(post(bluesky, { text: 'two' }));
    const now = await backend.create(post(bluesky, { text: 'three', mode: 'now' }));
    await backend.create(post(mastodon, { text: 'four' }));
    const idsOf = async () =>
      (await backend.find({ channels: [bluesky], since, drafts: true })).map((one) => one.id).toSorted();
    const wanted = [draft.id, queued.id, now.id].toSorted();
    expect(await idsOf()).toEqual(wanted);
    expect(wanted).not.toContain(earlier.id);
    // Published meanwhile, they are found all the same.
    await local.advance(7 * 86_400);
    expect(await idsOf()).toEqual(wanted);
  });
});
