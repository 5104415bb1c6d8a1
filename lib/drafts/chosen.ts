// Which channels a draft is for.
import type { Channel } from '../buffer/types.ts';
import type { Draft } from './draft.ts';

/** The draft's channels in the order they were chosen; ids that no channel has are passed over. */
export function chosenChannels(draft: Draft, channels: Channel[]): Channel[] {
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  return draft.channelIds.flatMap((id) => byId.get(id) ?? []);
}
