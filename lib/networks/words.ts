// Words as people see them, in languages without spaces too.

let segmenter: Intl.Segmenter | undefined;

/** The words of a text and what stands between them (Unicode Standard Annex 29). Made at the first use, like `graphemes`. */
export function segmentWords(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  return segmenter.segment(text);
}
