// Entries, posts and events as the outbox's tests need them.
import type { Api, BufferBackend, Caller, Signed } from '../../../lib/buffer/backend.ts';
import type { Failure } from '../../../lib/buffer/errors.ts';
import type { ChannelRef, NewPost, Post, ShareMode } from '../../../lib/buffer/types.ts';
import { accepted, type Entry, type Submission } from '../../../lib/outbox/entry.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const T0 = Date.UTC(2026, 4, 4, 9);

export function channel(id = 'c1'): ChannelRef {
  return { id, organizationId: 'o1', network: 'mastodon' };
}

export function newPost(change: Partial<NewPost> = {}): NewPost {
  return {
    channel: channel(),
    text: 'A walk is worth an hour at the desk https://example.com/articles/walk',
    attachment: { kind: 'none' },
    mode: 'queue',
    options: {},
    ...change,
  };
}

export function submission(id: string, post: Partial<NewPost> = {}, accountId = 'a1'): Submission {
  return { id, groupId: `g-${id}`, accountId, post: newPost(post) };
}

export function entry(change: Partial<Entry> = {}): Entry {
  return { ...accepted(submission('e1'), T0), seq: 1, ...change };
}

export function post(change: Partial<Post> = {}): Post {
  return {
    id: 'p1',
    channelId: 'c1',
    network: 'mastodon',
    text: newPost().text,
    status: 'scheduled',
    createdAt: T0,
    dueAt: T0 + 3_600_000,
    sentAt: null,
    isCustomTime: false,
    pictures: [],
    link: null,
    externalLink: null,
    retweetOf: null,
    error: null,
    statistics: {},
    ...change,
  };
}

export function failure(kind: Failure['kind'], change: Partial<Failure> = {}): Failure {
  return { kind, message: null, ...change };
}

/** What a post to this channel says and when. */
export function to(channelId: string, text: string, mode: ShareMode = 'queue'): Partial<NewPost> {
  return { channel: channel(channelId), text, mode };
}

/** In whose name calls leave. */
export function caller(accountId = 'a1', api: Api = 'graphql'): Caller {
  return { accountId, api };
}

/** The port of a person who is signed in for good, with a back-end that has these methods alone. */
export function signedAs(backend: Partial<BufferBackend>): () => Promise<Signed> {
  return async () => ({ ...caller(), backend: backend as BufferBackend });
}
