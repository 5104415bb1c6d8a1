import { beforeEach, describe, expect, test } from 'vitest';
import { CHANNEL_IDS, type LocalApi, localApi, newPost, START } from './local-api.ts';

let api: LocalApi;
beforeEach(() => {
  api = localApi();
});

function queue(service: keyof typeof CHANNEL_IDS): [text: string, dueAt: string | null][] {
  return api.world
    .state()
    .posts.filter((post) => post.channelId === CHANNEL_IDS[service] && post.status === 'scheduled')
    .sort((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''))
    .map((post) => [post.text.slice(0, 8), post.dueAt]);
}

function clearQueue(service: keyof typeof CHANNEL_IDS): void {
  for (const post of api.world.posts().filter((each) => each.channelId === CHANNEL_IDS[service])) {
    api.world.remove(post.id);
  }
}

async function three(): Promise<string[]> {
  clearQueue('twitter');
  const ids: string[] = [];
  for (const text of ['one', 'two', 'three']) ids.push((await api.create(newPost('twitter', text))).post.id);
  return ids;
}

const SLOTS = ['2026-03-02T13:15:00.000Z', '2026-03-02T17:40:00.000Z', '2026-03-02T22:05:00.000Z'];
const MOVE = `mutation ($id: PostId!, $to: QueuePosition!) { movePostInQueue(input: { id: $id, position: $to }) {
  __typename ... on MutationError { message } } }`;
const move = async (id: string | undefined, to: string) =>
  (await api.ask<{ movePostInQueue: object }>(MOVE, { id, to })).body.data.movePostInQueue;

describe('joining the queue', () => {
  test('fills slot after slot in the zone of the channel', async () => {
    await three();
    expect(queue('twitter')).toEqual([
      ['one', SLOTS[0]],
      ['two', SLOTS[1]],
      ['three', SLOTS[2]],
    ]);
  });

  test('fills the gap that a deleted post leaves', async () => {
    const [, second] = await three();
    api.world.remove(second ?? '');
    expect((await api.create(newPost('twitter', 'four'))).post.dueAt).toBe(SLOTS[1]);
  });

  test('at the front takes the first slot, and the others move one slot on', async () => {
    await three();
    await api.create(newPost('twitter', 'first', { mode: 'shareNext' }));
    expect(queue('twitter')).toEqual([
      ['first', SLOTS[0]],
      ['one', SLOTS[1]],
      ['two', SLOTS[2]],
      ['three', '2026-03-03T13:15:00.000Z'],
    ]);
  });

  test('of a channel without posting times has no due time', async () => {
    api.world.changeChannel(CHANNEL_IDS.bluesky, { postingSchedule: [] });
    const { post } = await api.create(newPost('bluesky', 'whenever'));
    expect(post).toMatchObject({ status: 'scheduled', dueAt: null });
    api.at('2027-03-02T09:00:00Z');
    expect(api.world.posts().find(({ id }) => id === post.id)?.status).toBe('scheduled');
  });

  test('passes over a slot that a post of its own time holds', async () => {
    clearQueue('twitter');
    const custom = { mode: 'customScheduled', dueAt: SLOTS[0] };
    await api.create(newPost('twitter', 'exactly then', custom));
    expect((await api.create(newPost('twitter', 'next'))).post.dueAt).toBe(SLOTS[1]);
  });
});

describe('moving within the queue', () => {
  test('to the top and to the bottom keeps the slots', async () => {
    const [first, , third] = await three();
    expect(await move(third, 'top')).toEqual({ __typename: 'PostActionSuccess' });
    expect(queue('twitter').map(([text]) => text)).toEqual(['three', 'one', 'two']);
    await move(first, 'bottom');
    expect(queue('twitter')).toEqual([
      ['three', SLOTS[0]],
      ['two', SLOTS[1]],
      ['one', SLOTS[2]],
    ]);
  });

  test('is refused for a post with a time of its own, a draft, and one that is not there', async () => {
    const custom = await api.create(
      newPost('twitter', 'at five', { mode: 'customScheduled', dueAt: '2026-03-05T05:00:00+01:00' }),
    );
    const draft = await api.create(newPost('twitter', 'not yet', { saveToDraft: true }));
    for (const id of [custom.post.id, draft.post.id, '0'.repeat(24)]) {
      expect(await move(id, 'top')).toMatchObject({
        __typename: 'VoidMutationError',
        message: expect.any(String),
      });
    }
  });
});

describe('sending', () => {
  test('happens when the clock passes the due time, not before', async () => {
    const [first] = await three();
    const status = () => api.world.posts().find(({ id }) => id === first)?.status;
    api.at('2026-03-02T13:14:59.999Z');
    expect(status()).toBe('scheduled');
    api.at('2026-03-02T13:15:00Z');
    expect(status()).toBe('sent');
    expect(api.world.state().posts.find(({ id }) => id === first)?.sentAt).toBe(SLOTS[0]);
    expect(queue('twitter')).toHaveLength(2);
  });

  test('at once answers a sent post', async () => {
    const { post } = await api.create(newPost('twitter', 'now', { mode: 'shareNow' }));
    expect(post).toMatchObject({ status: 'sent', sentAt: START, sharedNow: true, shareMode: 'shareNow' });
  });

  test('waits while the queue is paused and goes on after it', async () => {
    const { post } = await api.create(
      newPost('facebook', 'shelf', { metadata: { facebook: { type: 'post' } } }),
    );
    const status = () => api.world.posts().find(({ id }) => id === post.id)?.status;
    expect(post.status).toBe('scheduled');
    api.at('2026-04-02T09:00:00Z');
    expect(status()).toBe('scheduled');
    api.world.changeChannel(CHANNEL_IDS.facebook, { isQueuePaused: false });
    expect(status()).toBe('sent');
  });

  test('fails on a disconnected channel, which takes posts all the same', async () => {
    const { post } = await api.create(newPost('threads', 'anyone there?'));
    expect(post.status).toBe('scheduled');
    api.at('2026-03-12T09:00:00Z');
    expect(api.world.posts().find(({ id }) => id === post.id)).toMatchObject({
      status: 'error',
      sentAt: null,
      error: { message: expect.stringContaining('disconnected') },
    });
    const now = await api.create(newPost('threads', 'hello?', { mode: 'shareNow' }));
    expect(now.post).toMatchObject({ status: 'error', error: { message: expect.any(String) } });
  });

  test('a reset puts the seeded posts back, in the future of the clock', async () => {
    await api.create(newPost('twitter', 'soon forgotten'));
    api.at('2026-06-01T09:00:00Z');
    api.world.reset();
    const { posts, now } = api.world.state();
    expect(posts).toHaveLength(12);
    expect(
      posts.filter((post) => post.status === 'scheduled').every((post) => (post.dueAt ?? '') > now),
    ).toBe(true);
  });
});
