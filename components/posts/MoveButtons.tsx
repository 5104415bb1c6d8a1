// Moves a post up or down in its queue, by button or by Alt and an arrow key; the keyboard stays with the post.
import { DownIcon, UpIcon } from '@/components/ui/Icons.tsx';
import type { Post } from '@/lib/buffer/types.ts';
import { t } from '@/lib/platform/i18n.ts';
import type { Arranger } from './arrange.model.ts';

const WAYS = [
  { way: 'up', by: -1, keys: 'Alt+ArrowUp', Icon: UpIcon },
  { way: 'down', by: 1, keys: 'Alt+ArrowDown', Icon: DownIcon },
] as const;

export function MoveButtons({ post: { id }, arranger }: { post: Post; arranger: Arranger }) {
  const ids = arranger.ids.value;
  const place = ids.indexOf(id);
  if (!arranger.isOffered.value || place < 0 || ids.length < 2) return null;
  return (
    <span class="moves">
      {WAYS.map(({ way, by, keys, Icon }) => (
        <button
          key={way}
          type="button"
          class="button small icon-only"
          aria-label={t(`postAction.${way}`)}
          title={t(`postAction.${way}`)}
          aria-keyshortcuts={keys}
          aria-disabled={ids[place + by] === undefined}
          data-act={way}
          onClick={() => arranger.move(id, by)}
        >
          <Icon />
        </button>
      ))}
    </span>
  );
}
