// What becomes of the link of a post.
import { tagged, UTM_NAMES, type UtmName } from '@/lib/drafts/utm.ts';
import { networkOf } from '@/lib/networks/table.ts';
import { t } from '@/lib/platform/i18n.ts';
import type { Settings } from '@/lib/settings.ts';
import { Switch, useTyped } from './fields.tsx';
import type { Options } from './options.model.ts';

interface Props {
  options: Options;
  settings: Settings;
}

function Parameter({ options, settings: { utm }, name }: Props & { name: UtmName }) {
  const typed = useTyped(utm[name], (value) => void options.set({ utm: { ...utm, [name]: value } }));
  return (
    <label>
      {t(`utmField.${name}`)}
      <input class="field" autocomplete="off" spellcheck={false} {...typed} />
    </label>
  );
}

function Utm({ options, settings }: Props) {
  const network = options.connect.state.value?.cache.channels[0]?.network ?? 'twitter';
  return (
    <div class="utm">
      {UTM_NAMES.map((name) => (
        <Parameter key={name} options={options} settings={settings} name={name} />
      ))}
      <figure class="preview">
        <figcaption>{t('utm.preview', [networkOf(network).label])}</figcaption>
        <p>{tagged('https://example.org/walk', settings.utm, network)}</p>
      </figure>
    </div>
  );
}

export function Links({ options }: { options: Options }) {
  const state = options.connect.state.value;
  if (!state) return null;
  const { settings, connection } = state;
  return (
    <>
      <Switch
        label={t('options.clean')}
        lead={t('options.cleanLead')}
        on={settings.cleanLinks}
        onSwitch={(cleanLinks) => void options.set({ cleanLinks })}
      />
      {connection.method === 'classic' && (
        <Switch
          label={t('classic.shorten')}
          lead={t('classic.shortenLead')}
          on={settings.shortenLinks}
          onSwitch={(shortenLinks) => void options.set({ shortenLinks })}
        />
      )}
      <Switch
        label={t('utm.add')}
        lead={t('utm.lead', ['{network}'])}
        on={settings.utm.on}
        onSwitch={(on) => void options.set({ utm: { ...settings.utm, on } })}
      />
      {settings.utm.on && <Utm options={options} settings={settings} />}
    </>
  );
}
