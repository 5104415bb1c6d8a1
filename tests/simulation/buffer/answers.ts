// The bodies of the simulated API's answers, good ones and those that nobody can believe.
import type { TYPED } from './fault.ts';
import type { ServerPost } from './posts.ts';

export interface Reply {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

export const ok = (data: unknown): Reply => ({ status: 200, body: JSON.stringify({ data }) });

export function refusal(status: number, code: string, extensions: Record<string, unknown> = {}): Reply {
  const errors = [{ message: code, extensions: { code, ...extensions } }];
  return { status, body: JSON.stringify({ errors }) };
}

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** A post as the API writes it. */
export function row(post: ServerPost): Record<string, unknown> {
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

export const created = (post: ServerPost): Reply =>
  ok({ createPost: { __typename: 'PostActionSuccess', post: row(post) } });

const MEMBERS: Record<(typeof TYPED)[number], Record<string, unknown>> = {
  unexpected: { __typename: 'UnexpectedError', message: 'Something went wrong' },
  invalid: { __typename: 'InvalidInputError', message: 'Invalid post: too long.' },
  limit: { __typename: 'LimitReachedError', message: 'Your queue is full' },
  forbidden: { __typename: 'UnauthorizedError', message: 'Not your channel' },
  'no-access': { __typename: 'RestProxyError', code: 1011, message: 'No access', link: null },
  'classic-unknown': { __typename: 'RestProxyError', code: 1000, message: 'Unknown error', link: null },
};

/** One of the union's errors, as the answer to a mutation. */
export function typed(field: string, answer: (typeof TYPED)[number]): Reply {
  return ok({ [field]: MEMBERS[answer] });
}

export const duplicate = (post: ServerPost): Reply =>
  ok({
    createPost: {
      __typename: 'RestProxyError',
      code: 1025,
      message: "Whoops, it looks like you've posted that one recently",
      link: `https://publish.example/post/${post.id}`,
    },
  });

/** A good answer as a faulty proxy or a careless server would spoil it. */
export function spoilt(
  reply: Reply,
  how: 'html' | 'truncated' | 'misshapen' | 'other-channel' | 'errors',
): Reply {
  switch (how) {
    case 'html':
      return {
        status: 200,
        body: '<!doctype html><title>One moment</title>',
        headers: { 'Content-Type': 'text/html' },
      };
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
