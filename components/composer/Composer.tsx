// The composer: the same component in the popup, and later in the side panel and in a window.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Notice } from '@/components/ui/Notice.tsx';
import { t } from '@/lib/platform/i18n.ts';
import { AttachmentField } from './AttachmentField.tsx';
import { ChannelPicker } from './ChannelPicker.tsx';
import type { Composer } from './composer.model.ts';
import { Problems } from './Problems.tsx';
import { SignInCard } from './SignInCard.tsx';
import { TextField } from './TextField.tsx';
import { WhenField } from './WhenField.tsx';

const SHORTCUT = /Mac/.test(navigator.platform) ? '⌘ ↵' : 'Ctrl ↵';

function Submit({ composer }: { composer: Composer }) {
  const saving = composer.phase.value === 'saving';
  const label = t(saving ? 'submit.saving' : `submit.${composer.draft.when}`);
  return (
    <button
      type="submit"
      class="button primary go"
      aria-label={label}
      aria-keyshortcuts="Control+Enter Meta+Enter"
    >
      {label}
      {!saving && <kbd>{SHORTCUT}</kbd>}
    </button>
  );
}

function Writing({ composer }: { composer: Composer }) {
  const status = composer.connection.value?.status;
  return (
    <form
      class="writing"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void composer.submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void composer.submit();
      }}
    >
      {(status === 'signed-out' || status === 'expired') && <SignInCard composer={composer} />}
      {status !== 'signed-out' && (
        <ChannelPicker
          channels={composer.channels.value}
          chosen={composer.draft.channelIds}
          onToggle={(id) => composer.toggleChannel(id)}
        />
      )}
      <TextField composer={composer} />
      <AttachmentField composer={composer} />
      {composer.capture.value?.unreadable && <Notice>{t('composer.unreadable')}</Notice>}
      <footer>
        <div role="status">
          <Problems composer={composer} />
        </div>
        <WhenField composer={composer} />
        <Submit composer={composer} />
      </footer>
    </form>
  );
}

/** What is shown after the submit is loaded after the first paint. */
function useOutcome(): ComponentType<{ composer: Composer }> | null {
  const [view, setView] = useState<{ Outcome: ComponentType<{ composer: Composer }> } | null>(null);
  useEffect(() => void import('./Outcome.tsx').then(setView), []);
  return view?.Outcome ?? null;
}

export function ComposerView({ composer }: { composer: Composer }) {
  const Outcome = useOutcome();
  return (
    <main class="composer">
      <h1 class="hidden">{t('composer.title')}</h1>
      {composer.phase.value === 'sent' && Outcome ? (
        <Outcome composer={composer} />
      ) : (
        <Writing composer={composer} />
      )}
    </main>
  );
}
