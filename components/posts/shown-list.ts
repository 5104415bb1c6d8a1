// The list that stands for a view of one channel or of all, out of what is stored.
import type { Channel, Post } from '@/lib/buffer/types.ts';
import type { OutboxSummary } from '@/lib/outbox/summary.ts';
import type { ChannelsCache, ConnectionView, PostLists } from '@/lib/platform/schemas.ts';

export const VIEWS = ['queue', 'sent', 'schedule'] as const;
export type View = (typeof VIEWS)[number];

/** What is stored of Buffer's posts, as the page has it. */
export interface PostsState {
  connection: ConnectionView;
  cache: ChannelsCache;
  outbox: OutboxSummary;
  queued: PostLists;
  sent: PostLists;
  online: boolean;
}

export interface ShownList {
  posts: Post[];
  /** When Buffer gave them (ms); 0 for never. */
  fetchedAt: number;
  /** Whether Buffer has more. */
  hasMore: boolean;
  /** Whether it is what was asked for, and not a part of another list that stands in for it. */
  isOwn: boolean;
}

const ALL = 'all';
const UNKNOWN: ShownList = { posts: [], fetchedAt: 0, hasMore: false, isOwn: false };

export function listOf(
  { connection, queued, sent }: PostsState,
  view: View,
  channel: Channel | null,
): ShownList {
  const { accountId, lists } = view === 'sent' ? sent : queued;
  if (view === 'schedule' || accountId === null || accountId !== connection.account?.id) return UNKNOWN;
  const own = lists[channel?.id ?? ALL];
  if (own) return { ...own, hasMore: own.after !== null, isOwn: true };
  const all = lists[ALL];
  if (!all) return UNKNOWN;
  const posts = all.posts.filter(({ channelId }) => channelId === channel?.id);
  return { posts, fetchedAt: all.fetchedAt, hasMore: all.after !== null, isOwn: false };
}
