// The popup's head: what waits in Buffer, and the way to the settings.
import { Mark, SettingsIcon } from '@/components/ui/Icons.tsx';
import { t } from '@/lib/platform/i18n.ts';
import type { Composer } from './composer.model.ts';

export function PopupHeader({ composer }: { composer: Composer }) {
  return (
    <header class="popup-header">
      <Mark />
      <span class="title">{t('extShortName')}</span>
      {composer.connection.value?.status === 'signed-in' && (
        <span class="pill">{t('composer.queued', composer.queued.value)}</span>
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={t('composer.settings')}
        title={t('composer.settings')}
        onClick={() => void composer.openSettings()}
      >
        <SettingsIcon />
      </button>
    </header>
  );
}
