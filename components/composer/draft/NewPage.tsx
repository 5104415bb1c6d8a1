// Another page was handed over while words stand here: what may become of it.

import { useEffect, useState } from 'preact/hooks';
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

/** Only a key, or a choice in the page's own menu, lets the extension read another page. */
function away(key: string): string {
  return key ? t('newPage.away', [key]) : t('newPage.awayKeyless');
}

/** There all the time, for what comes together with its live region is not read aloud. */
export function NewPage({ composer }: { composer: Composer }) {
  const { turning } = composer;
  const [key, setKey] = useState('');
  const capture = turning.offered.value;
  const isAway = turning.isAway.value && !capture;
  useEffect(() => {
    if (isAway) void composer.panelKey().then(setKey);
  }, [isAway]);
  return (
    <section class={capture ? 'card new-page' : isAway ? 'notice' : 'hidden'}>
      <p role="status">
        {isAway && away(key)}
        {capture && t('newPage.title')} <bdi>{capture && (capture.titles[0]?.value || capture.address)}</bdi>
      </p>
      {capture && <Choices turning={turning} />}
    </section>
  );
}
