// The field for a picture or a video from elsewhere, by its address; what Buffer could not fetch is refused in words.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { closeOnEscape } from '@/components/ui/escape.ts';
import { localeKey, t } from '@/lib/platform/i18n.ts';
import { isPlainEnter } from './panel-keys.ts';
import type { Refusal } from './pictures.model.ts';

interface Props {
  /** What the panel and its field are called. */
  name: string;
  title: string;
  hint?: string;
  /** Takes the address, or says why not. */
  add(address: string): Refusal | null;
  /** Of a panel that was opened, and is to have the focus. */
  close?(): void;
}

export function AddAddress({ name, title, hint, add, close }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const id = useId();
  useEffect(() => {
    if (!close && !refusal) return;
    field.current?.focus();
    field.current?.closest('.picture-panel')?.scrollIntoView({ block: 'nearest' });
  }, [refusal]);
  const take = () => setRefusal(add(field.current?.value ?? ''));
  return (
    <fieldset
      class="picture-panel adding"
      aria-label={name}
      onKeyDown={(event) => close && closeOnEscape(event, close)}
    >
      <label class="panel-title" for={id}>
        {title}
      </label>
      <div class="panel-bar">
        <input
          ref={field}
          id={id}
          class="field"
          type="url"
          placeholder="https://"
          spellcheck={false}
          aria-invalid={refusal !== null}
          aria-describedby={`${id}-why`}
          onInput={() => setRefusal(null)}
          onKeyDown={(event) => {
            if (!isPlainEnter(event)) return;
            event.preventDefault();
            take();
          }}
        />
        <button type="button" class="button small" onClick={take}>
          {t('picture.addThis')}
        </button>
      </div>
      <p id={`${id}-why`} role="alert" class={refusal ? 'refusal' : 'hint'}>
        {refusal ? t(`pictureRefused.${localeKey(refusal)}`) : hint}
      </p>
    </fieldset>
  );
}
