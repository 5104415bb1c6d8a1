// Our counts beside those of the networks' own packages, over thousands of texts made by chance.
import { createRequire } from 'node:module';
import { graphemeLen, utf8Len } from '@atproto/lex-data';
import fc from 'fast-check';
import { countGraphemes as countBySegmenter } from 'unicode-segmenter/grapheme';
import { describe, expect, it } from 'vitest';
import { countText } from '../../../lib/networks/count.ts';
import { exactCount } from '../../../lib/networks/exact-count.ts';
import { anyText, domainText, plainText } from './texts.ts';

const X = { count: 'weighted' } as const;
const BLUESKY = { count: 'graphemes' } as const;
const RUNS = { seed: 5, numRuns: 4000 };

/** The package as Node loads it, whole and with all that our build leaves out of it. */
const { parseTweet } = createRequire(import.meta.url)('twitter-text') as {
  parseTweet(text: string): { weightedLength: number };
};

function onX(text: string): number {
  return parseTweet(text).weightedLength;
}

describe('X, by its own package', () => {
  it('is counted as X counts', async () => {
    const count = await exactCount();
    fc.assert(
      fc.property(anyText, (text) => {
        expect(count(X, text)).toBe(onX(text));
      }),
      RUNS,
    );
  });

  it.each([
    ['a bare domain is a link', 'see example.com', 27],
    ['a bare domain of a country too', 'see example.de', 27],
    ['with its path', 'see example.de/a', 27],
    ['a word between full stops may be a domain', 'ASP.NET', 23],
    ['a domain that does not exist is none', 'https://example.notld/abc', 25],
    ['an address of numbers is none', 'http://127.0.0.1/abc', 20],
    ['a domain in another script', 'https://例え.jp/a b', 25],
    ['a link between Japanese words', '記事https://example.com/aです', 31],
    ['a port', 'https://example.com:8080/a', 23],
    ['brackets that close', 'https://example.com/a_(b)', 23],
    ['a handle with a server is no link', '@jane@example.com', 17],
    ['nor is an address for mail', 'jane@example.com', 16],
    ['tags count in full', '#tag #日本', 10],
    ['NFD counts as NFC', 'cafe\u0301', 4],
    ['a character that X does not allow', 'a\ufffeb', 4],
    ['an emoji that X does not know is counted by its parts', '🧑‍🎄', 5],
  ])('%s: %j is %i', async (_, text, length) => {
    expect((await exactCount())(X, text)).toBe(length);
    expect(onX(text)).toBe(length);
  });
});

describe('X, by the estimate', () => {
  it('equals X on words, emoji, handles, tags and whole links', () => {
    fc.assert(
      fc.property(plainText, (text) => {
        expect(countText(X, text)).toBe(onX(text));
      }),
      RUNS,
    );
  });

  it('is never below X where a domain without a scheme is among them', () => {
    fc.assert(
      fc.property(domainText, (text) => {
        expect(countText(X, text)).toBeGreaterThanOrEqual(onX(text));
      }),
      RUNS,
    );
  });
});

describe('Bluesky, by its own package', () => {
  it('is counted in graphemes as Bluesky counts', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(countText(BLUESKY, text)).toBe(graphemeLen(text));
      }),
      RUNS,
    );
  });

  it('and as the segmenter counts that it brings for engines without one', () => {
    // That one takes a keycap for an emoji that may be joined with another, which Unicode's rule GB11 does not.
    const text = anyText.filter((text) => !text.includes('\u20e3\u200d'));
    fc.assert(
      fc.property(text, (text) => {
        expect(countText(BLUESKY, text)).toBe(countBySegmenter(text));
      }),
      RUNS,
    );
  });

  it('is over its limit of 300 exactly when Bluesky finds too many graphemes or bytes', () => {
    const long = fc.array(anyText, { minLength: 1, maxLength: 30 }).map((texts) => texts.join(''));
    const heavy = fc.integer({ min: 100, max: 320 }).map((times) => '👨‍👩‍👧‍👦'.repeat(times));
    fc.assert(
      fc.property(fc.oneof(long, heavy), (text) => {
        expect(countText(BLUESKY, text) > 300).toBe(graphemeLen(text) > 300 || utf8Len(text) > 3000);
      }),
      { ...RUNS, numRuns: 1000 },
    );
  });
});

describe('characters that never join', () => {
  const first = Array.from({ length: 0x3_70 }, (_, code) => String.fromCharCode(code)).join('');
  const signs = Array.from({ length: 0x70 }, (_, code) => String.fromCharCode(0x2000 + code)).join('');

  it('are counted as a segmenter counts them, each beside each kind of neighbour', () => {
    for (const one of `${first}${signs}`) {
      for (const text of [`a${one}a`, `${one}${one}`, `\n${one}\n`, `\r${one}\r`, `é${one}…`]) {
        expect(countText(BLUESKY, text), JSON.stringify(text)).toBe(countBySegmenter(text));
      }
    }
  });
});
