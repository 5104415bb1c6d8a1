// Where the chosen pictures came from, and why it is not the page's own.
import { t } from '@/lib/platform/i18n.ts';
import type { Composer } from './composer.model.ts';
import { originWords } from './Origin.tsx';

/** Each source once; nothing of pictures that an earlier visit had and this one has not. */
export function PictureOrigin({ composer }: { composer: Composer }) {
  const { attachment, pictures, card } = composer.draft;
  const chosen =
    attachment === 'pictures' ? pictures.filter((one) => one.chosen).map(({ url }) => url) : [card.picture];
  const known = composer.capture.value?.pictures ?? [];
  const sources = known.filter(({ url }) => chosen.includes(url)).map(({ source }) => originWords(source));
  return sources.length > 0 ? <div class="origin">{[...new Set(sources)].join(', ')}</div> : null;
}

/** Only of the page's own link: nothing is known of the pictures of another page. */
export function Unusable({ composer }: { composer: Composer }) {
  const capture = composer.capture.value;
  const [first] = capture?.unusable ?? [];
  if (!capture || !first || !capture.links.some(({ value }) => value === composer.draft.link)) return null;
  return (
    <p class="hint">
      {t(`unusable.${first.why}`)} {capture.pictures.length > 0 && t('unusable.next')}
    </p>
  );
}
