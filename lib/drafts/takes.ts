// What of a draft a channel can be given: by its network, and by the API that leads to it.
import type { Channel, PostOptions } from '../buffer/types.ts';
import { takesVideo } from '../networks/videos.ts';
import type { Draft } from './draft.ts';

/** Whether the channel's API knows such an option at all. */
export function takes({ fields }: Channel, id: keyof PostOptions | 'video'): boolean {
  return fields?.includes(id) ?? true;
}

/** Whether both the channel's network and its API take videos. */
export function takesVideos(channel: Channel): boolean {
  return takesVideo(channel.network) && takes(channel, 'video');
}

/** The address of the video that goes with the draft's post in a channel; empty for none. */
export function videoFor({ attachment, video }: Draft, channel: Channel): string {
  return attachment === 'video' && takesVideos(channel) ? video : '';
}

/** Whether a video could go to any of them; who knows of none yet has not been told of an API that takes none. */
export function mayTakeVideos(channels: Channel[]): boolean {
  return channels.length === 0 || channels.some(takesVideos);
}
