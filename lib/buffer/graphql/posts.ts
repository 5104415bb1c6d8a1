// Reading posts: pages of the queue and of what was sent, and everything since a moment.
import type { FindQuery, PageQuery, PostPage } from '../backend.ts';
import { BufferError } from '../errors.ts';
import type { Http } from '../http.ts';
import type { Post } from '../types.ts';
import { ask } from './call.ts';
import { toPost } from './map.ts';
import { POSTS } from './operations.ts';
import { withOrganizations } from './organizations.ts';
import { fromCursor, type Group, groupChannels, type Place, toCursor } from './pages.ts';
import { postsSchema } from './schemas.ts';

/** Which posts, and in which order. */
export interface Listing {
  filter: Record<string, unknown>;
  sort: { field: 'dueAt' | 'createdAt'; direction: 'asc' | 'desc' }[];
}

/** What waits, soonest first. */
export const QUEUE: Listing = {
  filter: { status: ['scheduled', 'needs_approval', 'sending'] },
  sort: [
    { field: 'dueAt', direction: 'asc' },
    { field: 'createdAt', direction: 'asc' },
  ],
};

/** What was published, latest first. */
export const SENT: Listing = {
  filter: { status: ['sent'] },
  sort: [
    { field: 'dueAt', direction: 'desc' },
    { field: 'createdAt', direction: 'desc' },
  ],
};

const USUAL_PAGE = 50;
const LARGEST_PAGE = 100;
// 1,000 posts in the few minutes that a look covers is no list of ours.
const MOST_PAGES = 10;

interface RawPage {
  posts: Post[];
  after: string | null;
}

async function readPage(
  http: Http,
  group: Group,
  options: Listing & { first: number; after: string | null },
) {
  const { posts } = await ask(
    http,
    {
      query: POSTS,
      input: {
        organizationId: group.organizationId,
        filter: { ...options.filter, channelIds: group.channelIds },
        sort: options.sort,
      },
      paging: { first: options.first, after: options.after },
    },
    postsSchema,
  );
  const { hasNextPage, endCursor } = posts.pageInfo;
  if (hasNextPage && (!endCursor || endCursor === options.after)) throw endless();
  const page: RawPage = {
    posts: (posts.edges ?? []).map((edge) => toPost(edge.node)),
    after: hasNextPage ? (endCursor ?? null) : null,
  };
  return page;
}

function endless(): BufferError {
  return new BufferError({ kind: 'unreadable', message: 'a list without an end' });
}

/** One page of a listing over all organizations of the channels; organizations without posts are passed over. */
export async function listPosts(http: Http, listing: Listing, query: PageQuery): Promise<PostPage> {
  const groups = groupChannels(await withOrganizations(http, query.channels));
  let place: Place | null = fromCursor(groups, query.after);
  if (!place) throw new BufferError({ kind: 'invalid', message: 'a cursor of another list', unsent: true });
  const first = Math.min(query.first ?? USUAL_PAGE, LARGEST_PAGE);
  for (let group = groups[place.index]; group; group = groups[place.index]) {
    const page = await readPage(http, group, { ...listing, first, after: place.after });
    place = page.after === null ? { index: place.index + 1, after: null } : { ...place, after: page.after };
    if (page.posts.length > 0) return { posts: page.posts, after: toCursor(groups, place) };
  }
  return { posts: [], after: null };
}

/** Every post of the channels that was created since a moment, of every status, oldest first per organization. */
export async function findPosts(http: Http, query: FindQuery): Promise<Post[]> {
  const found: Post[] = [];
  const listing: Listing = {
    filter: { createdAt: { start: new Date(query.since).toISOString() } },
    sort: [{ field: 'createdAt', direction: 'asc' }],
  };
  for (const group of groupChannels(await withOrganizations(http, query.channels))) {
    let after: string | null = null;
    let pages = 0;
    do {
      if (++pages > MOST_PAGES) throw endless();
      const page: RawPage = await readPage(http, group, { ...listing, first: LARGEST_PAGE, after });
      found.push(...page.posts);
      after = page.after;
    } while (after !== null);
  }
  return found;
}
