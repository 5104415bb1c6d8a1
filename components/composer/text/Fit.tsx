// The button beside the counter that shortens what is too long; loaded after the first paint, as X's own counter is.
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import { t } from '@/lib/platform/i18n.ts';

interface Props {
  composer: Composer;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** Puts the text into the field as if it were typed, so that the browser's own undo takes it back; false if it may not. */
function type(field: HTMLTextAreaElement, text: string): boolean {
  const before = field.value;
  let from = 0;
  while (from < text.length && before[from] === text[from]) from++;
  let behind = 0;
  while (behind < text.length - from && before.at(-1 - behind) === text.at(-1 - behind)) behind++;
  field.focus();
  field.setSelectionRange(from, before.length - behind);
  const piece = text.slice(from, text.length - behind);
  return document.execCommand(piece ? 'insertText' : 'delete', false, piece);
}

export function Fit({ composer, field }: Props) {
  const { channels, draft, judge, submitting } = composer;
  useEffect(() => void judge.exactly(), [draft.channelIds, channels.value]);
  if ((judge.counter.value?.left ?? 0) >= 0 || submitting.phase.value !== 'writing') return null;
  const press = async () => {
    const { fit } = await import('@/lib/drafts/fit.ts');
    const fitted = fit(composer.draft, channels.value, judge.count.value);
    if (!fitted) composer.submitting.trouble.value = 'noFit';
    else if (!field.current || !type(field.current, fitted.text)) composer.change({ text: fitted.text });
  };
  return (
    <button type="button" class="text-button" title={t('composer.fitHint')} onClick={() => void press()}>
      {t('composer.fit')}
    </button>
  );
}
