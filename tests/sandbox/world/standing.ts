// Taking a post away, and moving it within its queue.
import type { Desk } from './checks.ts';
import { shuffled } from './luck.ts';
import type { Post, ScheduleDay } from './model.ts';
import { arrange, closeUp, isQueued, moveTo, queueOf } from './queue.ts';
import { done, type Result, refuse } from './refusal.ts';

function find(id: string, { data }: Desk): Result<Post> {
  const post = data.posts.find((candidate) => candidate.id === id);
  return post ? done(post) : refuse('not-found', 'Post not found');
}

/** Deletes a post that is not out yet; its slot is free again. */
export function removePost(id: string, desk: Desk): Result<Post> {
  const found = find(id, desk);
  if (!found.ok) return found;
  if (found.value.status === 'sent') return refuse('already-sent', 'Sent posts cannot be deleted');
  desk.data.posts.splice(desk.data.posts.indexOf(found.value), 1);
  return found;
}

/** Moves a queued post to one end of its queue; posts with a time of their own stand in none. */
export function movePost(id: string, position: 'top' | 'bottom', desk: Desk): Result<Post> {
  const found = find(id, desk);
  if (!found.ok) return found;
  const post = found.value;
  const channel = desk.data.channels.find((candidate) => candidate.id === post.channelId);
  if (!channel || !isQueued(post)) {
    return refuse('not-in-queue', 'Post must be in the queue and not custom scheduled');
  }
  moveTo(post, position, { channel, posts: desk.data.posts, now: desk.now });
  return found;
}

export interface NewOrder {
  ids: readonly string[];
  /** How many others stay ahead of them; 0 unless given. */
  place?: number;
}

/** Puts the named posts in their order at a place of a channel's queue; answers the whole queue. */
export function reorderQueue(channelId: string, { ids, place }: NewOrder, { data }: Desk): Result<Post[]> {
  if (!data.channels.some(({ id }) => id === channelId)) return refuse('not-found', 'Channel not found');
  const queue = queueOf(data.posts, channelId);
  const stranger = ids.find((id) => !queue.some((post) => post.id === id));
  if (stranger !== undefined) {
    return refuse('not-in-queue', `Post ${stranger} is not in the queue of this channel`);
  }
  return done(
    arrange(
      ids.flatMap((id) => queue.find((post) => post.id === id) ?? []),
      queue,
      place,
    ),
  );
}

/** Puts a channel's queue into an order of chance; answers the whole queue. */
export function shuffleQueue(channelId: string, { data, behaviour }: Desk): Result<Post[]> {
  if (!data.channels.some(({ id }) => id === channelId)) return refuse('not-found', 'Channel not found');
  const queue = queueOf(data.posts, channelId);
  return done(arrange(shuffled(queue, behaviour.shuffleSeed), queue));
}

/** Gives the channel other posting times and its queue the slots that these make. */
export function reschedule(channelId: string, schedule: ScheduleDay[], { data, now }: Desk): Result<Post[]> {
  const channel = data.channels.find(({ id }) => id === channelId);
  if (!channel) return refuse('not-found', 'Channel not found');
  Object.assign(channel, { postingSchedule: schedule, updatedAt: now });
  closeUp({ channel, posts: data.posts, now });
  return done(queueOf(data.posts, channelId));
}
