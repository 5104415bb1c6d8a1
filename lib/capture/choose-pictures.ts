// The pictures that Buffer can fetch, best first: what the page names for sharing, then its large images.

import { isPublicPicture, safeUrl } from '../buffer/safe-url.ts';
import type { CapturedPicture, CaptureOptions } from './capture.ts';
import { cleanText } from './clean-text.ts';
import type { PageReading } from './page.ts';

const MOST = 20;
/** Beyond this, larger is not better: the page's order decides. */
const LARGE = 400_000;

/** At most 20, each once; width and height in pixels, 0 where the page does not say. */
export function choosePictures(reading: PageReading, options: CaptureOptions): CapturedPicture[] {
  const base = reading.baseUrl || reading.url;
  const chosen = new Map<string, CapturedPicture>();
  for (const picture of [...named(reading), ...shown(reading)]) {
    const url = safeUrl(picture.url, base)?.replace(/#.*$/s, '');
    if (!url || !isPublicPicture(url, options)) continue;
    const known = chosen.get(url);
    if (known) chosen.set(url, filledFrom(known, picture));
    else if (chosen.size < MOST) chosen.set(url, { ...picture, url, alt: cleanText(picture.alt, 1000) });
  }
  return [...chosen.values()];
}

/** The page's image often has the words and the size that its tag lacks. */
function filledFrom(known: CapturedPicture, other: CapturedPicture): CapturedPicture {
  return {
    url: known.url,
    alt: known.alt || cleanText(other.alt, 1000),
    width: known.width || other.width,
    height: known.height || other.height,
  };
}

function named({ meta }: PageReading): CapturedPicture[] {
  const pictures: CapturedPicture[] = [];
  for (const { name, content } of meta) {
    const [, detail = ''] = /^(?:og|twitter):image(?::(.+))?$/.exec(name) ?? [null, 'none'];
    const last = pictures.at(-1);
    if (['', 'url', 'src'].includes(detail)) pictures.push({ url: content, alt: '', width: 0, height: 0 });
    else if (detail === 'secure_url')
      pictures.push({ url: content, alt: last?.alt ?? '', width: 0, height: 0 });
    else if (last && detail === 'alt') last.alt = content;
    else if (last && (detail === 'width' || detail === 'height'))
      last[detail] = Number.parseInt(content, 10) || 0;
  }
  return pictures;
}

function shown({ images }: PageReading): CapturedPicture[] {
  const area = ({ width, height }: { width: number; height: number }) => Math.min(width * height, LARGE);
  return images
    .map(({ src, alt, width, height }) => ({ url: src, alt, width, height }))
    .sort((a, b) => area(b) - area(a));
}
