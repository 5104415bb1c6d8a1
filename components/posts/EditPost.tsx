// A post's words while they are changed: they stay in the field until Buffer has them.
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Counting } from '@/components/counting.ts';
import type { Channel } from '@/lib/buffer/types.ts';
import { networkOf } from '@/lib/networks/table.ts';
import { t } from '@/lib/platform/i18n.ts';
import type { PostEdit } from '@/lib/platform/schemas.ts';
import type { PostDesk } from './desk.model.ts';

interface Props {
  edit: PostEdit;
  channel: Channel | undefined;
  desk: PostDesk;
}

function Room({ edit: { text, post }, channel }: Omit<Props, 'desk'>) {
  const network = networkOf(post.network);
  const counting = useMemo(() => new Counting(), []);
  useEffect(() => void counting.exact([post.network]), [post.network]);
  const left = (channel?.maxCharacters ?? network.limit) - counting.count.value(network, text);
  const words = t(left < 0 ? 'count.over' : 'count.left', [String(Math.abs(left)), network.label]);
  return <span class={left < 0 ? 'room over' : 'room'}>{words}</span>;
}

/** As high as its words, so that nothing scrolls in a box that scrolls. */
function grow(field: HTMLTextAreaElement): void {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
}

export function EditPost({ edit, channel, desk }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const { id } = edit.post;
  useLayoutEffect(() => {
    const { current } = field;
    if (!current) return;
    grow(current);
    current.focus();
    current.setSelectionRange(current.value.length, current.value.length);
  }, []);
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void desk.save(id);
    // Words that were changed are thrown away by the button alone.
    if (event.key === 'Escape' && edit.text === edit.saved) desk.cancel(id);
  };
  return (
    <div class="edit-post">
      <textarea
        ref={field}
        class="field"
        dir="auto"
        rows={3}
        aria-label={t('composer.text')}
        value={edit.text}
        onInput={({ currentTarget }) => {
          grow(currentTarget);
          desk.write(id, currentTarget.value);
        }}
        onKeyDown={key}
      />
      <div class="edit-foot">
        <button
          type="button"
          class="button small primary"
          aria-disabled={desk.busy.value.has(id)}
          onClick={() => void desk.save(id)}
        >
          {t('postAction.save')}
        </button>
        <button type="button" class="button small" onClick={() => desk.cancel(id)}>
          {t('action.cancel')}
        </button>
        <Room edit={edit} channel={channel} />
      </div>
    </div>
  );
}
