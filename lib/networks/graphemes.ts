// Characters as people see them: a family of four is one, a letter with its accents is one.

let segmenter: Intl.Segmenter | undefined;

/** The characters of a text, in order (Unicode Standard Annex 29). */
export function* graphemes(text: string): Generator<string> {
  for (const { segment } of characters(text)) yield segment;
}

/** Letters of Western and Central Europe, digits, signs and line ends: none of them joins with another. */
const SINGLE = /^[\n\x20-\x7e\xa0-\u02ff\u2010-\u2027\u2030-\u205e]*$/;

export function countGraphemes(text: string): number {
  if (SINGLE.test(text)) return text.length;
  const hard = withoutPlain(text);
  let count = text.length - hard.length;
  for (const _ of characters(hard)) count++;
  return count;
}

/** Letters, digits and signs that join with none of their kind: ASCII, Latin, Cyrillic, kana, Han. */
const PLAIN = '[ -~\\u00c0-\\u02af\\u0400-\\u0481\\u3041-\\u3096\\u30a1-\\u30fa\\u4e00-\\u9fff]';
const PLAIN_BEFORE_PLAIN = new RegExp(`${PLAIN}(?=${PLAIN})`, 'g');

/** What is left of a text to be looked at closely: each character taken out is one by itself, of one UTF-16 unit. */
export function withoutPlain(text: string): string {
  return text.replace(PLAIN_BEFORE_PLAIN, '');
}

/** Made at the first use: making it takes milliseconds, which neither the first paint nor a waking worker has. */
function characters(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
}
