// The line under the words: whose text it is, how much room it has, and what to do where it has none.
import type { RefObject } from 'preact';
import type { Composer } from '@/components/composer/composer.model.ts';
import { networkOf } from '@/lib/networks/table.ts';
import { t } from '@/lib/platform/i18n.ts';
import { Counter } from './Counter.tsx';
import { Fit } from './Fit.tsx';
import { WhoseText } from './WhoseText.tsx';

interface Props {
  composer: Composer;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** What would surprise whoever reads the text of all: that it does not go everywhere. */
function SharedNote({ composer: { texts } }: { composer: Composer }) {
  const own = texts.own.value;
  if (own.length === 0) return null;
  if (own.length === texts.networks.value.length) return <span>{t('composer.ownAll')}</span>;
  const names = own.map((network) => networkOf(network).label).join(', ');
  return <span>{t('composer.own', own.length, [names])}</span>;
}

function OwnNote({ composer, field, network }: Props & { network: string }) {
  const { texts, draft } = composer;
  const { label } = networkOf(network);
  if (!texts.isOwn(network)) return <span>{t('composer.linked', [label])}</span>;
  return (
    <span>
      {t('composer.own', 1, [label])}{' '}
      <button
        type="button"
        class="text-button"
        title={t('composer.useSharedHint')}
        onClick={() => {
          field.current?.focus();
          texts.write(network, draft.text);
        }}
      >
        {t('composer.useShared')}
      </button>
    </span>
  );
}

export function TextBar({ composer, field }: Props) {
  const { texts, offer } = composer;
  const shown = texts.shown.value;
  return (
    <>
      <WhoseText texts={texts} field={field} />
      <Fit composer={composer} field={field} />
      <Counter composer={composer} />
      <div class="notes">
        {offer.restored.value && (
          <span>
            {t('composer.restored')}{' '}
            <button type="button" class="text-button" onClick={() => composer.startOver()}>
              {t('composer.startOver')}
            </button>
          </span>
        )}
        {shown === null ? (
          <SharedNote composer={composer} />
        ) : (
          <OwnNote composer={composer} field={field} network={shown} />
        )}
      </div>
    </>
  );
}
