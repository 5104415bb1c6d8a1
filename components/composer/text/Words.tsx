// One text of the draft in a plain field of the browser's own: its caret, input methods and undo are left alone.
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import { networkOf } from '@/lib/networks/table.ts';
import { t } from '@/lib/platform/i18n.ts';
import type { Whose } from './text.model.ts';

interface Props {
  composer: Composer;
  whose: Whose;
  /** The field of the text that is shown. */
  field: RefObject<HTMLTextAreaElement | null>;
  /** Comes later. */
  typeInto: ((area: HTMLTextAreaElement, text: string) => void) | undefined;
}

/** A field as high as so much would be is drawn anew with every key, and where it looks for a direction it takes seconds. */
const LONG = 30_000;

export function Words({ composer, whose, field, typeInto }: Props) {
  const { texts, submitting, keeper } = composer;
  const own = useRef<HTMLTextAreaElement>(null);
  const seen = useRef('');
  const composing = useRef(false);
  const isShown = texts.shown.value === whose;
  const text = texts.of(whose);
  const isLong = text.length > LONG;
  useLayoutEffect(() => {
    const area = own.current;
    if (!area || !isShown) return;
    field.current = area;
    if (area.value === text || composing.current) return;
    // Words that came by themselves are where undoing ends; what the person's presses change can be undone.
    if (typeInto && area.value && keeper.hasTouched(whose ? 'texts' : 'text')) typeInto(area, text);
    else area.value = text;
    seen.current = text;
  });
  useLayoutEffect(() => {
    // Undoing has gone back to this one.
    if (isShown && document.activeElement instanceof HTMLTextAreaElement) own.current?.focus();
  }, [isShown]);
  const compose = (is: boolean) => {
    composing.current = is;
    texts.composing(is);
  };
  return (
    <textarea
      ref={own}
      class={`text${isShown ? '' : ' away'}${isLong ? ' long' : ''}`}
      dir={isLong ? undefined : 'auto'}
      aria-label={whose ? t('composer.textFor', [networkOf(whose).label]) : t('composer.text')}
      aria-describedby="count"
      placeholder={t('composer.textHint')}
      readOnly={submitting.phase.value !== 'writing'}
      onBeforeInput={({ currentTarget: area, data }) => {
        // The browser draws what is pasted before it tells of it.
        if (area.value.length + (data?.length ?? 0) > LONG) area.dir = '';
      }}
      onInput={({ currentTarget: { value } }) => {
        if (value === seen.current) return;
        seen.current = value;
        texts.show(whose);
        texts.write(whose, value);
      }}
      onCompositionStart={() => compose(true)}
      onCompositionEnd={() => compose(false)}
    />
  );
}
