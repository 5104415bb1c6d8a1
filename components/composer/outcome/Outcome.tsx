// What became of the post, channel by channel, live from the outbox.
import { useEffect, useRef } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import { EntryRow } from '@/components/entries/EntryRow.tsx';
import { AlertIcon, CheckIcon, ClockIcon } from '@/components/ui/Icons.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { EntryView } from '@/lib/outbox/summary.ts';
import { t } from '@/lib/platform/i18n.ts';

type Whole = 'saved' | 'done' | 'needs-you' | 'undone';

function wholeOf(group: EntryView[]): Whole {
  if (group.length > 0 && group.every(({ state }) => state === 'cancelled')) return 'undone';
  if (group.some(({ state }) => state === 'needs-you')) return 'needs-you';
  const live = group.filter(({ state }) => state !== 'cancelled');
  return live.length > 0 && live.every(({ state }) => state === 'confirmed') ? 'done' : 'saved';
}

function Head({ whole, count }: { whole: Whole; count: number }) {
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
      <div role="status">
        <strong>{title}</strong> <span>{hint}</span>
      </div>
    </div>
  );
}

/** What was handed over, so that one can see that it was the right thing. */
function Excerpt({ composer }: { composer: Composer }) {
  const { text, attachment, card, pictures } = composer.draft;
  const picture = attachment === 'card' ? card.picture : pictures.find(({ chosen }) => chosen)?.url;
  return (
    <div class="excerpt">
      <p dir="auto">{text}</p>
      {picture && attachment !== 'none' && <img src={picture} alt="" referrerpolicy="no-referrer" />}
    </div>
  );
}

export function Outcome({ composer }: { composer: Composer }) {
  const group = composer.submitting.group.value;
  const whole = wholeOf(group);
  const again = useRef<HTMLButtonElement>(null);
  useEffect(() => again.current?.focus(), []);
  return (
    <section class="outcome">
      <Head whole={whole} count={Math.max(group.length, 1)} />
      <Excerpt composer={composer} />
      <ul class="card entries">
        {group.map((entry) => (
          <EntryRow key={entry.id} entry={entry} room={composer} brief />
        ))}
      </ul>
      {composer.submitting.trouble.value && (
        <Notice tone="danger">{t(`problem.${composer.submitting.trouble.value}`)}</Notice>
      )}
      <footer>
        {whole !== 'undone' && (
          <button
            type="button"
            class="button"
            disabled={composer.submitting.undoing.value}
            onClick={() => void composer.submitting.undo()}
          >
            {t(composer.submitting.undoing.value ? 'outcome.undoing' : 'outcome.undo')}
          </button>
        )}
        <button
          type="button"
          class="button"
          disabled={composer.submitting.undoing.value}
          title={whole === 'undone' ? undefined : t('outcome.editHint')}
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
