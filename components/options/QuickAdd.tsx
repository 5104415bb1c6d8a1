// Which channels the quick-add shortcut sends to.
import type { Connect } from '@/components/connect/connect.model.ts';
import { networkOf } from '@/lib/networks/table.ts';
import { t } from '@/lib/platform/i18n.ts';

function ChannelChoice({ connect, chosen }: { connect: Connect; chosen: string[] }) {
  const channels = connect.state.value?.cache.channels ?? [];
  return (
    <fieldset class="channel-choice">
      <legend class="hidden">{t('composer.channels')}</legend>
      {channels.map((channel) => (
        <label key={channel.id}>
          <input
            type="checkbox"
            checked={chosen.includes(channel.id)}
            onChange={(event) => {
              const others = chosen.filter((id) => id !== channel.id);
              const defaultChannelIds = event.currentTarget.checked ? [...others, channel.id] : others;
              void connect.saveSettings({ defaultChannelIds });
            }}
          />
          {t('composer.channelName', [channel.name, networkOf(channel.network).label])}
        </label>
      ))}
    </fieldset>
  );
}

export function QuickAdd({ connect }: { connect: Connect }) {
  const state = connect.state.value;
  if (!state || state.cache.channels.length === 0) return <p class="quiet">{t('options.noChannels')}</p>;
  const { defaultChannelIds } = state.settings;
  return (
    <>
      <p>{t('options.quickAddLead')}</p>
      <fieldset class="choices-row">
        <legend class="hidden">{t('options.quickAdd')}</legend>
        <label>
          <input
            type="radio"
            name="quick-add"
            checked={defaultChannelIds === null}
            onChange={() => void connect.saveSettings({ defaultChannelIds: null })}
          />
          {t('options.lastUsed')}
        </label>
        <label>
          <input
            type="radio"
            name="quick-add"
            checked={defaultChannelIds !== null}
            onChange={() => void connect.saveSettings({ defaultChannelIds: [] })}
          />
          {t('options.chosen')}
        </label>
      </fieldset>
      {defaultChannelIds !== null && <ChannelChoice connect={connect} chosen={defaultChannelIds} />}
    </>
  );
}
