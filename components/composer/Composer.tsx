// The composer: the same component in the popup, and later in the side panel and in a window.
import { useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/platform/i18n.ts';
import { AttachmentField } from './attachment/AttachmentField.tsx';
import { ChannelPicker } from './channels/ChannelPicker.tsx';
import type { Composer } from './composer.model.ts';
import { Less } from './Less.tsx';
import type { laterViews } from './later-views.ts';
import { Problems } from './Problems.tsx';
import { SignInCard } from './sign-in/SignInCard.tsx';
import { TextField } from './text/TextField.tsx';
import { WhenField } from './when/WhenField.tsx';

type LaterViews = typeof laterViews;

const SHORTCUT = /Mac/.test(navigator.platform) ? '⌘ ↵' : 'Ctrl ↵';

function Submit({ composer }: { composer: Composer }) {
  const saving = composer.submitting.phase.value === 'saving';
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

function Writing({ composer, views }: { composer: Composer; views: LaterViews | null }) {
  const status = composer.connection.value?.status;
  return (
    <form
      class="writing"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void composer.submitting.submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void composer.submitting.submit();
      }}
    >
      <div class="scroll">
        {(status === 'signed-out' || status === 'expired') && <SignInCard composer={composer} />}
        {status !== 'signed-out' && (
          <ChannelPicker
            channels={composer.channels.value}
            chosen={composer.draft.channelIds}
            onToggle={(id) => composer.toggleChannel(id)}
          />
        )}
        {views && <views.Pending composer={composer} />}
        <TextField composer={composer} views={views} />
        <AttachmentField composer={composer} ShareCount={views?.ShareCount} />
        <Less composer={composer} />
      </div>
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

/** What the first paint does not show is loaded after it. */
function useLaterViews(): LaterViews | null {
  const [views, setViews] = useState<LaterViews | null>(null);
  useEffect(() => void import('./later-views.ts').then(({ laterViews }) => setViews(laterViews)), []);
  return views;
}

export function ComposerView({ composer }: { composer: Composer }) {
  const views = useLaterViews();
  return (
    <main class="composer">
      <h1 class="hidden">{t('composer.title')}</h1>
      {composer.submitting.phase.value === 'sent' && views ? (
        <views.Outcome composer={composer} />
      ) : (
        <Writing composer={composer} views={views} />
      )}
    </main>
  );
}
