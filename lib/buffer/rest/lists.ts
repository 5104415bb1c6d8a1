// Whole lists of one profile's updates, page by page: a part of a list would be taken for evidence.
import type { Fields, Http } from '../http.ts';
import type { Post } from '../types.ts';
import { addressOf, ask } from './call.ts';
import { unreadable } from './errors.ts';
import { toPost } from './map.ts';
import { updatesSchema } from './schemas.ts';

/** The lists of a profile. `drafts` is not documented; Buffer's own web app reads it. */
export type ListName = 'pending' | 'sent' | 'drafts';

export interface List {
  name: ListName;
  channelId: string;
  /** How many posts from its beginning are wanted; all of them unless told. */
  wanted?: number;
  /** Only what came after this moment, in seconds. */
  since?: number;
}

export interface Rows {
  posts: Post[];
  /** How many the whole list has. */
  total: number;
}

const PAGE = 100;
const MOST_PAGES = 10;
const MOST_TRIES = 3;

/** The posts of a list in its own order. A list that changes while its pages are read is read again from its start. */
export async function readList(http: Http, list: List): Promise<Rows> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const rows = await readOnce(http, list);
    if (rows) return rows;
  }
  throw unreadable('a list that changes while it is read');
}

/** Null if the pages do not fit together. */
async function readOnce(http: Http, list: List): Promise<Rows | null> {
  const posts = new Map<string, Post>();
  let total: number | null = null;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const rows = await readPage(http, list, page);
    if (total !== null && rows.total !== total) return null;
    total = rows.total;
    const before = posts.size;
    for (const post of rows.posts) posts.set(post.id, post);
    if (posts.size >= Math.min(total, list.wanted ?? total)) return { posts: [...posts.values()], total };
    // No document says whether `total` counts what came before `since`, too: then an empty page is the end.
    if (list.since !== undefined && rows.posts.length === 0) return { posts: [...posts.values()], total };
    if (posts.size === before) return null;
  }
  throw unreadable('a list without an end');
}

async function readPage(http: Http, { name, channelId, since }: List, page: number): Promise<Rows> {
  const path = addressOf('profiles', channelId, 'updates', name);
  const query: Fields = [
    ...(since === undefined ? [] : [['since', String(since)] as const]),
    ['page', String(page)],
    ['count', String(PAGE)],
  ];
  const { total, updates } = await ask(http, { path, query }, updatesSchema);
  if (updates.some((row) => row.profile_id !== channelId)) throw unreadable('a list of another channel');
  return { posts: updates.map(toPost), total };
}
