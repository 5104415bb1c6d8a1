// What a post must pass before it is taken: the channel, the content, its time, duplicates, the plan.
import type { Behaviour } from './behaviour.ts';
import { isEmpty } from './content.ts';
import { fillsItsDay } from './daily.ts';
import type { Channel, Data, Post } from './model.ts';
import { PLAN_LIMITS, type Plan } from './plans.ts';
import { DUPLICATE_MESSAGE, done, type Result, refuse } from './refusal.ts';
import { problems } from './requirements.ts';

export interface Desk {
  data: Data;
  plan: Plan;
  behaviour: Behaviour;
  now: number;
  /** Where this server's own pictures are. */
  origin: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

function fingerprint(post: Post): string {
  const text = post.text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const sources = post.assets.map((asset) => asset.source);
  return JSON.stringify([text, sources, post.linkAttachment?.url, post.retweet?.tweetId]);
}

/** Whether the channel still holds the same content, or sent it within the last day. */
export function isDuplicate(post: Post, { data, now }: Desk): boolean {
  const mark = fingerprint(post);
  return data.posts.some(
    (other) =>
      other.id !== post.id &&
      other.channelId === post.channelId &&
      (other.status === 'scheduled' || (other.sentAt !== null && other.sentAt > now - DAY_MS)) &&
      fingerprint(other) === mark,
  );
}

/** A locked channel takes nothing; elsewhere the content must fit the network. */
export function checkContent(post: Post, channel: Channel, { plan, data }: Desk): Result<Post> {
  if (channel.isLocked) return refuse('invalid', 'Invalid post: Channel is locked.');
  const found = problems(post, channel, plan);
  if (post.tagIds.some((id) => !data.tags.some((tag) => tag.id === id))) found.push('Tag was not found.');
  if (found.length > 0) return refuse('invalid', `Invalid post: ${found.join(', ')}`);
  return isEmpty(post) ? refuse('invalid', 'Text is required') : done(post);
}

/** Whether the plan and the channel have room for one more scheduled post. */
function checkRoom(post: Post, { data, plan, behaviour }: Desk): Result<Post> {
  const scheduled = data.posts.filter((other) => other.status === 'scheduled' && other.id !== post.id);
  const queue = scheduled.filter(({ channelId }) => channelId === post.channelId);
  const limit = behaviour.queueLimit ?? Number.POSITIVE_INFINITY;
  if (scheduled.length >= PLAN_LIMITS[plan].scheduledPosts || queue.length >= limit) {
    return refuse('limit', 'Limit reached: Scheduled posts limit reached');
  }
  return done(post);
}

/** Whether the post may leave the drafts in this way: its time, duplicates, the plan. */
export function checkSharing(post: Post, channel: Channel, desk: Desk): Result<Post> {
  if (post.shareMode === 'customScheduled') {
    if (post.dueAt === null) return refuse('invalid', 'dueAt is required when mode is customScheduled');
    if (post.dueAt <= desk.now) return refuse('in-the-past', 'dueAt must be in the future');
  }
  if (isDuplicate(post, desk)) return refuse('duplicate', DUPLICATE_MESSAGE);
  const others = desk.data.posts.filter(({ id }) => id !== post.id);
  if (fillsItsDay(post, channel, others, desk.now)) {
    return refuse('limit', 'Limit reached: Daily posting limit reached');
  }
  return post.shareMode === 'shareNow' ? done(post) : checkRoom(post, desk);
}
