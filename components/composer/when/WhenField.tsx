// When the post is shared.

import type { Composer } from '@/components/composer/composer.model.ts';
import type { DraftWhen } from '@/lib/drafts/draft.ts';
import { localMinute } from '@/lib/drafts/local-time.ts';
import { t } from '@/lib/platform/i18n.ts';
import type { WhenDetails } from './WhenDetails.tsx';

const MOMENTS = ['queue', 'next', 'now', 'at', 'draft'] as const satisfies DraftWhen[];

interface Props {
  composer: Composer;
  /** What the choice comes to; not there yet at the first paint. */
  Details: typeof WhenDetails | undefined;
}

export function WhenField({ composer, Details }: Props) {
  const { when, at } = composer.draft;
  return (
    <div class={when === 'at' ? 'when timed' : 'when'}>
      <select
        aria-label={t('composer.when')}
        aria-describedby="when-hint"
        value={when}
        onChange={(event) => composer.when.choose(event.currentTarget.value as DraftWhen)}
      >
        {MOMENTS.map((moment) => (
          <option key={moment} value={moment}>
            {t(`when.${moment}`)}
          </option>
        ))}
      </select>
      {when === 'at' && (
        <input
          type="datetime-local"
          aria-label={t('composer.at')}
          aria-describedby="when-hint"
          min={localMinute(composer.when.now.value)}
          value={at ?? ''}
          onInput={(event) => composer.change({ at: event.currentTarget.value || null })}
        />
      )}
      <div class="when-details">
        {Details ? (
          <Details composer={composer} />
        ) : (
          <span id="when-hint" class="when-hint">
            {t(`when.${when}Hint`)}
          </span>
        )}
      </div>
    </div>
  );
}
