// Makes a page's words safe to show and to post.

/** Controls, zero-width spaces, and marks that turn the reading direction of what follows. */
const INVISIBLE = /[[\p{Cc}--[\t\n\v\f]]\u200b\u2060\ufeff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gv;

/**
 * The text on one line per paragraph, without invisible characters, at most `most` UTF-16 units.
 * Joiners (U+200C, U+200D) stay: emoji and several scripts need them.
 */
export function cleanText(value: string, most: number): string {
  const text = value
    .slice(0, most * 4)
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
  return text
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}

/** The text on one line: for titles and alternative texts. */
export function cleanLine(value: string, most: number): string {
  return cleanText(value.slice(0, most * 4).replace(/\s+/g, ' '), most);
}
