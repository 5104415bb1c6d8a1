// Another page was handed over while words stand here: what may become of it.

import type { Composer } from '@/components/composer/composer.model.ts';
import { t } from '@/lib/platform/i18n.ts';

export function NewPage({ composer }: { composer: Composer }) {
  const { turning } = composer;
  const capture = turning.offered.value;
  if (!capture) return null;
  const title = capture.titles[0]?.value || capture.address;
  return (
    <section class="card new-page" aria-label={t('newPage.title')}>
      <p role="status">
        {t('newPage.title')} <bdi>{title}</bdi>
      </p>
      <div class="entry-buttons">
        <button type="button" class="button small primary" onClick={() => void turning.take()}>
          {t('newPage.take')}
        </button>
        <button type="button" class="button small" onClick={() => turning.add()}>
          {t('newPage.add')}
        </button>
        <button type="button" class="button small" onClick={() => turning.dismiss()}>
          {t('newPage.dismiss')}
        </button>
      </div>
    </section>
  );
}
