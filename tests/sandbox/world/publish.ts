// Sending, as far as a server without networks can.
import type { Channel, Post } from './model.ts';
import { byTurn } from './queue.ts';

/** Sends the post at `at` (ms), or fails it when the channel lost its connection. */
export function publish(post: Post, channel: Channel, at: number): void {
  post.updatedAt = at;
  if (channel.isDisconnected) {
    post.status = 'error';
    post.error = {
      message: `${channel.displayName} is disconnected. Please reconnect the channel and try again.`,
      rawError: 'channel_disconnected',
      supportUrl: 'https://support.buffer.com/',
    };
    return;
  }
  post.status = 'sent';
  post.sentAt = at;
  post.error = null;
}

/** Sends what is due at `now`; paused and locked channels hold theirs back. */
export function publishDue(posts: readonly Post[], channels: readonly Channel[], now: number): void {
  const due = posts.filter((post) => post.status === 'scheduled' && post.dueAt !== null && post.dueAt <= now);
  for (const post of due.sort(byTurn)) {
    const channel = channels.find((candidate) => candidate.id === post.channelId);
    if (!channel || channel.isQueuePaused || channel.isLocked) continue;
    publish(post, channel, post.dueAt ?? now);
  }
}
