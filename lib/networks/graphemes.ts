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
  let count = 0;
  for (const _ of characters(text)) count++;
  return count;
}

/** Made at the first use: making it takes milliseconds, which neither the first paint nor a waking worker has. */
function characters(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
}
