// What can be done with a post that waits; what cannot be undone asks once more in its own place.
import { SureButton } from '@/components/ui/SureButton.tsx';
import type { Post } from '@/lib/buffer/types.ts';
import { t } from '@/lib/platform/i18n.ts';
import { isMovable } from './arrange.model.ts';
import type { PostDesk } from './desk.model.ts';

const itself = (label: string) => label;

export function PostButtons({ post, desk }: { post: Post; desk: PostDesk }) {
  const busy = desk.busy.value.has(post.id);
  return (
    <>
      {/* No document says how the comment on a shared post is changed. */}
      {post.retweetOf === null && (
        <button
          type="button"
          class="button small main"
          aria-disabled={busy}
          onClick={() => void desk.edit(post)}
        >
          {t('action.edit')}
        </button>
      )}
      <SureButton
        label={t('postAction.share')}
        question={t('postAction.shareSure')}
        name={itself}
        busy={busy}
        onSure={() => void desk.act(post, 'share')}
      />
      {isMovable(post) && (
        <button
          type="button"
          class="button small"
          aria-disabled={busy}
          onClick={() => void desk.act(post, 'move')}
        >
          {t('postAction.top')}
        </button>
      )}
      <SureButton
        label={t('postAction.delete')}
        question={t('postAction.deleteSure')}
        name={itself}
        busy={busy}
        onSure={() => void desk.act(post, 'delete')}
      />
    </>
  );
}
