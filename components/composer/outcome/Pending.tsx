// What of earlier submits is still on its way, or waits for a word of the person.

import type { Composer } from '@/components/composer/composer.model.ts';
import { ListLink } from '@/components/composer/ListLink.tsx';
import { useAskedViews } from '@/components/composer/use-asked-views.ts';
import { Notice } from '@/components/ui/Notice.tsx';
import { t } from '@/lib/platform/i18n.ts';

/** One sentence for what went wrong with the browser's storage; the list has the rest. */
function Recovery({ composer }: { composer: Composer }) {
  const { lost, unreadable } = composer.outbox.value;
  if (!lost && unreadable.length === 0) return null;
  return (
    <Notice tone="danger">
      {lost ? t('recovery.lost', lost.count) : t('recovery.unreadable', unreadable.length)}{' '}
      <ListLink>{t('recovery.see')}</ListLink>
    </Notice>
  );
}

export function Pending({ composer }: { composer: Composer }) {
  const asked = useAskedViews();
  const { onTheirWay, entries } = composer.outbox.value;
  const open = entries.filter(({ state }) => state !== 'confirmed' && state !== 'cancelled').reverse();
  const inNeed = open.filter(({ state }) => state === 'needs-you').length;
  const pending = open.sort((a, b) => Number(b.state === 'needs-you') - Number(a.state === 'needs-you'));
  return (
    <>
      <Recovery composer={composer} />
      {pending.length > 0 && (
        <details class={inNeed > 0 ? 'card pending needs-you' : 'card pending'}>
          <summary>{inNeed > 0 ? t('badge.needsYou', inNeed) : t('badge.onTheirWay', onTheirWay)}</summary>
          {asked && <asked.PendingList composer={composer} entries={pending} />}
        </details>
      )}
    </>
  );
}
