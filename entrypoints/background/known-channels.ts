// The channels as they were last known, and how they are changed: by one writer at a time.
import type { ChannelsCache } from '@/lib/platform/schemas.ts';
import { CHANNELS, read, write } from '@/lib/platform/storage.ts';

/** One change at a time: what a step reads is still so when it is written. A step that gives null changes nothing. */
export function changeChannels(step: (known: ChannelsCache) => Promise<ChannelsCache | null>): Promise<void> {
  return navigator.locks.request('channels', async () => {
    const changed = await step(await read(CHANNELS));
    if (changed) await write(CHANNELS, changed);
  });
}
