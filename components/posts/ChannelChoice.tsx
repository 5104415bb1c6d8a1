// Whose posts are shown: all channels', or one's.
import { Avatar } from '@/components/ui/Avatar.tsx';
import { NetworkMark } from '@/components/ui/NetworkMark.tsx';
import type { Channel } from '@/lib/buffer/types.ts';
import { networkOf } from '@/lib/networks/table.ts';
import { t } from '@/lib/platform/i18n.ts';
import type { Posts } from './posts.model.ts';

interface ChoiceProps {
  channel: Channel;
  checked: boolean;
  onChoose(): void;
}

function Choice({ channel, checked, onChoose }: ChoiceProps) {
  const { label, short, colour } = networkOf(channel.network);
  const name = t('composer.channelName', [channel.name, label]);
  const isStopped = channel.isDisconnected || channel.isLocked;
  return (
    <label class="choice" title={name}>
      <input type="radio" name="channel" aria-label={name} checked={checked} onChange={onChoose} />
      <span class="who">
        <Avatar name={channel.name} src={channel.avatar} size={28} />
        <NetworkMark
          label={isStopped ? '!' : short}
          colour={colour}
          paused={channel.isPaused}
          alarmed={isStopped}
        />
      </span>
      {checked && <bdi class="choice-name">{channel.name}</bdi>}
    </label>
  );
}

export function ChannelChoice({ posts }: { posts: Posts }) {
  const { lists } = posts;
  const channels = lists.channels.value;
  const chosen = lists.channel.value?.id ?? null;
  if (channels.length === 0) return null;
  return (
    <fieldset class="choices">
      <legend class="hidden">{t('queueView.channel')}</legend>
      {lists.view.value !== 'schedule' && (
        <label class="choice all">
          <input type="radio" name="channel" checked={chosen === null} onChange={() => posts.choose(null)} />
          {t('queueView.all')}
        </label>
      )}
      {channels.map((channel) => (
        <Choice
          key={channel.id}
          channel={channel}
          checked={channel.id === chosen}
          onChoose={() => posts.choose(channel.id)}
        />
      ))}
    </fieldset>
  );
}
