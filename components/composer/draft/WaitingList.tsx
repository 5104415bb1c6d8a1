// The drafts that wait, each with what may become of it.
import type { Composer } from '@/components/composer/composer.model.ts';
import { draftOrigin } from '@/components/entries/draft-origin.ts';
import { SureButton } from '@/components/ui/SureButton.tsx';
import type { Draft } from '@/lib/drafts/draft.ts';
import { t } from '@/lib/platform/i18n.ts';

function Row({ composer, draft }: { composer: Composer; draft: Draft }) {
  const { waiting } = composer;
  const words = draft.text.trim() || draft.card.title || t('queue.noWords');
  const name = (label: string) => t('entry.buttonNameBare', [label, words.slice(0, 60)]);
  return (
    <li class="waiting-draft">
      <button
        type="button"
        class="what"
        aria-label={name(t('queue.goOn'))}
        popovertarget="waiting-drafts"
        popovertargetaction="hide"
        onClick={() => void waiting.open(draft.key)}
      >
        <span class="words" dir="auto">
          {words}
        </span>
        <span class="origin">{draftOrigin(draft, composer.now())}</span>
      </button>
      <SureButton
        label={t('action.discard')}
        question={t('entry.discardSure')}
        name={name}
        onSure={() => void waiting.discard(draft.key)}
      />
    </li>
  );
}

export function WaitingList({ composer }: { composer: Composer }) {
  return (
    <ul class="waiting-drafts">
      {composer.waiting.drafts.value.map((draft) => (
        <Row key={draft.key} composer={composer} draft={draft} />
      ))}
    </ul>
  );
}
