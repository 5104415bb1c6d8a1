// The sites that have channels of their own.
import { useSignal } from '@preact/signals';
import { Field } from '@/components/connect/Field.tsx';
import type { Channel } from '@/lib/buffer/types.ts';
import type { SiteChannels } from '@/lib/capture/sites.ts';
import { t } from '@/lib/platform/i18n.ts';
import { ChannelChoice, channelLabel } from './ChannelChoice.tsx';
import type { Options } from './options.model.ts';

interface Props {
  options: Options;
  channels: Channel[];
}

/** Its channels are drawn only while it is open: there may be many of both. */
function Site({ options, channels, site, isNew }: Props & { site: SiteChannels; isNew: boolean }) {
  const isOpen = useSignal(isNew);
  const { host, channelIds } = site;
  const names = channels.filter(({ id }) => channelIds.includes(id)).map(channelLabel);
  return (
    <details
      open={isOpen.value}
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>
        <strong>{host}</strong> <span class="quiet">{names.join(', ') || t('options.siteEmpty')}</span>
      </summary>
      {isOpen.value && (
        <ChannelChoice
          legend={t('options.siteChannels', [host])}
          channels={channels}
          chosen={channelIds}
          onChoose={(ids) => options.setSite({ host, channelIds: ids })}
        />
      )}
      <button
        type="button"
        class="button small"
        aria-label={t('options.removeSite', [host])}
        onClick={() => options.removeSite(host)}
      >
        {t('options.remove')}
      </button>
    </details>
  );
}

export function Sites({ options, channels }: Props) {
  const typed = useSignal('');
  const added = useSignal<string | null>('');
  return (
    <section class="sites" aria-labelledby="sites-title">
      <h3 id="sites-title">{t('options.sites')}</h3>
      <p class="quiet">{t('options.sitesLead')}</p>
      {options.sites.value.map((site) => (
        <Site
          key={site.host}
          options={options}
          channels={channels}
          site={site}
          isNew={site.host === added.value}
        />
      ))}
      <form
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          added.value = options.addSite(typed.value);
          if (added.value) typed.value = '';
        }}
      >
        <Field id="site" label={t('options.site')} typed={typed} describedBy="site-problem">
          <button type="submit" class="button">
            {t('options.addSite')}
          </button>
        </Field>
        <p id="site-problem" role="status" class="quiet">
          {added.value === null && t('options.badSite')}
        </p>
      </form>
    </section>
  );
}
