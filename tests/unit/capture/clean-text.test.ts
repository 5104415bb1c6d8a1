import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../lib/capture/clean-text.ts';

const tagLetters = (words: string): string =>
  [...words].map((letter) => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0))).join('');

describe('what goes', () => {
  it.each([
    ['controls', 'a\u0000\u0007b\u009fc'],
    ['zero-width spaces', 'a\u200bb\ufeff\u2060c'],
    ['soft hyphens', 'a\u00adb\u00adc'],
    ['marks that turn the direction', '\u202ea\u202cb\u2066c\u2069'],
    ['invisible operators and annotations', 'a\u2061\u2064b\ufff9\ufffb\u180ec\u206a'],
    ['letters that nobody sees', `a${tagLetters('buy this')}bc`],
  ])('%s', (_, text) => {
    expect(cleanText(text, 100)).toBe('abc');
  });

  it('spaces beyond one, line ends beyond one, and both at the ends', () => {
    expect(cleanText(' \u00a0a\u3000 \t b \r\n \r\n\u2028 c\r', 100)).toBe('a b\nc');
  });

  it('what is beyond the limit, and no half of a character stays', () => {
    expect(cleanText('ab\u{1f600}', 3)).toBe('ab');
    expect(cleanText('abc  d', 4)).toBe('abc');
  });
});

describe('what stays', () => {
  it.each([
    ['emoji that are joined', '\u{1f469}\u200d\u{1f4bb} \u2764\ufe0f'],
    ['the flag of a region', `\u{1f3f4}${tagLetters('gbsct')}\u{e007f}`],
    ['joiners of Persian', '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'],
    ['text from right to left', '\u05e9\u05dc\u05d5\u05dd abc'],
    ['combining marks', 'e\u0301a\u0308'],
    ['mark-up and markers', '<b>$1 $& {{x}} $t(y) %s</b>'],
  ])('%s', (_, text) => {
    expect(cleanText(text, 100)).toBe(text);
  });
});
