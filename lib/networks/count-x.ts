// X's weights, for as long as X's own counter is not there: near to it, and not below it where a link is not sure.

import { addressPattern, HOST, SHORTENED } from './address.ts';
import { graphemes } from './graphemes.ts';
import { kept } from './kept.ts';

const LETTERS = 'a-z0-9\\u00c0-\\u024f\\u0400-\\u04ff';
const address = kept(() =>
  addressPattern({
    schemes: 'https?',
    path: `${LETTERS}!*';:=+,.$/%#\\[\\]\\-_~@\\|&`,
    pathEnd: `${LETTERS}+\\-=_#/`,
    query: "a-z0-9!?*'@();:&=+$/%#\\[\\]\\-_.,~\\|",
    queryEnd: 'a-z0-9\\-_&=#/',
  }),
);
/** X makes a link of it if the end is a domain that exists. */
const bare = kept(() => new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_.@-])${HOST}`, 'giu'));
/** Every emoji has one of these, if only the mark that makes a sign an emoji. */
const MAYBE_EMOJI = /[\u2000-\uffff]/;
const emoji = kept(() => /^\p{RGI_Emoji}$/v);
const LIGHT: readonly (readonly [number, number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];

/** About the weighted length of a post (twitter-text's configuration, version 3): right for most, and rather over. */
export function estimateX(text: string): number {
  const shortened = text.normalize('NFC').replace(address(), SHORTENED);
  return weightOf(shortened.replace(bare(), (host) => host.padEnd(SHORTENED.length, 'x')));
}

function weightOf(text: string): number {
  let weight = 0;
  for (const grapheme of graphemes(text)) {
    if (MAYBE_EMOJI.test(grapheme) && emoji().test(grapheme)) weight += 2;
    else for (const character of grapheme) weight += isLight(character.codePointAt(0) ?? 0) ? 1 : 2;
  }
  return weight;
}

function isLight(point: number): boolean {
  return LIGHT.some(([from, to]) => point >= from && point <= to);
}
