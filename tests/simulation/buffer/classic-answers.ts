// What the simulated classic API answers: two envelopes of failures, times in whole seconds, no word of its windows.
import type { TYPED, UNREADABLE } from './fault.ts';
import type { ServerPost } from './posts.ts';
import { PAGE, type Reply, type Speech } from './speech.ts';

const said = (status: number, body: unknown): Reply => ({ status, body: JSON.stringify(body) });

/** Reads fail in the one envelope, writes in the other. */
const error = (status: number, code: number, words: string) => said(status, { error: words, code });
const failure = (status: number, code: number, message: string) =>
  said(status, { success: false, message, code });

const STATUSES: Record<string, string> = { scheduled: 'buffer', sent: 'sent', draft: 'draft' };
const seconds = (ms: number) => Math.floor(ms / 1000);

/** A post as the API writes it. */
function row(post: ServerPost): Record<string, unknown> {
  const { id, channelId, network, text, status, createdAt, dueAt, isCustomTime } = post;
  return {
    _id: id,
    id,
    profile_id: channelId,
    profile_service: network,
    text,
    text_formatted: `${text}<br>`,
    status: STATUSES[status] ?? status,
    created_at: seconds(createdAt),
    ...(dueAt !== null && { due_at: seconds(dueAt) }),
    ...(isCustomTime && dueAt !== null && { scheduled_at: seconds(dueAt) }),
    ...(status === 'sent' && { sent_at: seconds(createdAt), service_link: '' }),
    retweeted_tweet_id: '',
  };
}

const REFUSALS: Record<(typeof TYPED)[number], Reply> = {
  unexpected: error(500, 1000, 'An unknown error occurred.'),
  // Seen under 200 as well.
  'classic-unknown': failure(200, 1000, 'An unknown error occurred.'),
  invalid: failure(400, 1004, 'Your message is too long.'),
  limit: error(403, 1023, 'Profile update quota exceeded.'),
  forbidden: error(403, 1011, 'No authorization to access profile.'),
  'no-access': failure(400, 1011, "You do not have permission to post to any of the profile_id's provided"),
};

export const CLASSIC: Speech = {
  created: (post) =>
    said(200, {
      success: true,
      message: 'One more post in your Buffer. Keep it topped up!',
      code: false,
      buffer_count: 1,
      buffer_percentage: 10,
      updates: [row(post)],
    }),
  duplicate: ({ id }) => failure(400, 1025, `Whoops, <a href="https://bufferapp.example/${id}">posted</a>`),
  listed: ({ posts, total }) => said(200, { total, updates: posts.map(row) }),
  one: (post) => (post ? said(200, row(post)) : error(404, 1020, 'Update could not be found.')),
  deleted: (_id, was) =>
    was
      ? said(200, { success: true, message: 'Update deleted successfully' })
      : error(404, 1020, 'Update could not be found.'),
  unauthorized: () => error(403, 1001, 'Access token required.'),
  limited: () => error(429, 429, 'Too many requests.'),
  typed: (answer) => REFUSALS[answer],
  spoilt,
  unknown: () => error(404, 404, 'The endpoint you requested was not found.'),
  tellsOfWindows: false,
};

function spoilt(reply: Reply, how: (typeof UNREADABLE)[number]): Reply {
  switch (how) {
    case 'html':
      return PAGE;
    case 'truncated':
      return { ...reply, body: reply.body.slice(0, reply.body.length >> 1) };
    case 'misshapen':
      return said(200, { updates: 1, total: 1 });
    case 'other-channel':
      return { ...reply, body: reply.body.replaceAll(/"profile_id":"[^"]*"/g, '"profile_id":"elsewhere"') };
    case 'errors':
      return failure(200, 1000, 'An unknown error occurred.');
  }
}

/** What its addresses say while it is switched off. */
export const SWITCHED_OFF: Reply[] = [
  said(410, { error: 'This API has been retired.' }),
  error(404, 404, 'The endpoint you requested was not found.'),
  PAGE,
  { status: 200, body: '' },
];
