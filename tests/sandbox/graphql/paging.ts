// Pages of a list: forward only, with cursors that nobody should read.
import { failure } from './context.ts';

const DEFAULT_SIZE = 20;
const MAX_SIZE = 100;

export interface PageArgs {
  first?: number | null;
  after?: string | null;
}

interface Place {
  id: string;
  index: number;
}

function encode({ id, index }: Place): string {
  return Buffer.from(btoa(`${index}:${id}`)).toString('base64url');
}

function decode(cursor: string): Place {
  const inner = Buffer.from(Buffer.from(cursor, 'base64url').toString('latin1'), 'base64').toString('latin1');
  const found = /^(\d+):(.+)$/.exec(inner);
  if (!found?.[1] || !found[2]) throw failure('BAD_USER_INPUT', 'Invalid cursor');
  return { index: Number(found[1]), id: found[2] };
}

function startAfter(items: readonly { id: string }[], after: string | null | undefined): number {
  if (!after) return 0;
  const place = decode(after);
  const index = items.findIndex((item) => item.id === place.id);
  // When the last item of a page has left the list since, its successor stands where it stood.
  return index < 0 ? place.index : index + 1;
}

/** The page of `items` that the arguments ask for, as edges and page info. */
export function page<T extends { id: string }, N>(items: readonly T[], args: PageArgs, view: (item: T) => N) {
  const size = args.first ?? DEFAULT_SIZE;
  if (size < 1 || size > MAX_SIZE) {
    throw failure('BAD_USER_INPUT', `first must be between 1 and ${MAX_SIZE}`);
  }
  const start = startAfter(items, args.after);
  const part = items.slice(start, start + size);
  const edges = part.map((item, index) => ({
    cursor: encode({ id: item.id, index: start + index }),
    node: view(item),
  }));
  return {
    edges,
    totalCount: items.length,
    pageInfo: {
      hasNextPage: start + part.length < items.length,
      hasPreviousPage: false,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
