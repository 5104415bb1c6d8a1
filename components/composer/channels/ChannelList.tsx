// The list of all channels, with a search where there are many.
import { useSignal } from '@preact/signals';
import type { Composer } from '@/components/composer/composer.model.ts';
import type { Channel } from '@/lib/buffer/types.ts';
import { networkOf } from '@/lib/networks/table.ts';
import { t } from '@/lib/platform/i18n.ts';
import { channelName, Face, stateWords } from './ChannelPicker.tsx';
import { type ChannelGroup, groupsOf } from './channel-groups.ts';
import { stateOf } from './channel-state.ts';
import { FEW } from './row.ts';

interface RowProps {
  composer: Composer;
  channel: Channel;
  /** No group's head tells its network. */
  isAlone?: boolean;
}

function Row({ composer, channel, isAlone = false }: RowProps) {
  const state = stateOf(channel, composer.cache.value, composer.now());
  return (
    <label class="channel-row">
      <input
        type="checkbox"
        aria-label={channelName(channel)}
        aria-description={state ? stateWords(state) : undefined}
        checked={composer.draft.channelIds.includes(channel.id)}
        onChange={() => composer.toggleChannel(channel.id)}
      />
      <span class="who">
        <Face channel={channel} state={state} />
      </span>
      <bdi aria-hidden="true">{channel.name}</bdi>
      {state ? (
        <span class="state" aria-hidden="true">
          {stateWords(state)}
        </span>
      ) : (
        isAlone && (
          <span class="network" aria-hidden="true">
            {networkOf(channel.network).label}
          </span>
        )
      )}
    </label>
  );
}

function Group({ composer, group }: { composer: Composer; group: ChannelGroup }) {
  const { label } = networkOf(group.network);
  const ids = group.channels.map(({ id }) => id);
  const { channelIds } = composer.draft;
  const isWhole = ids.every((id) => channelIds.includes(id));
  const others = channelIds.filter((id) => !ids.includes(id));
  return (
    <fieldset>
      <div class="group-head">
        <legend>{label}</legend>
        {ids.length > 1 && (
          <button
            type="button"
            class="text-button"
            aria-label={t(isWhole ? 'channels.noneOf' : 'channels.allOf', [label])}
            onClick={() => composer.change({ channelIds: isWhole ? others : [...others, ...ids] })}
          >
            {t(isWhole ? 'channels.none' : 'channels.all')}
          </button>
        )}
      </div>
      {group.channels.map((channel) => (
        <Row key={channel.id} composer={composer} channel={channel} />
      ))}
    </fieldset>
  );
}

/** Where there are many, they are searched and stand by network. */
export function ChannelList({ composer }: { composer: Composer }) {
  const query = useSignal('');
  const channels = composer.channels.value;
  if (channels.length <= FEW) {
    return (
      <div class="groups">
        {channels.map((channel) => (
          <Row key={channel.id} composer={composer} channel={channel} isAlone />
        ))}
      </div>
    );
  }
  const groups = groupsOf(channels, query.value);
  return (
    <>
      <input
        class="field"
        type="search"
        aria-label={t('channels.search')}
        placeholder={t('channels.search')}
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value;
        }}
      />
      <div class="groups">
        {groups.map((group) => (
          <Group key={group.network} composer={composer} group={group} />
        ))}
        <p class="hint" role="status">
          {groups.length === 0 && t('channels.noneFound', [query.value.trim()])}
        </p>
      </div>
    </>
  );
}
