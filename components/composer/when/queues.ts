// Buffer's queue as the next slots are worked out from it: without the words of the posts, which need no room here.
import type { KnownQueue } from '@/lib/drafts/slots.ts';
import { MOST_KEPT } from '@/lib/platform/kept-posts.ts';
import type { PostList, PostLists } from '@/lib/platform/schemas.ts';

/** By channel, or `all`. */
export type Queues = Pick<PostLists, 'accountId'> & { lists: Record<string, KnownQueue> };

export const NO_QUEUES: Queues = { accountId: null, lists: {} };

export function queuesOf({ accountId, lists }: PostLists): Queues {
  const entries = Object.entries(lists).map(([scope, list]) => [scope, slim(list)]);
  return { accountId, lists: Object.fromEntries(entries) };
}

function slim({ fetchedAt, posts, after }: PostList): KnownQueue {
  const isWhole = after === null && posts.length < MOST_KEPT;
  return {
    fetchedAt,
    posts: posts.map(({ id, channelId, status, dueAt, isCustomTime }) => {
      return { id, channelId, status, dueAt, isCustomTime };
    }),
    end: isWhole ? Number.POSITIVE_INFINITY : Math.max(0, ...posts.map(({ dueAt }) => dueAt ?? 0)),
  };
}
