// What became of the post, channel by channel, live from the outbox.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import { EntryRow } from '@/components/entries/EntryRow.tsx';
import { AlertIcon, CheckIcon, ClockIcon } from '@/components/ui/Icons.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { VideoThumb } from '@/components/ui/VideoThumb.tsx';
import type { EntryView } from '@/lib/outbox/summary.ts';
import { t } from '@/lib/platform/i18n.ts';

type Whole = 'saved' | 'done' | 'needs-you' | 'undone';

function wholeOf(group: EntryView[]): Whole {
  if (group.length > 0 && group.every(({ state }) => state === 'cancelled')) return 'undone';
  if (group.some(({ state }) => state === 'needs-you')) return 'needs-you';
  const live = group.filter(({ state }) => state !== 'cancelled');
  return live.length > 0 && live.every(({ state }) => state === 'confirmed') ? 'done' : 'saved';
}

/** What became of all of it, for the region that says it aloud. */
export function Head({ composer }: { composer: Composer }) {
  const group = composer.submitting.group.value;
  const [whole, count] = [wholeOf(group), Math.max(group.length, 1)];
  const [title, hint] = {
    saved: [t('outcome.saved'), t('outcome.savedHint', count)],
    done: [t('outcome.done'), t('outcome.doneHint', count)],
    'needs-you': [t('outcome.needsYou'), t('outcome.needsYouHint')],
    undone: [t('outcome.undone'), t('outcome.undoneHint')],
  }[whole];
  return (
    <div class={`whole ${whole}`}>
      <span class="seal">
        {whole === 'saved' ? <ClockIcon /> : whole === 'needs-you' ? <AlertIcon /> : <CheckIcon />}
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

/** Drawn while the posts are handed over, so that it has only to be shown when they are saved. */
export function Outcome({ composer, isShown }: { composer: Composer; isShown: boolean }) {
  const group = composer.submitting.group.value;
  const { undoing, trouble } = composer.submitting;
  const isUndone = wholeOf(group) === 'undone';
  const again = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => void (isShown && again.current?.focus()), [isShown]);
  return (
    <section class="outcome" hidden={!isShown}>
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
            aria-disabled={undoing.value}
            onClick={() => void composer.submitting.undo()}
          >
            {t(undoing.value ? 'outcome.undoing' : 'outcome.undo')}
          </button>
        )}
        <button
          type="button"
          class="button"
          aria-disabled={undoing.value}
          title={isUndone ? undefined : t('outcome.editHint')}
          onClick={() => void composer.editAgain()}
        >
          {t('outcome.edit')}
        </button>
        <button ref={again} type="button" class="button" onClick={() => composer.another()}>
          {t('outcome.another')}
        </button>
        <button type="button" class="button primary" onClick={() => window.close()}>
          {t('outcome.close')}
        </button>
      </footer>
    </section>
  );
}
