// The link card as a network will show it; its words can be written over where they stand.

import type { Composer } from '@/components/composer/composer.model.ts';
import { t } from '@/lib/platform/i18n.ts';
import { AltButton } from './AltButton.tsx';
import { hostOf } from './host.ts';
import { OriginLine, Stepper } from './Origin.tsx';
import { PictureThumb } from './PictureThumb.tsx';
import type { Pictures } from './pictures.model.ts';

interface Props {
  composer: Composer;
  field: 'title' | 'description';
}

/** Looks like the card's own words until it has the focus: then all of them are there, and not the first two lines. */
function Words({ composer, field }: Props) {
  const { card } = composer.draft;
  const hint = t(`card.${field}Hint`);
  return (
    <div class={`words ${field}`}>
      <div class={card[field] ? 'shown' : 'shown empty'} aria-hidden="true" dir="auto">
        {card[field] || hint}
      </div>
      <textarea
        rows={1}
        dir="auto"
        aria-label={t(`card.${field}`)}
        aria-describedby={`${field}-origin`}
        placeholder={hint}
        value={card[field]}
        onKeyDown={(event) => {
          // They are one line each, however long; with Control it submits.
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
        }}
        onInput={({ currentTarget: { value } }) =>
          composer.change({ card: { ...composer.draft.card, [field]: value.replaceAll('\n', ' ') } })
        }
      />
    </div>
  );
}

function Part({ composer, field }: Props) {
  const { sources } = composer;
  return (
    <div class="part">
      <Words composer={composer} field={field} />
      <Stepper sources={sources} field={field} />
      <OriginLine sources={sources} field={field} />
    </div>
  );
}

export function CardEditor({ composer, pictures }: { composer: Composer; pictures: Pictures }) {
  const { link, card } = composer.draft;
  // It is only a picture where a network takes it instead of the card.
  const described = pictures.described.find(({ url }) => url === card.picture);
  if (!link) return <p class="hint">{t('composer.noLink')}</p>;
  return (
    <div class="link-card">
      {card.picture && (
        <span class="pic">
          <PictureThumb key={card.picture} url={card.picture} onBroken={(url) => pictures.markBroken(url)} />
          {described && <AltButton picture={described} place={0} pictures={pictures} />}
        </span>
      )}
      <div class="body">
        <div class="host" dir="auto">
          {hostOf(link)}
        </div>
        <Part composer={composer} field="title" />
        <Part composer={composer} field="description" />
      </div>
    </div>
  );
}
