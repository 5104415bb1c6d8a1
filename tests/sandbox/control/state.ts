// What `GET /_sandbox/state` says of the world, as far as the page for people reads it.

export interface ChannelState {
  id: string;
  name: string;
  service: string;
  avatar: string;
  timezone: string;
  isQueuePaused: boolean;
  isDisconnected: boolean;
}

export interface PostState {
  id: string;
  channelId: string;
  status: string;
  text: string;
  dueAt: string | null;
  sentAt: string | null;
  assets: readonly unknown[];
}

export interface WorldState {
  channels: readonly ChannelState[];
  posts: readonly PostState[];
}
