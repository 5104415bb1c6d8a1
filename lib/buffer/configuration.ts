// What Buffer's configuration says of one channel.
import type { Channel, Configuration, NetworkConfiguration } from './types.ts';

/** What holds for the channel's type on its network; null where nothing is known. */
export function configurationOf(
  { network, type }: Pick<Channel, 'network' | 'type'>,
  networks: Configuration,
): NetworkConfiguration | null {
  return (type !== null && networks[network]?.[type]) || null;
}

/** The channel with its network's limit where it has none of its own. */
export function withLimits(channel: Channel, networks: Configuration): Channel {
  const characters = configurationOf(channel, networks)?.characters ?? null;
  return { ...channel, maxCharacters: channel.maxCharacters ?? characters };
}
