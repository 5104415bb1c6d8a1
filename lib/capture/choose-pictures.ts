// The pictures that Buffer can fetch, best first: what the page names for sharing, then its large images.

import { isPublicPicture, safeUrl } from '../buffer/safe-url.ts';
import type { Capture, CapturedPicture, CaptureOptions, Source } from './capture.ts';
import { cleanLine } from './clean-text.ts';
import type { PageReading } from './reading.ts';

const MOST = 20;
/** Beyond this, larger is not better: the page's order decides. */
const LARGE = 400_000;
const SHOWN: Readonly<Record<PageReading['images'][number]['kind'], Source>> = {
  img: 'page',
  poster: 'poster',
  background: 'background',
};

/**
 * At most 20, each once; width and height in pixels, 0 where the page does not say. `described` are the addresses that
 * JSON-LD gives for what the page is about.
 */
export function choosePictures(
  reading: PageReading,
  described: string[],
  options: CaptureOptions,
): Pick<Capture, 'pictures' | 'unusable'> {
  const base = reading.baseUrl || reading.url;
  const chosen = new Map<string, CapturedPicture>();
  const named = [...tagged(reading), ...described.map((url) => bare(url, 'json-ld')), ...linked(reading)];
  for (const picture of [...named, ...shown(reading)]) {
    const url = safeUrl(picture.url, base)?.replace(/#.*$/s, '');
    if (!url || !isPublicPicture(url, options)) continue;
    const known = chosen.get(url);
    if (known) chosen.set(url, filledFrom(known, picture));
    else if (chosen.size < MOST) chosen.set(url, { ...picture, url, alt: cleanLine(picture.alt, 1000) });
  }
  return { pictures: [...chosen.values()], unusable: [] };
}

/** The page's image often has the words and the size that its tag lacks. */
function filledFrom(known: CapturedPicture, other: CapturedPicture): CapturedPicture {
  return {
    ...known,
    alt: known.alt || cleanLine(other.alt, 1000),
    width: known.width || other.width,
    height: known.height || other.height,
  };
}

function bare(url: string, source: Source): CapturedPicture {
  return { url, alt: '', width: 0, height: 0, source };
}

function tagged({ meta }: PageReading): CapturedPicture[] {
  const pictures: CapturedPicture[] = [];
  for (const { name, content } of meta) {
    const [, family = '', detail = ''] = /^(og|twitter):image(?::(.+))?$/.exec(name) ?? [null, '', 'none'];
    const last = pictures.at(-1);
    const picture = bare(content, family === 'og' ? 'og' : 'twitter');
    if (['', 'url', 'src'].includes(detail)) pictures.push(picture);
    else if (detail === 'secure_url') pictures.push({ ...picture, alt: last?.alt ?? '' });
    else if (last && detail === 'alt') last.alt = content;
    else if (last && (detail === 'width' || detail === 'height'))
      last[detail] = Number.parseInt(content, 10) || 0;
  }
  return pictures;
}

function linked({ links }: PageReading): CapturedPicture[] {
  return links.filter(({ rel }) => rel === 'image_src').map(({ href }) => bare(href, 'page'));
}

function shown({ images }: PageReading): CapturedPicture[] {
  const rank = ({ place, width, height }: PageReading['images'][number]): number =>
    (place === 'main' ? 2 * LARGE : 0) + Math.min(width * height, LARGE);
  return images
    .toSorted((a, b) => rank(b) - rank(a))
    .map(({ kind, src, lazy, alt, caption, width, height }) => ({
      url: src || (lazy[0] ?? ''),
      alt: alt || caption,
      width,
      height,
      source: SHOWN[kind],
    }));
}
