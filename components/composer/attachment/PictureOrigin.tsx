// Where the chosen pictures came from, and why it is not the page's own.

import type { Composer } from '@/components/composer/composer.model.ts';
import type { Capture } from '@/lib/capture/capture.ts';
import { t } from '@/lib/platform/i18n.ts';
import { originWords } from './Origin.tsx';

function chosenOf({ draft }: Composer): (string | null)[] {
  const { attachment, pictures, card } = draft;
  return attachment === 'pictures'
    ? pictures.filter(({ chosen }) => chosen).map(({ url }) => url)
    : [card.picture];
}

/** Each source once; nothing of pictures that an earlier visit had and this one has not. */
function originsOf({ pictures }: Capture, chosen: (string | null)[]): string {
  const origins = pictures.filter(({ url }) => chosen.includes(url)).map(({ source }) => originWords(source));
  return [...new Set(origins)].join(', ');
}

/** Of the picture that stands in for the page's own it is said that it does, and why. */
export function PictureOrigin({ composer }: { composer: Composer }) {
  const capture = composer.capture.value;
  if (!capture) return null;
  const chosen = chosenOf(composer);
  const origins = originsOf(capture, chosen);
  const [better] = capture.unusable;
  if (!origins) return null;
  return (
    <div class="origin">
      {better && chosen.includes(capture.pictures[0]?.url ?? null)
        ? `${t('unusable.next', [origins])} ${t(`unusable.${better.why}`)}`
        : origins}
    </div>
  );
}

/** Why there is none, of the page's own link: nothing is known of the pictures of another page. */
export function NoPicture({ composer }: { composer: Composer }) {
  const capture = composer.capture.value;
  const [better] = capture?.unusable ?? [];
  const isPage = capture?.links.some(({ value }) => value === composer.draft.link);
  if (better && isPage) return <p class="hint">{t(`unusable.${better.why}`)}</p>;
  return composer.draft.attachment === 'pictures' ? <p class="hint">{t('composer.noPictures')}</p> : null;
}
