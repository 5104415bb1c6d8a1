// The button that shortens what is too long.
import type { RefObject } from 'preact';
import type { Composer } from '@/components/composer/composer.model.ts';
import { t } from '@/lib/platform/i18n.ts';

interface Props {
  composer: Composer;
  field: RefObject<HTMLTextAreaElement | null>;
}

export function Fit({ composer, field }: Props) {
  const { channels, texts, judge, submitting } = composer;
  const count = judge.count.value;
  if (!count || (judge.counter.value?.left ?? 0) >= 0 || !submitting.isWriting.value) return null;
  const press = async () => {
    const { fit } = await import('@/lib/drafts/fit.ts');
    const fitted = fit(texts.draft.value, channels.value, count);
    field.current?.focus();
    if (fitted) texts.write(texts.shown.value, fitted.text);
    else submitting.trouble.value = 'noFit';
  };
  return (
    <button type="button" class="text-button fit" title={t('composer.fitHint')} onClick={() => void press()}>
      {t('composer.fit')}
    </button>
  );
}
