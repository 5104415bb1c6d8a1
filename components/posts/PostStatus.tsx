// What is to be known of a post that is not simply scheduled.
import type { Post } from '@/lib/buffer/types.ts';
import { t } from '@/lib/platform/i18n.ts';

export function PostStatus({ post: { status, error, isCustomTime, retweetOf } }: { post: Post }) {
  if (status === 'error' || error !== null) {
    return (
      <p class="post-status danger">
        {t('postStatus.error')} {error !== null && <span dir="auto">“{error}”</span>}
      </p>
    );
  }
  if (status === 'needs-approval') return <p class="post-status waiting">{t('postStatus.approval')}</p>;
  if (status === 'sending') return <p class="post-status waiting">{t('postStatus.sending')}</p>;
  if (status === 'draft') return <p class="post-status">{t('postStatus.draft')}</p>;
  if (retweetOf !== null) return <p class="post-status">{t('postStatus.retweet')}</p>;
  return isCustomTime && status === 'scheduled' ? <p class="post-status">{t('postStatus.ownTime')}</p> : null;
}
