// One entry's state in one of six words, with its reason, and the buttons that it offers.
import type { EntryView } from '@/lib/outbox/summary.ts';
import { localeKey, t } from '@/lib/platform/i18n.ts';
import { shortMoment, timeOfDay } from '@/lib/platform/time.ts';

export type Resolution = 'there' | 'again' | 'discard';

/** The sentence behind the word: when it will be out, or why it is not there yet. */
function detail(entry: EntryView): string {
  if (entry.state === 'confirmed') {
    if (entry.reason === 'cancel-wished') return t('outcome.arrivedFirst');
    if (entry.mode === 'now') return t('outcome.shared');
    if (entry.mode === 'draft') return t('outcome.asDraft');
    return entry.dueAt === null ? '' : shortMoment(entry.dueAt, Date.now());
  }
  if (entry.state === 'cancelled' || entry.state === 'sending') return '';
  const reason = t(`reason.${localeKey(entry.reason)}`, [
    entry.nextAt === null ? '' : timeOfDay(entry.nextAt),
  ]);
  return entry.error?.message && entry.state === 'needs-you' ? `${reason}: “${entry.error.message}”` : reason;
}

const CHOICES: Resolution[] = ['there', 'again', 'discard'];

/** "It's there" makes sense only where Buffer may hold the post. */
function choicesOf(entry: EntryView): Resolution[] {
  const maybeThere = ['near-match', 'unclear', 'duplicate', 'too-old'].includes(entry.reason);
  return CHOICES.filter((choice) => choice !== 'there' || maybeThere);
}

export function EntryState({ entry, onResolve }: { entry: EntryView; onResolve(choice: Resolution): void }) {
  const words = detail(entry);
  return (
    <div class={`entry-state ${entry.state}`}>
      <span class="word">{t(`state.${localeKey(entry.state)}`)}</span>
      {words && <span dir="auto">, {words}</span>}
      {entry.state === 'needs-you' && (
        <div class="choices">
          {choicesOf(entry).map((choice) => (
            <button key={choice} type="button" class="button small" onClick={() => onResolve(choice)}>
              {t(`resolve.${choice}`)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
