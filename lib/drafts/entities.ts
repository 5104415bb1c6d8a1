// What may not be cut in a text: links, handles (of mail too) and tags.

import { addressPattern, HOST } from '../networks/address.ts';
import { kept } from '../networks/kept.ts';

const WORD = '\\p{L}\\p{M}\\p{N}_';
const QUOTES = '"“”«»';
/** None is longer; without an end each word of a long run of words and dots would be read to the end of the run. */
const SCHEMES = '[a-z][a-z0-9+.\\-]{0,19}';
/** As far as the most generous network would take it, but not over a quote's end. */
const linkPattern = () =>
  addressPattern({
    schemes: SCHEMES,
    path: `^\\s<>()?${QUOTES}`,
    pathEnd: `^\\s()?!*'「」<>;:=,.$%\\[\\]~&\\|@${QUOTES}`,
    query: `^\\s<>${QUOTES}`,
    queryEnd: `${WORD}&=#/\\-`,
  }).source;
/** A machine without a name, which no network takes for a link and people do. */
const MACHINE = `(?<![${WORD}])${SCHEMES}://[^\\s<>${QUOTES}]*[${WORD}/]`;
const PLACE = `(?<![${WORD}.@/\\-])${HOST}/(?:[^\\s<>()${QUOTES}]*[${WORD}/])?`;
/** Mail's too. It is looked for once in each run of letters, however long that is. */
const HANDLE = `(?:(?<![${WORD}.+\\-])[${WORD}.+\\-]+|(?<![${WORD}]))[@＠][${WORD}]+(?:[.\\-]+[${WORD}]+)*(?:@[${WORD}]+(?:[.\\-]+[${WORD}]+)*)?`;
const TAG = `(?<![${WORD}&])[#＃$][${WORD}]+`;
const entity = kept(() => new RegExp([linkPattern(), MACHINE, PLACE, HANDLE, TAG].join('|'), 'giu'));
/** Each of them has one; to make the pattern, which knows all letters that there are, takes 30 ms. */
const SIGN = /[/@＠#＃$]/;

/** A piece of a text; offsets in UTF-16 units, `end` is the first one after it. */
export interface Span {
  start: number;
  end: number;
}

/** Where they stand, in order and apart from each other; `link` is one of them whatever it looks like. */
export function entitiesOf(text: string, link: string): Span[] {
  const known = link ? [...text.matchAll(new RegExp(RegExp.escape(link), 'g'))] : [];
  const hasMore = text.split(/\s+/).some((word) => word !== link && SIGN.test(word));
  const spans = [...known, ...(hasMore ? text.matchAll(entity()) : [])].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
  const joined: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const before = joined.at(-1);
    if (before && span.start < before.end) before.end = Math.max(before.end, span.end);
    else joined.push(span);
  }
  return joined;
}
