// How long a text is in the eyes of a network.
import type { NetworkRow } from './table.ts';

const URL_CHARACTER = "[\\w\\-.~:/?#[\\]@!$&'()*+,;=%|\\u00c0-\\u024f\\u0400-\\u04ff]";
/** Stops at the first character that no address holds unencoded, so that Japanese text may follow without a space. */
const ADDRESS = new RegExp(`(?<![\\w@#$])https?://${URL_CHARACTER}+`, 'gi');
/** What X's and Mastodon's own shorteners make of any address. */
const SHORTENED = 'x'.repeat(23);
const MENTION = /(?<![\w/])@(\w+(?:[.-]+\w+)*)@[\w-]+(?:\.[\w-]+)+/g;
const EMOJI = /^\p{RGI_Emoji}$/v;
const LIGHT: readonly (readonly [number, number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];
/** Bluesky's second limit beside 300 graphemes. */
const BLUESKY_BYTES = 3000;
let segmenter: Intl.Segmenter | undefined;

/**
 * The length of `text` as the network counts it, comparable with `row.limit`.
 * Sources: twitter-text v3 configuration (X), `app.bsky.feed.post` lexicon (Bluesky), Mastodon's StatusLengthValidator.
 */
export function countText(row: Pick<NetworkRow, 'count'>, text: string): number {
  switch (row.count) {
    case 'weighted':
      return weightOf(shortened(text.normalize('NFC')));
    case 'graphemes':
      return blueskyLength(text);
    case 'mastodon':
      return graphemes(shortened(text).replace(MENTION, '@$1'));
    case 'utf16':
      return text.length;
  }
}

function shortened(text: string): string {
  return text.replace(ADDRESS, (address) => SHORTENED + address.slice(addressLength(address)));
}

/** Without the punctuation that ends a sentence; a closing bracket stays if the address opened it. */
function addressLength(address: string): number {
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    if (last === ')') {
      const rest = address.slice(0, end);
      if (rest.split('(').length >= rest.split(')').length) break;
    } else if (!/[.,;:!?'\]]/.test(last)) break;
  }
  return end;
}

function weightOf(text: string): number {
  let weight = 0;
  for (const { segment } of characters(text)) {
    if (EMOJI.test(segment)) weight += 2;
    else for (const character of segment) weight += isLight(character.codePointAt(0) ?? 0) ? 1 : 2;
  }
  return weight;
}

function isLight(point: number): boolean {
  return LIGHT.some(([from, to]) => point >= from && point <= to);
}

function graphemes(text: string): number {
  let count = 0;
  for (const _ of characters(text)) count++;
  return count;
}

/** A text over the byte limit is shown over the grapheme limit in proportion: people see one number. */
function blueskyLength(text: string): number {
  const count = graphemes(text);
  const bytes = new TextEncoder().encode(text).length;
  return bytes > BLUESKY_BYTES ? Math.max(count, Math.ceil(bytes / 10)) : count;
}

/** Made at the first use: making it takes milliseconds, which neither the first paint nor a waking worker has. */
function characters(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
}
