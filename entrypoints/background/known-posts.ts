// Buffer's posts as they were last known, and how they are changed: by one writer at a time.
import type { Post } from '@/lib/buffer/types.ts';
import { MOST_KEPT } from '@/lib/platform/kept-posts.ts';
import type { PostList, PostLists } from '@/lib/platform/schemas.ts';
import { BUFFER_QUEUE, BUFFER_SENT, INTERACTIONS, read, type Stored, write } from '@/lib/platform/storage.ts';
import { changeChannels } from './known-channels.ts';
import { noteGone, notePosts, noteQueue } from './seen-posts.ts';
import { isSignedIn } from './signed-in.ts';

export type PostView = 'queue' | 'sent';

export const ALL = 'all';

const ITEMS: Record<PostView, Stored<PostLists>> = { queue: BUFFER_QUEUE, sent: BUFFER_SENT };

function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('posts', work) as Promise<T>;
}

/** The lists that are known of this account. */
export async function listsOf(view: PostView, accountId: string): Promise<PostLists> {
  const known = await read(ITEMS[view]);
  return known.accountId === accountId ? known : { accountId, changedAt: 0, lists: {} };
}

interface Answer {
  accountId: string;
  /** When it was asked (ms). */
  askedAt: number;
  list: PostList;
}

/** Keeps a list; false if it is outdated by a change from here meanwhile. */
export function keepList(
  view: PostView,
  scope: string,
  { accountId, askedAt, list }: Answer,
): Promise<boolean> {
  return alone(async () => {
    const known = await listsOf(view, accountId);
    if (known.changedAt >= askedAt) return false;
    if (!(await isSignedIn(accountId))) return true;
    const isCut = list.posts.length >= MOST_KEPT;
    const kept = { ...list, posts: list.posts.slice(0, MOST_KEPT), after: isCut ? null : list.after };
    const { [ALL]: all } = known.lists;
    const others: PostLists['lists'] = all && scope !== ALL ? { [ALL]: all } : {};
    if (others[ALL] && view === 'queue') others[ALL] = withPart(others[ALL], scope, kept);
    await write(ITEMS[view], { ...known, lists: { ...others, [scope]: kept } });
    if (view === 'sent') void notePosts(accountId, kept.posts);
    else void noteQueue(accountId, scope === ALL ? null : scope, list);
    return true;
  });
}

/** The list of all channels with the part of one as it is now, as far as the list goes. */
function withPart(all: PostList, channelId: string, part: PostList): PostList {
  const end = all.after === null ? Number.POSITIVE_INFINITY : (all.posts.at(-1)?.dueAt ?? 0);
  const others = all.posts.filter((post) => post.channelId !== channelId);
  const fresh = part.posts.filter(({ dueAt }) => (dueAt ?? 0) <= end);
  return { ...all, posts: inQueueOrder([...others, ...fresh]) };
}

/** Changes every list that is known of the queue. */
export function changeQueue(accountId: string, change: (posts: Post[]) => Post[]): Promise<void> {
  return alone(async () => {
    const known = await listsOf('queue', accountId);
    if (!(await isSignedIn(accountId))) return;
    const lists = Object.entries(known.lists).map(
      ([scope, list]) => [scope, { ...list, posts: change(list.posts) }] as const,
    );
    const old = new Set(Object.values(known.lists).flatMap(({ posts }) => posts));
    const fresh = lists.flatMap(([, { posts }]) => posts).filter((post) => !old.has(post));
    if (fresh.length > 0) void notePosts(accountId, fresh);
    await write(BUFFER_QUEUE, { ...known, changedAt: Date.now(), lists: Object.fromEntries(lists) });
  });
}

/** Whoever signs in next must not see them, not even for a moment. */
export function forgetPosts(): Promise<void> {
  return alone(async () => {
    await write(BUFFER_QUEUE, BUFFER_QUEUE.fallback);
    await write(BUFFER_SENT, BUFFER_SENT.fallback);
    await write(INTERACTIONS, INTERACTIONS.fallback);
  });
}

/** A post has left the queue: its channel has one less. */
export async function leaveQueue(accountId: string, id: string, how: 'sent' | 'deleted'): Promise<void> {
  void noteGone(accountId, id, how);
  const { lists } = await listsOf('queue', accountId);
  const post = Object.values(lists)
    .flatMap(({ posts }) => posts)
    .find((one) => one.id === id);
  await changeQueue(accountId, without(id));
  if (!post) return;
  await changeChannels(async (known) => {
    const count = Math.max(0, (known.queued[post.channelId] ?? 0) - 1);
    return { ...known, queued: { ...known.queued, [post.channelId]: count } };
  });
}

export function without(id: string): (posts: Post[]) => Post[] {
  return (posts) => posts.filter((post) => post.id !== id);
}

export function replaced(fresh: Post): (posts: Post[]) => Post[] {
  return (posts) => posts.map((post) => (post.id === fresh.id ? fresh : post));
}

/** Soonest first, those without a time last; what is due at once keeps its order. */
export function inQueueOrder(posts: Post[]): Post[] {
  const due = ({ dueAt }: Post) => dueAt ?? Number.MAX_SAFE_INTEGER;
  return posts.toSorted((a, b) => due(a) - due(b));
}
