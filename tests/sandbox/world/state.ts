// The answer of `GET /_sandbox/state`.
import type { WrittenPost } from '../contract.ts';
import type { Channel, Data, Post } from './model.ts';

function iso(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}

function channelState(channel: Channel) {
  const { id, service, name, displayName, descriptor, type, avatar, externalLink } = channel;
  const { timezone, isQueuePaused, isDisconnected, isLocked, postingSchedule } = channel;
  return {
    ...{ id, service, name, displayName, descriptor, type, avatar, externalLink },
    ...{ timezone, isQueuePaused, isDisconnected, isLocked, postingSchedule },
  };
}

/** A post in the words of the log. */
export function writtenPost({ id, channelId, status, text, givenText, dueAt }: Post): WrittenPost {
  return { id, channelId, status, text, givenText, dueAt: iso(dueAt) };
}

function postState(post: Post) {
  const { id, channelId, status, text, givenText, assets, linkAttachment, retweet } = post;
  const { via, shareMode, error } = post;
  const times = {
    createdAt: iso(post.createdAt),
    dueAt: iso(post.dueAt),
    sentAt: iso(post.sentAt),
  };
  const content = { text, givenText, assets, linkAttachment, retweet };
  return { id, channelId, status, ...content, ...times, via, shareMode, error };
}

/** Everything a reader of the sandbox may want to see; times are ISO strings. */
export function stateOf(data: Data, now: number) {
  return {
    now: new Date(now).toISOString(),
    channels: data.channels.map(channelState),
    posts: data.posts.map(postState),
  };
}

export type State = ReturnType<typeof stateOf>;
