// One entry's state in one of the five words (or "Cancelled"), with its reason and what Buffer says to it.
import type { EntryView } from '@/lib/outbox/summary.ts';
import { localeKey, t } from '@/lib/platform/i18n.ts';
import type { Standing } from './actions.ts';
import { detailOf, evidenceOf } from './words.ts';

function Evidence({ entry }: { entry: EntryView }) {
  const evidence = evidenceOf(entry);
  if (!evidence) return null;
  const { text, link } = evidence;
  return (
    <blockquote class="evidence">
      {text && <span dir="auto">“{text}”</span>}{' '}
      {link && (
        <a href={link} target="_blank" rel="noreferrer">
          {t('entry.open')}
        </a>
      )}
    </blockquote>
  );
}

interface Props {
  entry: EntryView;
  standing: Standing;
  /** Where one sentence tells of all entries, their changes are not said one by one. */
  silent: boolean;
}

export function EntryState({ entry, standing, silent }: Props) {
  const words = detailOf(entry, standing, Date.now());
  return (
    <>
      <p class="entry-state" aria-live={silent ? undefined : 'polite'}>
        <span class="word">{t(`state.${localeKey(entry.state)}`)}</span>
        {words && (entry.state === 'confirmed' ? `, ${words}` : `: ${words}`)}
      </p>
      <Evidence entry={entry} />
    </>
  );
}
