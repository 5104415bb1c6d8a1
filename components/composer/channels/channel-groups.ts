// The channels by network, as far as they match what is searched for.
import type { Channel } from '@/lib/buffer/types.ts';
import { networkOf } from '@/lib/networks/table.ts';

export interface ChannelGroup {
  network: string;
  channels: Channel[];
}

/** In the order in which the networks first occur; every word of the query begins or stands in the name or the network. */
export function groupsOf(channels: Channel[], query: string): ChannelGroup[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const found = channels.filter(({ name, network }) => {
    const said = plain(`${name} ${networkOf(network).label}`);
    return words.every((word) => said.includes(word));
  });
  return [...Map.groupBy(found, ({ network }) => network)].map(([network, ofIt]) => ({
    network,
    channels: ofIt,
  }));
}

/** As people search: without capitals and accents. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
