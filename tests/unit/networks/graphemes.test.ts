// That counting with a short cut for plain letters gives what Unicode's rules give.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countGraphemes, graphemes } from '@/lib/networks/graphemes.ts';

/** What joins with its neighbours, and what never does. */
const PIECES = [
  'a',
  'Z',
  '1',
  '#',
  ' ',
  '\n',
  '\r',
  '\r\n',
  'é',
  'e\u0301',
  '\u0308',
  'ж',
  '\u0483',
  'か',
  '\u3099',
  '漢',
  '\u00ad',
  '\u00a9',
  '\u00ae',
  '\ufe0f',
  '\u20e3',
  '\u200d',
  '👩',
  '👩‍👩‍👧',
  '🇩',
  '🇪',
  '👍🏽',
  '\u0600',
  '\u0915',
  '\u094d',
  '한',
  '\u1100',
  '\u1161',
  '\u11a8',
  '\ud83d',
  '\u{e0067}',
  '\u0e33',
  '\u200b',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 })))
  .map((all) => all.join(''));

describe('counting characters', () => {
  it('is counting the segments, whatever stands beside plain letters', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(countGraphemes(words)).toBe([...graphemes(words)].length);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes every plain letter for one', () => {
    expect(countGraphemes('Grüße, мир かな 漢字 1️⃣ 👩‍👩‍👧')).toBe(20);
  });
});
