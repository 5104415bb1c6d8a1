// When the post is shared.

import type { Composer } from '@/components/composer/composer.model.ts';
import type { DraftWhen } from '@/lib/drafts/draft.ts';
import { t } from '@/lib/platform/i18n.ts';

const MOMENTS = ['queue', 'next', 'now', 'at', 'draft'] as const satisfies DraftWhen[];

/** The next full hour, as a datetime-local field wants it. */
function nextHour(now: Date): string {
  const next = new Date(now.getFullYear(), now.getMonth(), now.getDate(), now.getHours() + 1);
  const local = new Date(next.getTime() - next.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

export function WhenField({ composer }: { composer: Composer }) {
  const { when, at } = composer.draft;
  return (
    <div class="when">
      <select
        aria-label={t('composer.when')}
        aria-describedby="when-hint"
        value={when}
        onChange={(event) => {
          const chosen = event.currentTarget.value as DraftWhen;
          composer.change(
            chosen === 'at' && !at ? { when: chosen, at: nextHour(new Date()) } : { when: chosen },
          );
        }}
      >
        {MOMENTS.map((moment) => (
          <option key={moment} value={moment}>
            {t(`when.${moment}`)}
          </option>
        ))}
      </select>
      {when === 'at' ? (
        <input
          type="datetime-local"
          aria-label={t('composer.at')}
          value={at ?? ''}
          onInput={(event) => composer.change({ at: event.currentTarget.value || null })}
        />
      ) : (
        <span class="when-hint">{t(`when.${when}Hint`)}</span>
      )}
      <span id="when-hint" class="hidden">
        {t(`when.${when}Hint`)}
      </span>
    </div>
  );
}
