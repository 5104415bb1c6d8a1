// The popup's head: what waits in Buffer, and the way to the settings.
import { ListIcon, Mark, PanelIcon, SettingsIcon } from '@/components/ui/Icons.tsx';
import { t } from '@/lib/platform/i18n.ts';
import type { Composer } from './composer.model.ts';
import { useLaterViews } from './use-later-views.ts';

/** Where the composer stands; a window is like a panel. */
export type Place = 'popup' | 'panel';

export function PopupHeader({ composer, place }: { composer: Composer; place: Place }) {
  const { entries, needsYou } = composer.outbox.value;
  const status = composer.connection.value?.status;
  const isSignedIn = status === 'signed-in';
  // Nearly everybody is signed in: what is drawn before storage has answered stays where it is.
  const hasList = isSignedIn || status === undefined || entries.length > 0 || needsYou > 0;
  const views = useLaterViews(composer);
  return (
    <header class="popup-header">
      <Mark />
      <span class="title">{t('extShortName')}</span>
      {isSignedIn && <span class="pill">{t('composer.queued', composer.queued.value)}</span>}
      {views && <views.Waiting composer={composer} />}
      {place === 'popup' && (
        <button
          type="button"
          class="icon-button"
          aria-label={t('composer.toPanel')}
          title={t('composer.toPanel')}
          onClick={() => void composer.moveToPanel()}
        >
          <PanelIcon />
        </button>
      )}
      {hasList && (
        <a
          class="icon-button"
          href="/queue.html"
          target="_blank"
          rel="noreferrer"
          aria-label={t('queue.title')}
          title={t('queue.title')}
        >
          <ListIcon />
        </a>
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
