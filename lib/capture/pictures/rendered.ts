// The address of the picture that an image shows, or would show once the browser or a script has loaded it.

import type { PagePicture, Viewport } from '../reading.ts';
import { cssLength, cssWords } from './css-length.ts';
import { matchesCondition, matchesMedia } from './media.ts';
import { type Candidate, parseSrcset, pickCandidate } from './srcset.ts';

/** What Chromium shows of `<source type>`; not SVG, which Buffer does not take: then the next source is the picture. */
const TYPES =
  /^\s*image\/(?:a?png|x-png|p?jpeg|jpg|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon|x-xbitmap)\s*(?:;|$)/i;
const INLINE = /^\s*(?:data|blob):/i;

type Image = Pick<PagePicture, 'src' | 'sets' | 'lazy' | 'width'>;

/** As written or as the browser resolved it; '' when it has none. */
export function renderedSource(image: Image, viewport: Viewport): string {
  const chosen = fromSets(image, viewport);
  // A picture that stands in the page itself is mostly there until a script puts the real one in its place.
  const later = [image.src, ...image.lazy.map((written) => fromLazy(written, image, viewport))];
  return [chosen, ...later].find((url) => url && !INLINE.test(url)) ?? (chosen || image.src);
}

/** How wide the image is to be, in CSS pixels, by its `sizes`; `auto` is the width that it says itself. */
export function sourceSize(
  sizes: string,
  { width, viewport }: { width: number; viewport: Viewport },
): number {
  let words: string[] = [];
  for (const word of [...cssWords(sizes), ',']) {
    if (word !== ',') words.push(word);
    else {
      const said = words.at(-1) ?? '';
      const size = said === 'auto' ? width || null : cssLength(said, viewport);
      const isMatch = words.length === 1 || matchesCondition(words.slice(0, -1), viewport);
      if (size !== null && isMatch && (size >= 0 || said.includes('('))) return Math.max(size, 0);
      words = [];
    }
  }
  return viewport.width;
}

function fromSets(image: Image, viewport: Viewport): string {
  const own = image.sets.at(-1);
  for (const set of image.sets) {
    const candidates = parseSrcset(set.srcset);
    if (set === own)
      return pick([...candidates, ...fallback(image, candidates)], set.sizes, { image, viewport });
    const isShown = (!set.type || TYPES.test(set.type)) && matchesMedia(set.media, viewport);
    if (isShown && candidates.length) return pick(candidates, set.sizes, { image, viewport });
  }
  return '';
}

/** `src` is one more candidate, where the others do not say how wide they are. */
function fallback({ src }: Image, candidates: Candidate[]): Candidate[] {
  return src && !candidates.some(({ width }) => width > 0) ? [{ url: src, width: 0, density: 1 }] : [];
}

/** `data-src` holds an address, `data-srcset` the same or several: a comma alone makes no list of an address. */
function fromLazy(written: string, image: Image, viewport: Viewport): string {
  // A template, which only the page's script can fill.
  if (/[{}]/.test(written)) return '';
  if (!/\s[\d.]+[wx]\s*(?:,|$)/.test(written)) return written;
  return pick(parseSrcset(written), image.sets.at(-1)?.sizes ?? '', { image, viewport });
}

function pick(
  candidates: Candidate[],
  sizes: string,
  { image, viewport }: { image: Image; viewport: Viewport },
): string {
  return pickCandidate(candidates, sourceSize(sizes, { width: image.width, viewport }), viewport.ratio);
}
