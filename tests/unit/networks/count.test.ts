import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countText } from '../../../lib/networks/count.ts';

const X = { count: 'weighted' } as const;
const BLUESKY = { count: 'graphemes' } as const;
const MASTODON = { count: 'mastodon' } as const;
const THREADS = { count: 'emojiBytes' } as const;
const PLAIN = { count: 'utf16' } as const;
const LONG = `https://example.com/${'a'.repeat(200)}`;

describe('X counts by weight, as the estimate knows it', () => {
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

// After the cases of Mastodon's own tests of its StatusLengthValidator, Extractor and MENTION_RE.
describe('Mastodon shortens addresses and leaves servers of mentions out', () => {
  it.each([
    ['hello', 5],
    ['👍🏽', 1],
    ['👩‍👩‍👧‍👦 naïve', 7],
    [LONG, 23],
    [`${'a'.repeat(476)} http://${'b'.repeat(30)}.com/example`, 500],
    ['http://localhost/abc', 20],
    ['see example.com here', 20],
    ['look https://example.com/🐪/#camel here', 33],
    ['besøk https://grå.org/ idag', 34],
    ['参观 https://慕田峪长城.网址/ 今天', 29],
    ['gemini://example.org/page', 23],
    ['ftp://example.org/a', 19],
    ['https://en.wikipedia.org/wiki/Diaspora_(software)', 23],
    ['(https://example.com/a).', 26],
    ['https://example.com/a?q=日本&b=1.', 24],
    ['https://example.com:8080/a', 23],
    ['https://example.com/@jane@example.social', 23],
    ['https://example.comの記事', 26],
    ['@jane@example.social', 5],
    ['hi @jane@example.social!', 9],
    ['@jane.doe@sub.example.social', 9],
    ['@arnt@grå.org, @user@慕田峪长城.网址', 12],
    ['@jane@localhost', 5],
    ['@jane', 5],
    ['@jane@@example.social', 21],
    ['mail jane@example.com', 21],
    ['foo@arnt@grå.org', 16],
    ['a=@jane@example.social', 22],
    ['/@jane@example.social', 21],
    [`${LONG} @a@b.cd`, 26],
  ])('%j is %i', (text, length) => {
    expect(countText(MASTODON, text)).toBe(length);
  });

  it('counts what is no link to it in full: too close to a word, too long an address, too long a server', () => {
    const joined = `${'a'.repeat(476)}http://${'b'.repeat(30)}.com/example`;
    const endless = `http://example.com/valid?${'#foo?'.repeat(1000)}`;
    const server = `@alice@${'b'.repeat(500)}.com`;
    for (const text of [joined, endless, server]) expect(countText(MASTODON, text)).toBeGreaterThan(500);
  });

  it('gets through a text that is made to confuse it', () => {
    const hostile = ['https://a.de/', 'a.', '@a.', 'https://a.de/(', 'x@x.x', '(', 'https://'];
    for (const piece of hostile)
      expect(countText(MASTODON, piece.repeat(100_000 / piece.length))).toBeGreaterThan(500);
  });
});

describe('Threads counts an emoji by its bytes', () => {
  it.each([
    ['hello', 5],
    ['Grüße 日本', 8],
    ['😀', 4],
    ['👨‍👩‍👧‍👦', 25],
    ['🇩🇪!', 9],
    ['1️⃣', 7],
    [LONG, LONG.length],
  ])('%j is %i', (text, length) => {
    expect(countText(THREADS, text)).toBe(length);
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

describe('Buffer counts as its guide to character limits says', () => {
  it.each([
    ['', 0],
    ['See it', 6],
    [LONG, 24],
    ['http://a.de', 24],
    [`${LONG}\n${LONG}`, 49],
  ])('on LinkedIn %j is %i', (text, length) => {
    expect(countText({ count: 'shortLinks' }, text)).toBe(length);
  });

  it.each([
    ['', 0],
    ['One line', 8],
    ['\n', 2],
    ['One\n\nTwo', 10],
    ['😀', 2],
  ])('on Instagram %j is %i', (text, length) => {
    expect(countText({ count: 'lineEnds' }, text)).toBe(length);
  });
});
