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
function said(capture: Capture, chosen: (string | null)[]): string {
  const origins = originsOf(capture, chosen);
  const [better] = capture.unusable;
  return origins && better && chosen.includes(capture.pictures[0]?.url ?? null)
    ? `${t('unusable.next', [origins])} ${t(`unusable.${better.why}`)}`
    : origins;
}

/** Why there is none, of the page's own link: nothing is known of the pictures of another page. */
function saidOfNone({ draft, capture }: Composer): string {
  const [better] = capture.value?.unusable ?? [];
  const isPage = capture.value?.links.some(({ value }) => value === draft.link);
  if (better && isPage) return t(`unusable.${better.why}`);
  return draft.attachment === 'pictures' ? t('composer.noPictures') : '';
}

export function PictureOrigin({ composer }: { composer: Composer }) {
  const { draft, capture } = composer;
  const words =
    draft.pictures.length === 0
      ? saidOfNone(composer)
      : capture.value && said(capture.value, chosenOf(composer));
  return words ? <p class="origin">{words}</p> : null;
}
