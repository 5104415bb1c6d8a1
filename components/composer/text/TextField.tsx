// The words of the post, and how many of them the tightest chosen network still takes.
import { useEffect, useRef } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import { t } from '@/lib/platform/i18n.ts';
import type { Fit as FitView } from './Fit.tsx';

function Counter({ composer }: { composer: Composer }) {
  const counter = composer.judge.counter.value;
  if (!counter) return <span class="count" />;
  const { label } = counter.network;
  return counter.left < 0 ? (
    <span class="count over">{t('count.over', [String(-counter.left), label])}</span>
  ) : (
    <span class="count">{t('count.left', [String(counter.left), label])}</span>
  );
}

interface Props {
  composer: Composer;
  /** Comes later. */
  Fit: typeof FitView | undefined;
}

export function TextField({ composer, Fit }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  // Also when other words have come into it by a button that is gone with them.
  useEffect(() => field.current?.focus(), [composer.taken.value]);
  useEffect(() => void performance.mark('usable'), []);
  return (
    <div class="card text-card">
      <textarea
        ref={field}
        class="text"
        aria-label={t('composer.text')}
        placeholder={t('composer.textHint')}
        value={composer.draft.text}
        readOnly={composer.submitting.phase.value === 'saving'}
        onInput={(event) => composer.change({ text: event.currentTarget.value })}
      />
      <div class="bar">
        {composer.offer.restored.value && (
          <span>
            {t('composer.restored')}{' '}
            <button type="button" class="text-button" onClick={() => composer.startOver()}>
              {t('composer.startOver')}
            </button>
          </span>
        )}
        <Counter composer={composer} />
        {Fit && <Fit composer={composer} field={field} />}
      </div>
    </div>
  );
}
