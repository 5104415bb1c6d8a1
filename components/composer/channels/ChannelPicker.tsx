// The chips: which channels a post goes to, and what is wrong with any of them.
import { Avatar } from '@/components/ui/Avatar.tsx';
import { NetworkMark } from '@/components/ui/NetworkMark.tsx';
import type { Channel } from '@/lib/buffer/types.ts';
import { networkOf } from '@/lib/networks/table.ts';
import { t } from '@/lib/platform/i18n.ts';

interface Props {
  channels: Channel[];
  chosen: string[];
  onToggle(id: string): void;
}

function stateOf(channel: Channel): string | null {
  if (channel.isLocked) return t('channelState.locked');
  if (channel.isDisconnected) return t('channelState.disconnected');
  return channel.isPaused ? t('channelState.paused') : null;
}

function Chip({ channel, on, onToggle }: { channel: Channel; on: boolean; onToggle(id: string): void }) {
  const network = networkOf(channel.network);
  const name = t('composer.channelName', [channel.name, network.label]);
  const state = stateOf(channel);
  return (
    <label class={on ? 'chip on' : 'chip'} title={state ? `${name}: ${state}` : name}>
      <input
        type="checkbox"
        aria-label={name}
        aria-describedby={state ? `state-${channel.id}` : undefined}
        checked={on}
        onChange={() => onToggle(channel.id)}
      />
      <Avatar name={channel.name} src={channel.avatar} size={36} />
      <NetworkMark
        label={channel.isDisconnected || channel.isLocked ? '!' : network.short}
        colour={network.colour}
        paused={channel.isPaused}
        alarmed={channel.isDisconnected || channel.isLocked}
      />
      {state && (
        <span id={`state-${channel.id}`} class="hidden">
          {state}
        </span>
      )}
    </label>
  );
}

export function ChannelPicker({ channels, chosen, onToggle }: Props) {
  return (
    <fieldset class="channels">
      <legend class="hidden">{t('composer.channels')}</legend>
      {channels.map((channel) => (
        <Chip key={channel.id} channel={channel} on={chosen.includes(channel.id)} onToggle={onToggle} />
      ))}
      {channels.length > 0 && (
        <span class="chosen">
          {t('composer.channelsChosen', [
            String(channels.filter(({ id }) => chosen.includes(id)).length),
            String(channels.length),
          ])}
        </span>
      )}
    </fieldset>
  );
}
