// The filters and orders of `posts`.
import type { Post, PostStatus } from '../world/model.ts';
import { failure } from './context.ts';

interface Range {
  start?: number | null;
  end?: number | null;
}

interface PostsFilter {
  channelIds?: string[] | null;
  status?: PostStatus[] | null;
  createdAt?: Range | null;
  dueAt?: Range | null;
  dueAtPresence?: 'absent' | 'present' | null;
  startDate?: number | null;
  endDate?: number | null;
  tagIds?: string[] | null;
  tags?: { in: string[]; isEmpty: boolean } | null;
}

export interface PostsInput {
  organizationId: string;
  filter?: PostsFilter | null;
  sort?: { field: 'dueAt' | 'createdAt'; direction: 'asc' | 'desc' }[] | null;
}

function within(time: number | null, { start, end }: Range): boolean {
  return time !== null && (start == null || time >= start) && (end == null || time <= end);
}

function checkFilter(filter: PostsFilter): void {
  if (filter.dueAtPresence === 'absent' && filter.dueAt) {
    throw failure('BAD_USER_INPUT', 'dueAtPresence: absent cannot be combined with a dueAt range');
  }
}

const hasTag = ({ tagIds }: Post, wanted: readonly string[]) => wanted.some((id) => tagIds.includes(id));

function matches(post: Post, filter: PostsFilter): boolean {
  const dates = { start: filter.startDate, end: filter.endDate };
  const isDated = dates.start != null || dates.end != null;
  return (
    (!filter.channelIds?.length || filter.channelIds.includes(post.channelId)) &&
    (!filter.status?.length || filter.status.includes(post.status)) &&
    (!filter.createdAt || within(post.createdAt, filter.createdAt)) &&
    (!filter.dueAt || within(post.dueAt, filter.dueAt)) &&
    (!filter.dueAtPresence || (filter.dueAtPresence === 'present') === (post.dueAt !== null)) &&
    (!isDated || within(post.createdAt, dates) || within(post.dueAt, dates)) &&
    (!filter.tagIds?.length || hasTag(post, filter.tagIds)) &&
    (!filter.tags || hasTag(post, filter.tags.in) || (filter.tags.isEmpty && post.tagIds.length === 0))
  );
}

type Sort = NonNullable<PostsInput['sort']>;

function compareBy({ field, direction }: Sort[number], a: Post, b: Post): number {
  const [first, second] = [a[field], b[field]];
  if (first === second) return 0;
  // Posts without a due time come last in either direction, so that a queue starts with what is next.
  if (first === null) return 1;
  if (second === null) return -1;
  return direction === 'asc' ? first - second : second - first;
}

function tieBreak(sort: Sort, a: Post, b: Post): number {
  if (sort[0]?.field === 'dueAt' && a.rank !== b.rank) return a.rank - b.rank;
  const older = a.id < b.id ? -1 : 1;
  return sort[0]?.direction === 'asc' ? older : -older;
}

function order(sort: Sort): (a: Post, b: Post) => number {
  return (a, b) => {
    const rule = sort.find((candidate) => compareBy(candidate, a, b) !== 0);
    return rule ? compareBy(rule, a, b) : tieBreak(sort, a, b);
  };
}

/** The posts that pass the filter, newest first unless the input sorts them otherwise. */
export function selectPosts(posts: readonly Post[], input: PostsInput): Post[] {
  const filter = input.filter ?? {};
  checkFilter(filter);
  const sort: Sort = input.sort?.length ? input.sort : [{ field: 'createdAt', direction: 'desc' }];
  return posts.filter((post) => matches(post, filter)).sort(order(sort));
}
