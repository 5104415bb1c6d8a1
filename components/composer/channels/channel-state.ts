// What is wrong with a channel, to be said on its chip.
import type { Channel } from '@/lib/buffer/types.ts';
import type { ChannelsCache } from '@/lib/platform/schemas.ts';

/** A channel that is locked or disconnected is stopped; any other takes posts, but they do not go out as usual. */
export type ChannelState =
  | { reason: 'locked' | 'disconnected'; isStopped: true }
  | { reason: 'paused'; isStopped: false }
  | { reason: 'atLimit'; isStopped: false; limit: number };

/** Null where all is well. `now` in ms. */
export function stateOf(channel: Channel, { atLimit }: ChannelsCache, now: number): ChannelState | null {
  if (channel.isLocked) return { reason: 'locked', isStopped: true };
  if (channel.isDisconnected) return { reason: 'disconnected', isStopped: true };
  const full = atLimit?.[channel.id];
  if (full && full.until > now) return { reason: 'atLimit', isStopped: false, limit: full.limit };
  return channel.isPaused ? { reason: 'paused', isStopped: false } : null;
}
