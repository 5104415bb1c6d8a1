// Chooses whose text is shown: that of all networks, or of one of them.
import type { RefObject } from 'preact';
import { networkOf } from '@/lib/networks/table.ts';
import { t } from '@/lib/platform/i18n.ts';
import type { Texts, Whose } from './text.model.ts';

interface Props {
  texts: Texts;
  field: RefObject<HTMLTextAreaElement | null>;
}

function nameOf(texts: Texts, whose: Whose): string {
  if (whose === null) return t('composer.allNetworks');
  const { label } = networkOf(whose);
  return texts.isOwn(whose) ? t('composer.hasOwn', [label]) : label;
}

/** Nothing to choose from while one network takes the text of all. */
export function WhoseText({ texts, field }: Props) {
  const networks = texts.networks.value;
  if (networks.length < 2 && texts.own.value.length === 0) return null;
  return (
    <div class="whose" role="radiogroup" aria-label={t('composer.whose')}>
      {[null, ...networks].map((whose) => {
        const row = whose ? networkOf(whose) : null;
        const name = nameOf(texts, whose);
        return (
          <label key={whose ?? ''} class={texts.shown.value === whose ? 'on' : ''} title={name}>
            <input
              class="unseen-input"
              type="radio"
              name="whose"
              aria-label={name}
              checked={texts.shown.value === whose}
              onChange={() => texts.show(whose)}
              // With the mouse it is chosen to be written in; with the arrow keys one may go on.
              onClick={({ detail }) => detail > 0 && requestAnimationFrame(() => field.current?.focus())}
            />
            {row ? (
              <span aria-hidden="true" style={{ background: row.colour }}>
                {row.short}
              </span>
            ) : (
              t('composer.all')
            )}
            {whose && texts.isOwn(whose) && <i />}
          </label>
        );
      })}
    </div>
  );
}
