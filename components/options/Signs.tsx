// What tells the person how things stand: the icon's badge, and notifications.
import { t } from '@/lib/platform/i18n.ts';
import { Radios, Switch } from './fields.tsx';
import type { Options } from './options.model.ts';

export function Signs({ options }: { options: Options }) {
  const settings = options.connect.state.value?.settings;
  if (!settings) return null;
  return (
    <>
      <Radios
        stacked
        legend={t('options.badge')}
        options={[
          ['queued', t('options.badgeQueued')],
          ['attention', t('options.badgeAttention')],
          ['off', t('options.badgeOff')],
        ]}
        chosen={settings.badge}
        onChoose={(badge) => void options.set({ badge })}
      />
      <p class="quiet">{t('options.badgeLead')}</p>
      <Switch
        label={t('options.noticeSaved')}
        lead={t('options.noticeSavedLead')}
        on={settings.noticeSaved}
        onSwitch={(noticeSaved) => void options.set({ noticeSaved })}
      />
      <Switch
        label={t('options.noticeNeedsYou')}
        on={settings.noticeNeedsYou}
        onSwitch={(noticeNeedsYou) => void options.set({ noticeNeedsYou })}
      />
    </>
  );
}
