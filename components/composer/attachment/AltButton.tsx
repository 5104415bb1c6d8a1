// The mark on a picture that says whether it has words, and opens them.
import type { DraftPicture } from '@/lib/drafts/draft.ts';
import { t } from '@/lib/platform/i18n.ts';
import type { Pictures } from './pictures.model.ts';

interface Props {
  picture: DraftPicture;
  /** From 0. */
  place: number;
  pictures: Pictures;
}

export function AltButton({ picture, place, pictures }: Props) {
  const { url, alt } = picture;
  const { opened, open } = pictures;
  const isOpen = open !== null && open !== 'add' && open.url === url;
  return (
    <button
      type="button"
      class={alt ? 'alt' : 'alt none'}
      data-alt={url}
      aria-label={t(alt ? 'picture.altOf' : 'picture.noAltOf', [String(place + 1)])}
      title={alt || t('picture.noAltOf', [String(place + 1)])}
      aria-expanded={isOpen}
      onClick={() => {
        opened.value = isOpen ? null : { url };
      }}
    >
      ALT
    </button>
  );
}
