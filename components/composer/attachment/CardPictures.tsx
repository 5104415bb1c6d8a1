// The choice of the link card's one picture.
import type { Composer } from '@/components/composer/composer.model.ts';
import { useSettled } from '@/components/composer/use-settled.ts';
import { t } from '@/lib/platform/i18n.ts';
import { AddButton } from './AddButton.tsx';
import { PictureThumb } from './PictureThumb.tsx';
import { pictureName } from './picture-name.ts';
import type { Pictures } from './pictures.model.ts';

export function CardPictures({ composer, pictures }: { composer: Composer; pictures: Pictures }) {
  // They are large pictures shown small: the card has the chosen one, and the others can wait.
  const isSettled = useSettled();
  const { card, link: draftLink } = composer.draft;
  if (!draftLink) return null;
  return (
    <div class="strip">
      <div class="choices" role="radiogroup" aria-label={t('composer.pictureCard')}>
        {pictures.all.map((picture, index) => (
          <label key={picture.url} title={pictureName(picture, index)}>
            <input
              class="unseen-input"
              type="radio"
              name="picture"
              aria-label={pictureName(picture, index)}
              checked={picture.url === card.picture}
              onChange={() => pictures.putOnCard(picture.url)}
            />
            <span class={picture.url === card.picture ? 'thumb on' : 'thumb'}>
              {isSettled && <PictureThumb url={picture.url} />}
            </span>
          </label>
        ))}
      </div>
      <AddButton pictures={pictures} />
    </div>
  );
}
