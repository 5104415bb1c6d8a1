// Reading posts of several channels: the API lists one profile at a time, so their lists are merged here.
import type { FindQuery, PageQuery, PostPage } from '../backend.ts';
import type { Http } from '../http.ts';
import type { ChannelRef, Post } from '../types.ts';
import { refused } from './errors.ts';
import { type ListName, readList } from './lists.ts';

/** Which list, and which of two posts comes first. */
export interface Listing {
  name: ListName;
  /** Negative if the first of both comes first. */
  compare: (a: Post, b: Post) => number;
  /** What of the list is shown. */
  holds: (post: Post) => boolean;
}

/** What waits, soonest first; posts without a time come last. */
export const QUEUE: Listing = {
  name: 'pending',
  compare: (a, b) => due(a) - due(b) || a.createdAt - b.createdAt,
  // `pending` also names what could not be published, which waits for nothing.
  holds: ({ status }) => status !== 'error',
};

/** What was published, latest first. */
export const SENT: Listing = {
  name: 'sent',
  compare: (a, b) => sentAt(b) - sentAt(a) || b.createdAt - a.createdAt,
  holds: () => true,
};

const LAST = Number.MAX_SAFE_INTEGER;
const due = (post: Post) => post.dueAt ?? LAST;
const sentAt = (post: Post) => post.sentAt ?? post.dueAt ?? post.createdAt;

const USUAL_PAGE = 50;
const LARGEST_PAGE = 100;

/** One page of a listing over all channels. */
export async function listPosts(http: Http, listing: Listing, query: PageQuery): Promise<PostPage> {
  const ids = idsOf(query.channels);
  const offset = offsetOf(listing, ids, query.after);
  const end = offset + Math.min(query.first ?? USUAL_PAGE, LARGEST_PAGE);
  const lists: Post[][] = [];
  let total = 0;
  for (const channelId of ids) {
    // Any of the first `end` posts of all may be of one channel alone.
    const rows = await readList(http, { name: listing.name, channelId, wanted: end });
    lists.push(rows.posts);
    total += rows.total;
  }
  const posts = merge(lists, listing.compare, end).slice(offset).filter(listing.holds);
  return { posts, after: end < total ? `${cursorStart(listing, ids)}${end}` : null };
}

/**
 * Every post of the channels that was created since a moment. What waits is read before what was sent: a post that
 * is published in between is then in both lists, and never in neither. For the same reason drafts are read first.
 */
export async function findPosts(http: Http, { channels, since, drafts }: FindQuery): Promise<Post[]> {
  const names: ListName[] = drafts ? ['drafts', 'pending', 'sent'] : ['pending', 'sent'];
  // The API counts whole seconds, and only what came after the one that it is told.
  const second = Math.floor(since / 1000);
  const found = new Map<string, Post>();
  for (const channelId of idsOf(channels)) {
    for (const name of names) {
      const { posts } = await readList(http, { name, channelId, since: Math.max(0, second - 1) });
      for (const post of posts) found.set(post.id, post);
    }
  }
  return [...found.values()].filter(({ createdAt }) => createdAt >= second * 1000);
}

/** The first `count` of several lists, each of which keeps its own order. */
function merge(lists: Post[][], compare: Listing['compare'], count: number): Post[] {
  const rest = lists.map((list) => [...list]);
  const merged: Post[] = [];
  while (merged.length < count) {
    const heads = rest.filter((list) => list.length > 0);
    const [next] = heads.toSorted(([a], [b]) => (a && b ? compare(a, b) : 0));
    const post = next?.shift();
    if (!post) return merged;
    merged.push(post);
  }
  return merged;
}

function idsOf(channels: ChannelRef[]): string[] {
  return [...new Set(channels.map(({ id }) => id))];
}

/** A cursor is a number of posts that were seen already; in another list than its own it would say nothing. */
function cursorStart({ name }: Listing, ids: string[]): string {
  return `${name}:${ids.join(',')}:`;
}

function offsetOf(listing: Listing, ids: string[], cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const start = cursorStart(listing, ids);
  const offset = cursor.startsWith(start) ? cursor.slice(start.length) : '';
  if (!/^[1-9]\d{0,8}$/.test(offset)) throw refused('a cursor of another list');
  return Number(offset);
}
