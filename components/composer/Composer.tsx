// The composer: the same component in the popup, and later in the side panel and in a window.
import { t } from '@/lib/platform/i18n.ts';
import { AttachmentField } from './attachment/AttachmentField.tsx';
import { ChannelPicker } from './channels/ChannelPicker.tsx';
import type { Composer } from './composer.model.ts';
import { Less } from './Less.tsx';
import { SignInCard } from './sign-in/SignInCard.tsx';
import { TextField } from './text/TextField.tsx';
import { useAskedViews } from './use-asked-views.ts';
import { type LaterViews, useLaterViews } from './use-later-views.ts';
import { WhenField } from './when/WhenField.tsx';

const SHORTCUT = /Mac/.test(navigator.platform) ? '⌘ ↵' : 'Ctrl ↵';

function Submit({ composer }: { composer: Composer }) {
  // Until what became of it is drawn, nothing else is said.
  const saving = !composer.submitting.isWriting.value;
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

interface Props {
  composer: Composer;
  views: LaterViews | null;
  isHidden: boolean;
}

function Writing({ composer, views, isHidden }: Props) {
  const status = composer.connection.value?.status;
  // What stands below the attachment comes with it, or would be pushed down by it.
  const { attachment } = composer.draft;
  const isRare = attachment === 'pictures' || attachment === 'video';
  const asked = useAskedViews(isRare);
  const isRead = composer.capture.value !== null || composer.taken.value > 0;
  return (
    <form
      class="writing"
      hidden={isHidden}
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
        {status !== 'signed-out' && <ChannelPicker composer={composer} AllChannels={views?.AllChannels} />}
        {views && <views.Pending composer={composer} />}
        {views && <views.NewPage composer={composer} />}
        <TextField composer={composer} views={views} />
        <AttachmentField composer={composer} views={views} />
        {views && isRead && (asked || !isRare) && <views.FieldsView composer={composer} />}
        <Less composer={composer} />
      </div>
      <footer ref={views?.keepClear}>
        {views && <views.Notices composer={composer} />}
        {/* Each is said once, when it comes, and not with every letter that changes its number. */}
        <div role="status" aria-atomic="false" aria-relevant="additions">
          {views && <views.Problems composer={composer} />}
        </div>
        <WhenField composer={composer} Details={views?.WhenDetails} />
        <Submit composer={composer} />
      </footer>
    </form>
  );
}

export function ComposerView({ composer }: { composer: Composer }) {
  const views = useLaterViews(composer);
  const asked = useAskedViews();
  const { shown, isWriting } = composer.submitting;
  const outcome = shown.value === 'writing' ? null : asked;
  const isOutcome = outcome !== null && !isWriting.value;
  return (
    <main class="composer">
      <h1 class="hidden">{t('composer.title')}</h1>
      {/* There all the time, for what comes together with its live region is not read aloud. */}
      <div role="status">{isOutcome && <outcome.Head composer={composer} />}</div>
      {outcome && <outcome.Outcome composer={composer} isHidden={!isOutcome} />}
      {!(isOutcome && shown.value === 'sent') && (
        <Writing composer={composer} views={views} isHidden={isOutcome} />
      )}
      {views && <views.KeptFocus />}
    </main>
  );
}
