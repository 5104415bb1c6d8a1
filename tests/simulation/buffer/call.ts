// A call as the simulated Buffer understands it, whichever API it is made through, and who it is made for.
import type { Api } from '../../../lib/buffer/backend.ts';

export interface Call {
  api: Api;
  /** `createPost`, `posts`, `post`, `deletePost`, or `token`. */
  operation: string;
  token: string;
  marker: string | null;
  input: Record<string, unknown>;
  paging: { first?: number; after?: string | null };
  leftAt: number;
}

/** What a request says by itself. */
export type Said = Pick<Call, 'api' | 'operation' | 'input' | 'paging'>;

const OPERATION = /^\s*(?:query|mutation) (\w)(\w*)/;

/** Reads a call of the GraphQL API. */
function readGraphql(text: string): Said {
  const { query, variables } = JSON.parse(text) as { query: string; variables: Record<string, unknown> };
  const [, first = '', rest = ''] = OPERATION.exec(query) ?? [];
  const { input, ...paging } = variables;
  return {
    api: 'graphql',
    operation: first.toLowerCase() + rest,
    input: (input ?? {}) as Record<string, unknown>,
    paging,
  };
}

const LIST = /^\/1\/profiles\/([^/]+)\/updates\/(pending|sent|drafts)\.json$/;
const ONE = /^\/1\/updates\/([^/]+?)(\/destroy)?\.json$/;

/** Reads a call of the classic API. */
function readClassic(url: URL, method: string, text: string): Said {
  const [, channelId, list] = LIST.exec(url.pathname) ?? [];
  const [, id, destroy] = ONE.exec(url.pathname) ?? [];
  const plain = { api: 'rest', paging: {} } as const;
  if (channelId && method === 'GET') return readList(url, channelId, list ?? '');
  if (id === 'create' && method === 'POST') return { ...plain, operation: 'createPost', input: wanted(text) };
  if (id && destroy && method === 'POST') return { ...plain, operation: 'deletePost', input: { id } };
  if (id && !destroy && method === 'GET') return { ...plain, operation: 'post', input: { id } };
  return { ...plain, operation: 'unknown', input: {} };
}

function readList({ searchParams }: URL, channelId: string, list: string): Said {
  const first = Math.min(100, Number(searchParams.get('count') ?? 10));
  const page = Math.max(1, Number(searchParams.get('page') ?? 1));
  // Only what came after the second that it is told.
  const since = (Number(searchParams.get('since') ?? 0) + 1) * 1000;
  return {
    api: 'rest',
    operation: 'posts',
    input: { channelId, list, since },
    paging: { first, after: `${(page - 1) * first}` },
  };
}

function wanted(text: string): Record<string, unknown> {
  const form = new URLSearchParams(text);
  const at = form.get('scheduled_at');
  return {
    channelId: form.get('profile_ids[]') ?? '',
    text: form.get('text') ?? '',
    mode: form.get('now') === 'true' ? 'shareNow' : form.get('top') === 'true' ? 'shareNext' : 'addToQueue',
    dueAt: at === null ? undefined : new Date(Number(at) * 1000).toISOString(),
    saveToDraft: form.get('is_draft') === 'true',
    shorten: form.get('shorten') !== 'false',
  };
}

export async function readCall(request: Request, by: Pick<Call, 'marker' | 'leftAt'>): Promise<Call> {
  const token = request.headers.get('Authorization')?.replace(/^Bearer /, '') ?? '';
  const [url, text] = [new URL(request.url), await request.text()];
  if (url.pathname === '/token')
    return { ...by, token, api: 'graphql', operation: 'token', input: { form: text }, paging: {} };
  const said = url.pathname.startsWith('/1/') ? readClassic(url, request.method, text) : readGraphql(text);
  return { ...by, token, ...said };
}
