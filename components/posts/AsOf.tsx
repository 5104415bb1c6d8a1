// How old the list is, and the button that reads it again.
import { t } from '@/lib/platform/i18n.ts';
import { timeOrMoment } from '@/lib/platform/time.ts';
import type { Posts } from './posts.model.ts';

export function AsOf({ posts }: { posts: Posts }) {
  const { lists } = posts;
  if (lists.view.value === 'schedule' || lists.channels.value.length === 0) return null;
  const { fetchedAt } = lists.list.value;
  const reading = lists.reading.value;
  return (
    <div class="as-of">
      <span>
        {fetchedAt > 0
          ? t('queueView.asOf', [timeOrMoment(fetchedAt, Date.now())])
          : reading && t('queueView.reading')}
      </span>
      {lists.isSignedIn.value && (
        <button type="button" class="button small" aria-disabled={reading} onClick={() => posts.refresh()}>
          {t('queueView.refresh')}
        </button>
      )}
    </div>
  );
}
