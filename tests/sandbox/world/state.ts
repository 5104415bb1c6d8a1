// The answer of `GET /_sandbox/state`.
import type { WrittenPost } from '../contract.ts';
import { dailyLimitOf } from './daily.ts';
import type { Details } from './details.ts';
import type { Account, Channel, Data, Post, Tag } from './model.ts';
import type { Plan } from './plans.ts';
import { tagsOf } from './tags.ts';

function iso(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}

function channelState(channel: Channel) {
  const { id, service, name, displayName, descriptor, type, avatar, externalLink } = channel;
  const { timezone, isQueuePaused, isDisconnected, isLocked, postingSchedule, boards = [] } = channel;
  return {
    ...{ id, service, name, displayName, descriptor, type, avatar, externalLink },
    ...{ timezone, isQueuePaused, isDisconnected, isLocked, postingSchedule },
    ...{ boards, dailyLimit: dailyLimitOf(channel) },
  };
}

/** A post in the words of the log. */
export function writtenPost({ id, channelId, status, text, givenText, dueAt }: Post): WrittenPost {
  return { id, channelId, status, text, givenText, dueAt: iso(dueAt) };
}

/** Details with their times as ISO strings. */
function detailsState({ detailsEvent, detailsOffer, ...plain }: Details) {
  const dated = Object.entries({ detailsEvent, detailsOffer }).flatMap(([name, given]) => {
    if (!given) return [];
    const { startDate = null, endDate = null, ...rest } = given;
    return [[name, { ...rest, startDate: iso(startDate), endDate: iso(endDate) }]];
  });
  return { ...plain, ...Object.fromEntries(dated) };
}

function postState(post: Post, tags: readonly Tag[]) {
  const { id, channelId, status, text, givenText, assets, linkAttachment, retweet } = post;
  const { via, shareMode, error } = post;
  const times = {
    createdAt: iso(post.createdAt),
    dueAt: iso(post.dueAt),
    sentAt: iso(post.sentAt),
  };
  const content = { text, givenText, assets, linkAttachment, retweet };
  const more = {
    details: detailsState(post.details),
    firstComment: post.details.firstComment ?? null,
    tags: tagsOf(post.tagIds, tags).map((tag) => ({ id: tag.id, name: tag.name })),
  };
  return { id, channelId, status, ...content, ...more, ...times, via, shareMode, error };
}

/** Everything a reader of the sandbox may want to see; times are ISO strings. */
export function stateOf(data: Data, now: number, { account, plan }: { account: Account; plan: Plan }) {
  return {
    now: new Date(now).toISOString(),
    account: { plan, timezone: account.timezone, ...account.preferences },
    tags: data.tags,
    channels: data.channels.map(channelState),
    posts: data.posts.map((post) => postState(post, data.tags)),
  };
}

export type State = ReturnType<typeof stateOf>;
