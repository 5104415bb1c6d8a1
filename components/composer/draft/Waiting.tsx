// The drafts that wait, behind their number in the popup's head.

import type { Composer } from '@/components/composer/composer.model.ts';
import { draftOrigin } from '@/components/entries/draft-origin.ts';
import { PencilIcon } from '@/components/ui/Icons.tsx';
import { Panel } from '@/components/ui/Panel.tsx';
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

export function Waiting({ composer }: { composer: Composer }) {
  const drafts = composer.waiting.drafts.value;
  if (drafts.length === 0) return null;
  const said = t('composer.draftsWait', drafts.length);
  return (
    <>
      <button
        type="button"
        class="icon-button waiting"
        popovertarget="waiting-drafts"
        aria-label={said}
        title={said}
      >
        <PencilIcon />
        <span class="number" aria-hidden="true">
          {drafts.length}
        </span>
      </button>
      <Panel id="waiting-drafts" label={said}>
        <ul class="waiting-drafts">
          {drafts.map((draft) => (
            <Row key={draft.key} composer={composer} draft={draft} />
          ))}
        </ul>
      </Panel>
    </>
  );
}
