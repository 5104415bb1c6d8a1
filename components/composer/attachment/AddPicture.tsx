// A picture from elsewhere, by its address; what Buffer could not fetch is refused in words.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { closeOnEscape } from '@/components/ui/escape.ts';
import { localeKey, t } from '@/lib/platform/i18n.ts';
import { focusOn, isPlainEnter } from './panel-keys.ts';
import type { Pictures, Refusal } from './pictures.model.ts';

export function AddPicture({ pictures }: { pictures: Pictures }) {
  const field = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const id = useId();
  useEffect(() => {
    field.current?.focus();
    field.current?.closest('.panel')?.scrollIntoView({ block: 'nearest' });
  }, [refusal]);
  const close = () => {
    pictures.opened.value = null;
    focusOn('.add-picture');
  };
  const add = () => {
    const why = pictures.add(field.current?.value ?? '');
    setRefusal(why);
    if (!why && !pictures.opened.value) focusOn('.add-picture');
  };
  return (
    <fieldset
      class="panel adding"
      aria-label={t('picture.add')}
      onKeyDown={(event) => closeOnEscape(event, close)}
    >
      <label class="panel-title" for={id}>
        {t('picture.address')}
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
          aria-describedby={refusal ? `${id}-why` : undefined}
          onInput={() => setRefusal(null)}
          onKeyDown={(event) => {
            if (!isPlainEnter(event)) return;
            event.preventDefault();
            add();
          }}
        />
        <button type="button" class="button small" onClick={add}>
          {t('picture.addThis')}
        </button>
      </div>
      <p id={`${id}-why`} role="alert" class="refusal">
        {refusal && t(`pictureRefused.${localeKey(refusal)}`)}
      </p>
    </fieldset>
  );
}
