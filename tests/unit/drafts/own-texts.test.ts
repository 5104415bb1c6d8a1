// Links and titles that change in every text of a draft.
import { describe, expect, it } from 'vitest';
import { newWords, withLink, withTitle } from '@/lib/drafts/draft.ts';
import { draft, LINK } from './fixtures.ts';

const OTHER = 'https://a.de/other';

describe('a network’s own text', () => {
  const made = draft({ text: `All: ${LINK}`, texts: { twitter: `X: ${LINK}.`, threads: 'No link' } });

  it('holds another link where it held the old one', () => {
    const { text, texts } = withLink(made, OTHER);
    expect(text).toBe(`All: ${OTHER}`);
    expect(texts).toEqual({ twitter: `X: ${OTHER}.`, threads: 'No link' });
  });

  it('holds another title where a line was the old one', () => {
    const { texts } = withTitle({ ...made, texts: { twitter: 'The story\nand more' } }, 'A tale');
    expect(texts).toEqual({ twitter: 'A tale\nand more' });
  });
});

describe('what of the words is new', () => {
  it('is nothing, the text of all, or texts of their own', () => {
    const made = draft({ text: 'All', texts: { twitter: 'X' } });
    expect(newWords(made, { text: 'All', texts: { twitter: 'X' } })).toEqual({});
    expect(newWords(made, { text: 'Else', texts: { twitter: 'X' } })).toEqual({ text: 'Else' });
    expect(newWords(made, { text: 'All', texts: { twitter: 'Y' } })).toEqual({ texts: { twitter: 'Y' } });
  });
});
