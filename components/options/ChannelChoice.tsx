// Channels to choose among; those that are chosen and not there any more stay chosen.
import type { Channel } from '@/lib/buffer/types.ts';
import { networkOf } from '@/lib/networks/table.ts';
import { t } from '@/lib/platform/i18n.ts';

interface Props {
  legend: string;
  channels: Channel[];
  chosen: string[];
  onChoose(ids: string[]): void;
}

export function channelLabel({ name, network }: Channel): string {
  return t('composer.channelName', [name, networkOf(network).label]);
}

export function ChannelChoice({ legend, channels, chosen, onChoose }: Props) {
  return (
    <fieldset class="channel-choice">
      <legend class="hidden">{legend}</legend>
      {channels.map((channel) => (
        <label key={channel.id}>
          <input
            type="checkbox"
            checked={chosen.includes(channel.id)}
            onChange={(event) => {
              const others = chosen.filter((id) => id !== channel.id);
              onChoose(event.currentTarget.checked ? [...others, channel.id] : others);
            }}
          />
          {channelLabel(channel)}
        </label>
      ))}
    </fieldset>
  );
}
