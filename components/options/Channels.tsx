// Which channels a post begins with: in the composer, by quick-add, on certain sites.
import { t } from '@/lib/platform/i18n.ts';
import { ChannelChoice } from './ChannelChoice.tsx';
import { Radios } from './fields.tsx';
import type { Options } from './options.model.ts';
import { Sites } from './Sites.tsx';

function QuickAdd({ options }: { options: Options }) {
  const { settings, cache } = options.connect.state.value ?? {};
  const chosen = settings?.defaultChannelIds ?? null;
  return (
    <>
      <Radios
        legend={t('options.quickAdd')}
        options={[
          ['composer', t('options.asComposer')],
          ['these', t('options.chosen')],
        ]}
        chosen={chosen ? 'these' : 'composer'}
        onChoose={(which) => void options.set({ defaultChannelIds: which === 'these' ? [] : null })}
      />
      {chosen && (
        <ChannelChoice
          legend={t('options.chosen')}
          channels={cache?.channels ?? []}
          chosen={chosen}
          onChoose={(defaultChannelIds) => void options.set({ defaultChannelIds })}
        />
      )}
    </>
  );
}

export function Channels({ options }: { options: Options }) {
  const state = options.connect.state.value;
  if (!state || state.cache.channels.length === 0) return <p class="quiet">{t('options.noChannels')}</p>;
  return (
    <>
      <Radios
        legend={t('options.memory')}
        options={[
          ['last', t('options.memoryLast')],
          ['site', t('options.memorySite')],
        ]}
        chosen={state.settings.channelMemory}
        onChoose={(channelMemory) => void options.set({ channelMemory })}
      />
      <QuickAdd options={options} />
      <Sites options={options} channels={state.cache.channels} />
    </>
  );
}
