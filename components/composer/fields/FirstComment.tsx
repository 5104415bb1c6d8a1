// What is written under the post as soon as it is out, on the networks where Buffer does that.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import { networkOf } from '@/lib/networks/table.ts';
import { t } from '@/lib/platform/i18n.ts';
import type { Fields } from './fields.model.ts';

/** In Buffer's words, if it took none from this person before: first comments are for paid plans. */
function refusalOf({ outbox }: Composer): string | null {
  const refused = outbox.value.entries.find(({ error }) => /first comment/i.test(error?.message ?? ''));
  return refused?.error?.message ?? null;
}

interface Asked {
  composer: Composer;
  form: Fields;
}

interface Props extends Asked {
  /** It was just asked for. */
  isNew: boolean;
  onRemove(): void;
}

function Comment({ composer, form, isNew, onRemove }: Props) {
  const { draft } = composer;
  const { firstComment, link } = draft;
  const field = useRef<HTMLTextAreaElement>(null);
  // A button that is gone takes the focus with it, unless it goes on to where it is wanted.
  useEffect(() => {
    if (isNew) field.current?.focus();
  }, [isNew]);
  const write = (comment: string) => composer.change({ firstComment: comment });
  const putLink = () => {
    write([firstComment.trimEnd(), link].filter(Boolean).join('\n'));
    field.current?.focus();
  };
  const left = form.commentLimit.value - firstComment.trim().length;
  const networks = [...new Set(form.commented.value.map(({ network }) => networkOf(network).label))];
  const refusal = refusalOf(composer);
  return (
    <div class="comment">
      <label>
        <span class="of">{t('fields.comment')}</span>
        <textarea
          ref={field}
          class="field"
          rows={2}
          dir="auto"
          aria-invalid={left < 0}
          aria-describedby="comment-hint"
          value={firstComment}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </label>
      <p id="comment-hint" class="hint">
        {t('fields.commentOn', [networks.join(', ')])}{' '}
        <span class={left < 0 ? 'over' : ''}>{t('fields.commentLeft', [String(left)])}</span>
        {refusal && <span class="refusal">{t('fields.refused', [refusal])}</span>}
      </p>
      <div class="does">
        {link && !firstComment.includes(link) && (
          <button type="button" class="text-button" onClick={putLink}>
            {t('fields.linkThere')}
          </button>
        )}
        <button type="button" class="text-button" onClick={onRemove}>
          {t('fields.removeComment')}
        </button>
      </div>
    </div>
  );
}

export function FirstComment({ composer, form }: Asked) {
  const wanted = useSignal<boolean | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (wanted.value === false) add.current?.focus();
  }, [wanted.value]);
  if (form.commented.value.length === 0) return null;
  if (!wanted.value && !composer.draft.firstComment) {
    return (
      <button
        ref={add}
        type="button"
        class="text-button add"
        onClick={() => {
          wanted.value = true;
        }}
      >
        {t('fields.addComment')}
      </button>
    );
  }
  const remove = () => {
    wanted.value = false;
    composer.change({ firstComment: '' });
  };
  return <Comment composer={composer} form={form} isNew={wanted.value === true} onRemove={remove} />;
}
