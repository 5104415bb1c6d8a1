// Moves a post up or down in its queue, by button or by Alt and an arrow key; the keyboard stays with the post.
import { DownIcon, UpIcon } from '@/components/ui/Icons.tsx';
import type { Post } from '@/lib/buffer/types.ts';
import { t } from '@/lib/platform/i18n.ts';
import type { Arranger } from './arrange.model.ts';

export function MoveButtons({ post: { id }, arranger }: { post: Post; arranger: Arranger }) {
  const ids = arranger.ids.value;
  const place = ids.indexOf(id);
  if (!arranger.isOffered.value || place < 0 || ids.length < 2) return null;
  return (
    <span class="moves">
      <button
        type="button"
        class="button small icon-only"
        aria-label={t('postAction.up')}
        title={t('postAction.up')}
        aria-keyshortcuts="Alt+ArrowUp"
        aria-disabled={place === 0}
        data-act="up"
        onClick={() => arranger.move(id, -1)}
      >
        <UpIcon />
      </button>
      <button
        type="button"
        class="button small icon-only"
        aria-label={t('postAction.down')}
        title={t('postAction.down')}
        aria-keyshortcuts="Alt+ArrowDown"
        aria-disabled={place === ids.length - 1}
        data-act="down"
        onClick={() => arranger.move(id, 1)}
      >
        <DownIcon />
      </button>
    </span>
  );
}
