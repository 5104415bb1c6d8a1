import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countText } from '../../../lib/networks/count.ts';

const X = { count: 'weighted' } as const;
const BLUESKY = { count: 'graphemes' } as const;
const MASTODON = { count: 'mastodon' } as const;
const PLAIN = { count: 'utf16' } as const;
const LONG = `https://example.com/${'a'.repeat(200)}`;

describe('X counts by weight', () => {
  it.each([
    ['', 0],
    ['hello', 5],
    ['Grüße, naïve café', 17],
    ['cafe\u0301', 4],
    ['日本語', 6],
    ['한국', 4],
    ['“quoted” — dash…', 16 + 1],
    ['😀', 2],
    ['👨‍👩‍👧‍👦', 2],
    ['👍🏽', 2],
    ['🇩🇪', 2],
    ['1️⃣', 2],
    ['12', 2],
    [LONG, 23],
    ['http://a.de', 23],
    [`see ${LONG}.`, 28],
    [`(${LONG})`, 25],
    ['https://en.wikipedia.org/wiki/Queue_(abstract_data_type)', 23],
    ['https://example.comの記事', 29],
    [`${LONG}\n${LONG}`, 47],
    ['HTTPS://EXAMPLE.COM/A', 23],
    ['not-a-link://x', 14],
  ])('%j is %i', (text, length) => {
    expect(countText(X, text)).toBe(length);
  });

  it('gives a text in NFC and in NFD the same length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(countText(X, text.normalize('NFD'))).toBe(countText(X, text.normalize('NFC')));
      }),
      { numRuns: 200 },
    );
  });

  it('counts plain ASCII words by their characters', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z0-9 ,!?-]*$/), (text) => {
        expect(countText(X, text)).toBe(text.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('Bluesky counts graphemes, and bytes when there are too many', () => {
  it.each([
    ['hello', 5],
    ['👨‍👩‍👧‍👦', 1],
    ['e\u0301', 1],
    ['नमस्ते'.normalize(), [...new Intl.Segmenter().segment('नमस्ते')].length],
    [LONG, LONG.length],
    ['👨‍👩‍👧‍👦'.repeat(120), 120],
    ['👨‍👩‍👧‍👦'.repeat(121), Math.ceil((121 * 25) / 10)],
  ])('%j is %i', (text, length) => {
    expect(countText(BLUESKY, text)).toBe(length);
  });
});

describe('Mastodon shortens addresses and leaves servers of mentions out', () => {
  it.each([
    ['hello', 5],
    [LONG, 23],
    ['@jane@example.social', 5],
    ['hi @jane@example.social!', 9],
    ['@jane', 5],
    ['mail jane@example.com', 21],
    ['👍🏽', 1],
    [`${LONG} @a@b.cd`, 26],
  ])('%j is %i', (text, length) => {
    expect(countText(MASTODON, text)).toBe(length);
  });
});

describe('the others count UTF-16 units', () => {
  it.each([
    ['hello', 5],
    ['😀', 2],
    [LONG, LONG.length],
  ])('%j is %i', (text, length) => {
    expect(countText(PLAIN, text)).toBe(length);
  });
});
