// The pictures that Buffer can fetch, best first: what the page names for sharing, then what it shows.

import { pictureVerdict, type Unusable } from '../../buffer/safe-url.ts';
import type { Capture, CapturedPicture, CaptureOptions, Source } from '../capture.ts';
import { cleanLine } from '../clean-text.ts';
import type { PagePicture, PageReading } from '../reading.ts';
import { namedPictures } from './named-pictures.ts';
import { pictureAddress } from './picture-address.ts';
import { renderedSource } from './rendered.ts';
import { pictureKey } from './same-picture.ts';

const MOST = 20;
const MOST_UNUSABLE = 5;
/** Square pixels beyond which larger is not better: the page's order decides. */
const LARGE = 400_000;
/** Pixels of a side under which a picture is a logo, whatever the page names it for. */
const SMALL = 200;
/** The size that WordPress writes into the names of its smaller copies. */
const WRITTEN = /-(\d+)x(\d+)\.\w+$/;
const SHOWN: Readonly<Record<PagePicture['kind'], Source>> = {
  img: 'page',
  poster: 'poster',
  background: 'background',
};

interface Found extends CapturedPicture {
  isNamed: boolean;
  why: Unusable | null;
}

/**
 * At most 20, each once whatever its size; width and height in pixels, 0 where the page does not say. `described` are
 * the addresses that JSON-LD gives for what the page is about. `unusable` says what would have come before the first.
 */
export function choosePictures(
  reading: PageReading,
  described: string[],
  options: CaptureOptions,
): Pick<Capture, 'pictures' | 'unusable'> {
  const find = (pictures: CapturedPicture[], isNamed: boolean): Found[] =>
    pictures.flatMap((picture) => {
      const url = pictureAddress(picture.url, reading);
      const alt = cleanLine(picture.alt, 1000);
      return url ? [{ ...picture, url, alt, isNamed, why: pictureVerdict(url, options) }] : [];
    });
  const ranked = byRank(find(namedPictures(reading, described), true), find(shownPictures(reading), false));
  const usable = ranked.filter(({ why }) => why === null);
  const before = usable[0] ? ranked.slice(0, ranked.indexOf(usable[0])) : ranked;
  return { pictures: folded(usable), unusable: unusableOf(before, usable) };
}

/** Named ones first, but a small one behind all that the page shows. */
function byRank(named: Found[], shown: Found[]): Found[] {
  const isSmall = (picture: Found): boolean => {
    const { width, height } = filled(picture, shown.find(({ url }) => url === picture.url) ?? picture);
    const written = width || height ? [] : (WRITTEN.exec(picture.url)?.slice(1) ?? []);
    return [width, height, ...written].some((side) => Number(side) > 0 && Number(side) < SMALL);
  };
  const small = named.filter(isSmall);
  return [...named.filter((picture) => !small.includes(picture)), ...shown, ...small];
}

function shownPictures({ images, viewport }: PageReading): CapturedPicture[] {
  return images
    .toSorted((a, b) => weight(b) - weight(a))
    .map((image) => ({
      url: renderedSource(image, viewport),
      alt: image.alt || image.caption,
      width: image.width,
      height: image.height,
      source: SHOWN[image.kind],
    }));
}

/** Images of the article, then backgrounds and posters, then other images; of each the larger before the smaller. */
function weight({ kind, place, width, height }: PagePicture): number {
  const group = kind !== 'img' ? 1 : place === 'main' ? 2 : 0;
  return group * 2 * LARGE + Math.min(width * height, LARGE);
}

/** The same picture in several sizes once: the one that the page names, or else the largest. */
function folded(usable: Found[]): CapturedPicture[] {
  const kept = new Map<string, Found>();
  for (const picture of usable) {
    const key = pictureKey(picture.url);
    const known = kept.get(key);
    if (!known) kept.set(key, picture);
    else if (known.isNamed || area(known) === 0 || area(picture) <= area(known))
      kept.set(key, filled(known, picture));
    else kept.set(key, filled(picture, known));
  }
  return [...kept.values()].slice(0, MOST).map(({ isNamed: _, why: __, ...picture }) => picture);
}

function area({ width, height }: CapturedPicture): number {
  return width * height;
}

/** The page's image often has the words and the size that its tag lacks; another size of it only the words. */
function filled(picture: Found, other: Found): Found {
  const { width, height } = picture.url === other.url ? other : picture;
  return {
    ...picture,
    alt: picture.alt || other.alt,
    width: picture.width || width,
    height: picture.height || height,
  };
}

/** Without those that there are in a usable form after all. */
function unusableOf(before: Found[], usable: Found[]): Capture['unusable'] {
  const offered = new Set(usable.map(({ url }) => pictureKey(url)));
  const missed = new Map<string, Unusable>();
  for (const { url, why } of before) if (why && !offered.has(pictureKey(url))) missed.set(url, why);
  return [...missed].slice(0, MOST_UNUSABLE).map(([url, why]) => ({ url, why }));
}
