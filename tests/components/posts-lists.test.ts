// Which of Buffer's posts are shown, and when they are read again.
import { describe, expect, it } from 'vitest';
import type { Reply } from '@/lib/messages.ts';
import { EMPTY_SUMMARY } from '@/lib/outbox/summary.ts';
import { list, looking, NOW, post } from './buffers-posts.ts';
import { entry } from './composing.ts';

const A = post('1', 1);
const B = post('2', 2, { channelId: 'b' });
const idsOf = ({ posts }: ReturnType<typeof looking>) => posts.lists.list.value.posts.map(({ id }) => id);
const queue = (channelId: string | null, more = false) => ({
  type: 'read-posts',
  view: 'queue',
  channelId,
  more,
});

describe('the list', () => {
  it('shows one channel’s part of all until its own is there, and says whether it may be longer', async () => {
    const page = looking({ lists: { all: list([A, B], { after: 'c' }) } });
    expect(idsOf(page)).toEqual(['1', '2']);
    await page.posts.lists.choose('b');
    expect(idsOf(page)).toEqual(['2']);
    expect(page.posts.lists.list.value).toMatchObject({ isOwn: false, hasMore: true });
    expect(page.asked()).toEqual([queue('b')]);
    const own = list([B, post('3', 9, { channelId: 'b' })]);
    page.set({ queued: { accountId: 'me', changedAt: 0, lists: { b: own } } });
    expect(idsOf(page)).toEqual(['2', '3']);
    expect(page.posts.lists.list.value).toMatchObject({ isOwn: true, hasMore: false });
  });

  it('of another account is none', () => {
    const queued = { accountId: 'you', changedAt: 0, lists: { all: list([A]) } };
    expect(idsOf(looking({ state: { queued } }))).toEqual([]);
  });

  it('of a schedule is one channel’s, the first unless another was chosen', async () => {
    const { lists } = looking().posts;
    expect(lists.channel.value).toBeNull();
    await lists.show('schedule');
    expect(lists.channel.value?.id).toBe('a');
    await lists.choose('b');
    expect(lists.channel.value?.id).toBe('b');
  });
});

describe('an account without a channel', () => {
  it('is told from one whose channels are still to come', () => {
    const cache = { fetchedAt: 0, channels: [], queued: {} };
    const page = looking({ state: { cache } });
    expect(page.posts.lists.hasNoChannel.value).toBe(false);
    page.set({ cache: { ...cache, fetchedAt: NOW } });
    expect(page.posts.lists.hasNoChannel.value).toBe(true);
  });
});

describe('reading', () => {
  it('is left out while the list is fresh, and comes with each refresh', async () => {
    const page = looking();
    await page.posts.lists.freshen();
    expect(page.asked()).toEqual([]);
    await page.pass(61_000);
    await page.posts.lists.freshen();
    await page.posts.lists.refresh();
    await page.posts.lists.more();
    expect(page.asked()).toEqual([queue(null), queue(null), queue(null, true)]);
  });

  it.each([
    ['has just reached Buffer', {}, 1],
    ['stands in the list', { remoteId: '1' }, 0],
    ['was published at once', { mode: 'now' }, 0],
    ['is a draft there', { mode: 'draft' }, 0],
    ['is out by now', { dueAt: NOW }, 0],
    ['was sent long before the list was read', { acceptedAt: NOW - 11 * 60_000 }, 0],
    ['is still on its way', { state: 'sending' }, 0],
  ] as const)('is not left out while a post is missing that %s', async (_name, change, reads) => {
    const sent = entry('g', { id: 'e', channelId: 'a', state: 'confirmed', remoteId: '9', acceptedAt: NOW });
    const outbox = { ...EMPTY_SUMMARY, entries: [{ ...sent, ...change }] };
    const page = looking({ lists: { all: list([post('1', 1)]) }, state: { outbox } });
    await page.posts.lists.freshen();
    expect(page.asked()).toHaveLength(reads);
  });

  it('looks after the channel that is opened', async () => {
    const page = looking();
    await page.posts.lists.choose('a');
    expect(page.sent).toContainEqual({ type: 'read-channel', channelId: 'a' });
  });

  it('that fails is said until one works', async () => {
    const replies: Reply[] = [{ ok: false, problem: 'rate-limited', until: NOW + 1 }, { ok: true }];
    const { posts } = looking({ reply: async () => replies.shift() as Reply });
    await posts.lists.refresh();
    expect(posts.lists.trouble.value).toEqual({ problem: 'rate-limited', message: null, until: NOW + 1 });
    await posts.lists.refresh();
    expect(posts.lists.trouble.value).toBeNull();
  });

  it('a background that is gone, or a word that is not known, is a failure', async () => {
    const replies = [() => Promise.reject(new Error('gone')), async () => ({ ok: false, problem: 'busy' })];
    const { posts } = looking({ reply: () => (replies.shift() as () => Promise<Reply>)() });
    await posts.lists.refresh();
    expect(posts.lists.trouble.value?.problem).toBe('failed');
    await posts.lists.refresh();
    expect(posts.lists.trouble.value?.problem).toBe('failed');
  });

  it('one at a time: what is asked meanwhile is read right after, of the view that is shown then', async () => {
    const answers = [Promise.withResolvers<Reply>(), Promise.withResolvers<Reply>()];
    const page = looking({ reply: () => answers[page.asked().length - 1]?.promise ?? Promise.reject() });
    const reading = page.posts.lists.refresh();
    await page.posts.lists.show('sent');
    await page.posts.lists.refresh();
    expect(page.asked()).toEqual([queue(null)]);
    answers[0]?.resolve({ ok: true });
    answers[1]?.resolve({ ok: true });
    await reading;
    expect(page.asked()).toEqual([queue(null), { ...queue(null), view: 'sent' }]);
  });

  it('follows posts that reach Buffer or are taken back, channel by channel, once it has settled', async () => {
    const page = looking();
    const confirmed = (channelId: string) => entry('g', { id: channelId, channelId, state: 'confirmed' });
    page.set({ outbox: { ...EMPTY_SUMMARY, entries: [confirmed('a')] } });
    page.set({ outbox: { ...EMPTY_SUMMARY, entries: [confirmed('a'), confirmed('b')] } });
    page.set({ outbox: { ...EMPTY_SUMMARY, entries: [confirmed('a')] } });
    expect(page.asked()).toEqual([]);
    await page.pass(1500);
    expect(page.asked()).toEqual([queue('a'), queue('b')]);
  });

  it('follows a sign-in and the way back online, and asks nothing of a person who is signed out', async () => {
    const connection = { status: 'signed-out', method: null, can: [], account: null } as const;
    const page = looking({ state: { connection: { ...connection, can: [] } } });
    await page.posts.lists.refresh();
    expect(page.sent).toEqual([]);
    const account = { id: 'you', name: null, email: null, avatar: null };
    page.set({ connection: { status: 'signed-in', method: 'oauth', can: [], account } });
    expect(page.asked()).toEqual([queue(null)]);
    await page.pass(0);
    page.set({ online: false });
    page.set({ online: true });
    expect(page.asked()).toHaveLength(2);
  });
});
