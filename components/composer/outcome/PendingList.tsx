// The entries of earlier submits that are still on their way, each with what may be done with it.
import type { Composer } from '@/components/composer/composer.model.ts';
import { ListLink } from '@/components/composer/ListLink.tsx';
import { EntryRow } from '@/components/entries/EntryRow.tsx';
import type { EntryView } from '@/lib/outbox/summary.ts';
import { t } from '@/lib/platform/i18n.ts';

/** The list has them all. */
const SHOWN = 5;

export function PendingList({ composer, entries }: { composer: Composer; entries: EntryView[] }) {
  return (
    <>
      <ul class="entries">
        {entries.slice(0, SHOWN).map((entry) => (
          <EntryRow key={entry.id} entry={entry} room={composer} />
        ))}
      </ul>
      <p class="all">
        <ListLink>{t('entry.seeAll')}</ListLink>
      </p>
    </>
  );
}
