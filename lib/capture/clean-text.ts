// Makes a page's words safe to show and to post.

/** Controls, soft hyphens, zero-width spaces, and marks that turn the reading direction of what follows. */
const INVISIBLE =
  /[[\p{Cc}--[\t\n\v\f]]\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff\ufff9-\ufffb\u202a-\u202e\u2066-\u206f]/gv;
/** Letters that nobody sees; only in the flag of a region have they a meaning. */
const TAGS = /(\u{1f3f4}[\u{e0061}-\u{e007a}\u{e0030}-\u{e0039}]{1,6}\u{e007f})|[\u{e0000}-\u{e007f}]/gu;

/**
 * The text on one line per paragraph, without invisible characters, at most `most` UTF-16 units.
 * Joiners (U+200C, U+200D) stay: emoji and several scripts need them.
 */
export function cleanText(value: string, most: number): string {
  const text = value
    .slice(0, most * 4)
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, '')
    .replace(TAGS, '$1')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
  return text
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}

/** Between two of these a line break stands for nothing, elsewhere for a space. */
const UNSPACED = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
const NO_SPACE = new RegExp(`(?<=${UNSPACED})\\n(?=${UNSPACED})`, 'gu');

/** The text on one line: for titles, descriptions and alternative texts. */
export function cleanLine(value: string, most: number): string {
  return cleanText(value, most).replace(NO_SPACE, '').replace(/\n/g, ' ');
}
