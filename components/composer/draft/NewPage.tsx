// Another page was handed over while words stand here: what may become of it.

import type { Composer } from '@/components/composer/composer.model.ts';
import { t } from '@/lib/platform/i18n.ts';

function Choices({ turning }: Pick<Composer, 'turning'>) {
  return (
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
  );
}

/** There all the time, for what comes together with its live region is not read aloud. */
export function NewPage({ composer: { turning } }: { composer: Composer }) {
  const capture = turning.offered.value;
  return (
    <section class={capture ? 'card new-page' : 'hidden'}>
      <p role="status">
        {capture && t('newPage.title')} <bdi>{capture && (capture.titles[0]?.value || capture.address)}</bdi>
      </p>
      {capture && <Choices turning={turning} />}
    </section>
  );
}
