// What became of the post, channel by channel, live from the outbox.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import { EntryRow } from '@/components/entries/EntryRow.tsx';
import { AlertIcon, CheckIcon, ClockIcon } from '@/components/ui/Icons.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { VideoThumb } from '@/components/ui/VideoThumb.tsx';
import type { EntryView } from '@/lib/outbox/summary.ts';
import { t } from '@/lib/platform/i18n.ts';

type Whole = 'saving' | 'saved' | 'done' | 'needs-you' | 'undone';

function wholeOf(group: EntryView[]): Whole {
  if (group.length > 0 && group.every(({ state }) => state === 'cancelled')) return 'undone';
  if (group.some(({ state }) => state === 'needs-you')) return 'needs-you';
  const live = group.filter(({ state }) => state !== 'cancelled');
  return live.length > 0 && live.every(({ state }) => state === 'confirmed') ? 'done' : 'saved';
}

/** What became of all of it, for the region that says it aloud. */
export function Head({ composer }: { composer: Composer }) {
  const { group: entries, shown } = composer.submitting;
  const group = entries.value;
  const whole = shown.value === 'saving' ? 'saving' : wholeOf(group);
  const count = Math.max(group.length, 1);
  const [Seal, title, hint] = (
    {
      saving: [ClockIcon, t('submit.saving'), t('outcome.savingHint', count)],
      saved: [ClockIcon, t('outcome.saved'), t('outcome.savedHint', count)],
      done: [CheckIcon, t('outcome.done'), t('outcome.doneHint', count)],
      'needs-you': [AlertIcon, t('outcome.needsYou'), t('outcome.needsYouHint')],
      undone: [CheckIcon, t('outcome.undone'), t('outcome.undoneHint')],
    } as const
  )[whole];
  return (
    <div class={`whole ${whole}`}>
      <span class="seal">
        <Seal />
      </span>
      <div>
        <strong>{title}</strong> <span>{hint}</span>
      </div>
    </div>
  );
}

/** What was handed over, so that one can see that it was the right thing. */
function Excerpt({ composer }: { composer: Composer }) {
  const { text, attachment, card, pictures } = composer.draft;
  const picture = attachment === 'card' ? card.picture : pictures.find(({ chosen }) => chosen)?.url;
  const isPicture = attachment !== 'none' && attachment !== 'video';
  return (
    <div class="excerpt">
      <p dir="auto">{text}</p>
      {picture && isPicture && <img src={picture} alt="" referrerpolicy="no-referrer" />}
      {attachment === 'video' && <VideoThumb />}
    </div>
  );
}

/** Made ready while the posts are handed over, and shown when they are saved or if that takes long. Until they are, its buttons do nothing. */
export function Outcome({ composer, isHidden }: { composer: Composer; isHidden: boolean }) {
  const { undoing, trouble, shown } = composer.submitting;
  const group = composer.submitting.group.value;
  const isSaved = shown.value === 'sent';
  const isBusy = undoing.value || !isSaved;
  const isUndone = wholeOf(group) === 'undone';
  const again = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => void (!isHidden && again.current?.focus()), [isHidden]);
  return (
    <section class="outcome" hidden={isHidden}>
      <Excerpt composer={composer} />
      <ul class="card entries" aria-label={t('composer.channels')}>
        {group.map((entry) => (
          <EntryRow key={entry.id} entry={entry} room={composer} brief />
        ))}
      </ul>
      <div role="alert">
        {trouble.value && <Notice tone="danger">{t(`problem.${trouble.value}`)}</Notice>}
      </div>
      <footer>
        {!isUndone && (
          <button
            type="button"
            class="button"
            aria-disabled={isBusy}
            onClick={() => void composer.submitting.undo()}
          >
            {t(undoing.value ? 'outcome.undoing' : 'outcome.undo')}
          </button>
        )}
        <button
          type="button"
          class="button"
          aria-disabled={isBusy}
          title={isUndone ? undefined : t('outcome.editHint')}
          onClick={() => void composer.editAgain()}
        >
          {t('outcome.edit')}
        </button>
        <button
          ref={again}
          type="button"
          class="button"
          aria-disabled={!isSaved}
          onClick={() => composer.another()}
        >
          {t('outcome.another')}
        </button>
        <button type="button" class="button primary" onClick={() => window.close()}>
          {t('outcome.close')}
        </button>
      </footer>
    </section>
  );
}
