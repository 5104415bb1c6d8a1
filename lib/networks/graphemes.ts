// Characters as people see them: a family of four is one, a letter with its accents is one.

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The characters of a text, in order (Unicode Standard Annex 29). */
export function* graphemes(text: string): Generator<string> {
  for (const { segment } of segmenter.segment(text)) yield segment;
}

export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}
