// The page's pictures: several may go with the post, one goes onto the link card.

import type { Composer } from '@/components/composer/composer.model.ts';
import type { DraftPicture } from '@/lib/drafts/draft.ts';
import { t } from '@/lib/platform/i18n.ts';

function nameOf(picture: DraftPicture, index: number): string {
  return picture.alt || t('composer.pictureNumber', [String(index + 1)]);
}

function Thumb({ picture, on }: { picture: DraftPicture; on: boolean }) {
  return (
    <span class={on ? 'thumb on' : 'thumb'}>
      <img src={picture.url} alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" />
      {picture.alt && (
        <span class="alt" aria-hidden="true">
          ALT
        </span>
      )}
    </span>
  );
}

export function PictureStrip({ composer }: { composer: Composer }) {
  const { attachment, pictures, card } = composer.draft;
  const several = attachment === 'pictures';
  const isOn = (picture: DraftPicture) => (several ? picture.chosen : picture.url === card.picture);
  const choose = (chosen: DraftPicture) =>
    several
      ? composer.change({
          pictures: pictures.map((picture) =>
            picture.url === chosen.url ? { ...picture, chosen: !picture.chosen } : picture,
          ),
        })
      : composer.change({ card: { ...card, picture: chosen.url } });
  const choices = pictures.map((picture, index) => (
    <label key={picture.url} title={nameOf(picture, index)}>
      <input
        type={several ? 'checkbox' : 'radio'}
        name="picture"
        aria-label={nameOf(picture, index)}
        checked={isOn(picture)}
        onChange={() => choose(picture)}
      />
      <Thumb picture={picture} on={isOn(picture)} />
    </label>
  ));
  return several ? (
    <fieldset class="strip several">
      <legend class="hidden">{t('composer.pictures')}</legend>
      {choices}
    </fieldset>
  ) : (
    <div class="strip" role="radiogroup" aria-label={t('composer.pictureCard')}>
      {choices}
    </div>
  );
}
