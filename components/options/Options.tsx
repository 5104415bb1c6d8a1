// The settings: who is signed in, where quick-add sends, the look, the keys.
import type { ComponentChildren } from 'preact';
import { ConnectPanel } from '@/components/connect/ConnectPanel.tsx';
import type { Connect } from '@/components/connect/connect.model.ts';
import { OwnClient } from '@/components/connect/OwnClient.tsx';
import { SignedIn } from '@/components/connect/SignedIn.tsx';
import { Mark } from '@/components/ui/Icons.tsx';
import { t } from '@/lib/platform/i18n.ts';
import type { Settings } from '@/lib/settings.ts';
import { QuickAdd } from './QuickAdd.tsx';

interface Props {
  connect: Connect;
  /** The keys as bound, by command. */
  keys: Record<string, string>;
  /** Null where the browser has no page of its own for shortcuts that can be opened. */
  onShortcuts: (() => void) | null;
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="card panel">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

const THEMES = [
  ['system', 'options.themeSystem'],
  ['light', 'options.themeLight'],
  ['dark', 'options.themeDark'],
] as const satisfies [Settings['theme'], string][];

function Theme({ connect }: { connect: Connect }) {
  const chosen = connect.state.value?.settings.theme;
  return (
    <fieldset class="choices-row">
      <legend>{t('options.theme')}</legend>
      {THEMES.map(([theme, key]) => (
        <label key={theme}>
          <input
            type="radio"
            name="theme"
            checked={chosen === theme}
            onChange={() => void connect.saveSettings({ theme })}
          />
          {t(key)}
        </label>
      ))}
    </fieldset>
  );
}

/** Only the classic API is asked whether it shortens. */
function ShortLinks({ connect }: { connect: Connect }) {
  return (
    <div class="choice-line">
      <label>
        <input
          type="checkbox"
          aria-describedby="shorten-lead"
          checked={connect.state.value?.settings.shortenLinks ?? false}
          onChange={(event) => void connect.saveSettings({ shortenLinks: event.currentTarget.checked })}
        />
        {t('classic.shorten')}
      </label>
      <p id="shorten-lead" class="quiet">
        {t('classic.shortenLead')}
      </p>
    </div>
  );
}

function Keys({ keys }: { keys: Record<string, string> }) {
  return (
    <dl class="keys">
      <dt>{t('commandOpen')}</dt>
      <dd>{keys._execute_action ? <kbd>{keys._execute_action}</kbd> : t('options.notSet')}</dd>
      <dt>{t('commandQuickAdd')}</dt>
      <dd>{keys['quick-add'] ? <kbd>{keys['quick-add']}</kbd> : t('options.notSet')}</dd>
    </dl>
  );
}

export function Options({ connect, keys, onShortcuts }: Props) {
  const state = connect.state.value;
  return (
    <main class="page">
      <header class="page-head">
        <Mark size={28} />
        <h1>{t('options.title')}</h1>
      </header>
      <Section title={t('options.account')}>
        {state?.connection.status === 'signed-in' ? (
          <>
            <SignedIn connect={connect} />
            <p>
              <a href="/queue.html" target="_blank" rel="noreferrer">
                {t('entry.seeAll')}
              </a>
            </p>
            {state.connection.method === 'classic' && <ShortLinks connect={connect} />}
            <OwnClient connect={connect} />
          </>
        ) : (
          state && <ConnectPanel connect={connect} />
        )}
      </Section>
      <Section title={t('options.quickAdd')}>{state && <QuickAdd connect={connect} />}</Section>
      <Section title={t('options.look')}>
        <Theme connect={connect} />
      </Section>
      <Section title={t('options.shortcuts')}>
        <Keys keys={keys} />
        {onShortcuts && (
          <p class="quiet">
            {t('options.shortcutsLead')}{' '}
            <button type="button" class="text-button" onClick={onShortcuts}>
              {t('options.openShortcuts')}
            </button>
          </p>
        )}
      </Section>
    </main>
  );
}
