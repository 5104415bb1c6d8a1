// What the simulated GraphQL API answers: good answers, refusals, and what nobody can believe.
import type { LIMITED, TYPED, UNREADABLE } from './fault.ts';
import type { ServerPost } from './posts.ts';
import { PAGE, type Part, type Reply, type Speech } from './speech.ts';

const ok = (data: unknown): Reply => ({ status: 200, body: JSON.stringify({ data }) });

function refusal(status: number, code: string, extensions: Record<string, unknown> = {}): Reply {
  const errors = [{ message: code, extensions: { code, ...extensions } }];
  return { status, body: JSON.stringify({ errors }) };
}

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** A post as the API writes it. */
function row(post: ServerPost): Record<string, unknown> {
  const { id, channelId, network, text, status, createdAt, dueAt, isCustomTime } = post;
  return {
    id,
    channelId,
    channelService: network,
    text,
    status,
    createdAt: iso(createdAt),
    dueAt: iso(dueAt),
    sentAt: status === 'sent' ? iso(createdAt) : null,
    isCustomScheduled: isCustomTime,
    externalLink: null,
    error: null,
    assets: [],
  };
}

const MEMBERS: Record<(typeof TYPED)[number], Record<string, unknown>> = {
  unexpected: { __typename: 'UnexpectedError', message: 'Something went wrong' },
  invalid: { __typename: 'InvalidInputError', message: 'Invalid post: too long.' },
  limit: { __typename: 'LimitReachedError', message: 'Your queue is full' },
  forbidden: { __typename: 'UnauthorizedError', message: 'Not your channel' },
  'no-access': { __typename: 'RestProxyError', code: 1011, message: 'No access', link: null },
  'classic-unknown': { __typename: 'RestProxyError', code: 1000, message: 'Unknown error', link: null },
};

export const GRAPHQL: Speech = {
  created: (post) => ok({ createPost: { __typename: 'PostActionSuccess', post: row(post) } }),
  duplicate: (post) =>
    ok({
      createPost: {
        __typename: 'RestProxyError',
        code: 1025,
        message: "Whoops, it looks like you've posted that one recently",
        link: `https://publish.example/post/${post.id}`,
      },
    }),
  listed: ({ posts, to, total }: Part) => {
    const edges = posts.map((post) => ({ node: row(post) }));
    const hasNextPage = to < total;
    return ok({ posts: { edges, pageInfo: { hasNextPage, endCursor: hasNextPage ? `${to}` : null } } });
  },
  one: (post) => (post ? ok({ post: row(post) }) : refusal(200, 'NOT_FOUND')),
  deleted: (id, was) =>
    ok({
      deletePost: was
        ? { __typename: 'DeletePostSuccess', id }
        : { __typename: 'NotFoundError', message: 'No such post' },
    }),
  unauthorized: () => refusal(401, 'UNAUTHENTICATED'),
  limited,
  typed: (answer) => ok({ createPost: MEMBERS[answer] }),
  spoilt,
  unknown: () => refusal(400, 'GRAPHQL_VALIDATION_FAILED'),
  tellsOfWindows: true,
};

function limited(how: (typeof LIMITED)[number], seconds: number, now: number): Reply {
  const plain = { status: 429, body: 'Too many requests' };
  switch (how) {
    case 'limited-seconds':
      return { ...plain, headers: { 'Retry-After': `${seconds}` } };
    case 'limited-date':
      return { ...plain, headers: { 'Retry-After': new Date(now + seconds * 1000 + 999).toUTCString() } };
    case 'limited-body':
      return refusal(429, 'RATE_LIMIT_EXCEEDED', { retryAfter: seconds, window: '15m' });
    case 'limited-silent':
      return plain;
  }
}

function spoilt(reply: Reply, how: (typeof UNREADABLE)[number]): Reply {
  switch (how) {
    case 'html':
      return PAGE;
    case 'truncated':
      return { status: 200, body: reply.body.slice(0, reply.body.length >> 1) };
    case 'misshapen':
      return { status: 200, body: JSON.stringify({ data: { createPost: 1, posts: 1, deletePost: 1 } }) };
    case 'other-channel':
      return { status: 200, body: reply.body.replaceAll(/"channelId":"[^"]*"/g, '"channelId":"elsewhere"') };
    case 'errors':
      return { status: 200, body: JSON.stringify({ errors: [{ message: 'Internal server error' }] }) };
  }
}
