// The channels as they were last known, and how they are changed: by one writer at a time.
import { BufferError } from '@/lib/buffer/errors.ts';
import type { Channel, Post } from '@/lib/buffer/types.ts';
import type { ChannelsCache } from '@/lib/platform/schemas.ts';
import { CHANNELS, read, write } from '@/lib/platform/storage.ts';

/** One change at a time: what a step reads is still so when it is written. A step that gives null changes nothing. */
export function changeChannels(step: (known: ChannelsCache) => Promise<ChannelsCache | null>): Promise<void> {
  return navigator.locks.request('channels', async () => {
    const changed = await step(await read(CHANNELS));
    if (changed) await write(CHANNELS, changed);
  });
}

/** A channel by its id; rejects with `BufferError` (`not-found`) where there is none. */
export async function knownChannel(channelId: string): Promise<Channel> {
  const { channels } = await read(CHANNELS);
  const channel = channels.find(({ id }) => id === channelId);
  if (!channel) throw new BufferError({ kind: 'not-found', message: null, unsent: true });
  return channel;
}

/** How many posts wait, by channel. */
export function countQueued(posts: Post[]): Record<string, number> {
  const queued: Record<string, number> = {};
  for (const { channelId } of posts) queued[channelId] = (queued[channelId] ?? 0) + 1;
  return queued;
}
