// The chips: which channels a post goes to, and what is wrong with any of them.
import type { ComponentType } from 'preact';
import type { Composer } from '@/components/composer/composer.model.ts';
import { Avatar } from '@/components/ui/Avatar.tsx';
import { NetworkMark } from '@/components/ui/NetworkMark.tsx';
import type { Channel } from '@/lib/buffer/types.ts';
import { networkOf } from '@/lib/networks/table.ts';
import { t } from '@/lib/platform/i18n.ts';
import { type ChannelState, stateOf } from './channel-state.ts';
import { moveFocus } from './move-focus.ts';
import { rowOf } from './row.ts';

export function channelName({ name, network }: Channel): string {
  return t('composer.channelName', [name, networkOf(network).label]);
}

export function stateWords(state: ChannelState): string {
  return state.reason === 'atLimit'
    ? t('channelState.atLimit', state.limit)
    : t(`channelState.${state.reason}`);
}

export function Face({ channel, state }: { channel: Channel; state: ChannelState | null }) {
  const { short, colour } = networkOf(channel.network);
  return (
    <>
      <Avatar name={channel.name} src={channel.avatar} size={36} />
      <NetworkMark
        label={state?.isStopped ? '!' : short}
        colour={colour}
        paused={state !== null}
        alarmed={state?.isStopped}
      />
    </>
  );
}

interface ChipProps {
  composer: Composer;
  channel: Channel;
  /** Its place in the row, from 0. */
  index: number;
}

function Chip({ composer, channel, index }: ChipProps) {
  const { cache, draft } = composer;
  const on = draft.channelIds.includes(channel.id);
  const name = channelName(channel);
  const state = stateOf(channel, cache.value, composer.now());
  return (
    <label class={on ? 'chip on' : 'chip'} title={state ? `${name}: ${stateWords(state)}` : name}>
      <input
        class="unseen-input"
        type="checkbox"
        aria-label={name}
        aria-description={state ? stateWords(state) : undefined}
        aria-keyshortcuts={String(index + 1)}
        checked={on}
        onChange={() => composer.toggleChannel(channel.id)}
      />
      <Face channel={channel} state={state} />
    </label>
  );
}

/** Grey chips while it is not known yet which there are. */
function Skeleton() {
  return Array.from({ length: 4 }, (_, index) => <span key={index} class="chip none" />);
}

interface Props {
  composer: Composer;
  /** Comes after the first paint. */
  AllChannels: ComponentType<{ composer: Composer }> | undefined;
}

export function ChannelPicker({ composer, AllChannels }: Props) {
  const { draft, cache, offer } = composer;
  const channels = composer.channels.value;
  const row = rowOf(channels, offer.first.value, draft.channelIds);
  const isKnown = channels.length > 0 || cache.value.fetchedAt > 0;
  return (
    <fieldset class="channels" onKeyDown={moveFocus}>
      <legend class="hidden">{t('composer.channels')}</legend>
      {row.map((channel, index) => (
        <Chip key={channel.id} composer={composer} channel={channel} index={index} />
      ))}
      {!isKnown && <Skeleton />}
      {isKnown && AllChannels && <AllChannels composer={composer} />}
    </fieldset>
  );
}
