import { describe, expect, it, vi } from 'vitest';
import {
  chooseTitles,
  hostNames,
  optionsOf,
  plainTitle,
  uncounted,
} from '../../../lib/capture/choose-title.ts';

describe('plainTitle', () => {
  it.each([
    ['at the end', 'The story | The Paper', ['The Paper'], 'The story'],
    ['at the start', 'The Paper: The story', ['The Paper'], 'The story'],
    ['at both', 'The Paper | The story | The Paper', ['The Paper'], 'The story'],
    ['two of them', 'The story - Sport - The Paper', ['The Paper', 'Sport'], 'The story'],
    ['in other letters', 'The story · THEPAPER', ['The Paper'], 'The story'],
    ['in letters with marks', 'Die Lüge — Süddeutsche', ['Suddeutsche'], 'Die Lüge'],
    ['with a divider in it', 'The story - Marks - Spencer', ['Marks - Spencer'], 'The story'],
    ['with a divider in it, at the start', 'Marks - Spencer - The story', ['Marks - Spencer'], 'The story'],
    ['after two dividers', 'Cats :: Pets', ['Pets'], 'Cats'],
    ['after a slash', 'Mara on X: “Words” / X', ['X'], 'Mara on X: “Words”'],
    ['after a wide bar', '散歩の話｜山の新聞', ['山の新聞'], '散歩の話'],
    ['after a wide bar, spaces or not', '山の新聞 │散歩の話', ['山の新聞'], '散歩の話'],
    ['after a wide colon', '山の新聞：散歩の話', ['山の新聞'], '散歩の話'],
    ['in Korean', '산책 이야기 - 산 신문', ['산신문'], '산책 이야기'],
    ['from right to left', 'قصة المشي | جريدة الجبل', ['جريدة الجبل'], 'قصة المشي'],
    ['from right to left, at the start', 'עיתון ההר - סיפור', ['עיתון ההר'], 'סיפור'],
  ])('drops the name %s', (_, title, names, plain) => {
    expect(plainTitle(title, names)).toBe(plain);
  });

  it.each([
    ['no name', 'The story | Part 2', []],
    ['another name', 'The story | The Post', ['The Paper']],
    ['a part of the name', 'The story | Paper', ['The Paper']],
    ['a name within words', 'Why The Paper: is read', ['The Paper']],
    ['nothing but the name', 'The Paper', ['The Paper']],
    ['no space at the divider', 'Well-known', ['known']],
    ['a time', 'At 10:30', ['30']],
    ['a name without letters', 'Cats | 🎉', ['🍕', '!!!']],
  ])('leaves a title with %s', (_, title, names) => {
    expect(plainTitle(title, names)).toBe(title);
  });

  it('never leaves nothing', () => {
    expect(plainTitle('The Paper | The Paper', ['The Paper'])).toBe('The Paper');
    expect(plainTitle('', ['The Paper'])).toBe('');
  });

  it('takes a work that grows with the parts and the names, not with their product', () => {
    const normalise = vi.spyOn(String.prototype, 'normalize');
    const workOf = (parts: number, names: number): number => {
      normalise.mockClear();
      plainTitle(
        Array.from({ length: parts }, () => 'a').join(': '),
        Array.from({ length: names }, (_, index) => `name ${index}`),
      );
      return normalise.mock.calls.length;
    };
    const [small, large] = [workOf(100, 100), workOf(200, 200)];
    normalise.mockRestore();
    expect(small).toBeGreaterThan(0);
    expect(large).toBeLessThan(3 * small);
  });
});

describe('uncounted', () => {
  it.each([
    ['(3) The story', 'The story'],
    ['(99+) The story', 'The story'],
    ['(1)', '(1)'],
    ['(new) The story', '(new) The story'],
    ['The story (3)', 'The story (3)'],
  ])('%j → %j', (title, plain) => {
    expect(uncounted(title)).toBe(plain);
  });
});

describe('chooseTitles', () => {
  it('gives each title once, plain, and last the page’s own as it stands', () => {
    const titles = chooseTitles(
      [
        ['The story', 'og'],
        ['', 'twitter'],
        ['The  story | The Paper', 'json-ld'],
        ['(2) The story | The Paper', 'page'],
        ['A heading', 'heading'],
      ],
      ['The Paper'],
    );
    expect(titles).toEqual([
      { value: 'The story', source: 'og' },
      { value: 'A heading', source: 'heading' },
      { value: '(2) The story | The Paper', source: 'page' },
    ]);
  });

  it('takes a number off only where messages are counted', () => {
    const title = '(500) Days of Summer';
    expect(chooseTitles([[title, 'og']], [])).toEqual([{ value: title, source: 'og' }]);
    expect(chooseTitles([[title, 'tab']], [])).toEqual([{ value: 'Days of Summer', source: 'tab' }]);
  });

  it('cuts a title at 1,000 characters', () => {
    expect(chooseTitles([['x'.repeat(5000), 'og']], [])[0]?.value).toHaveLength(1000);
  });
});

describe('hostNames', () => {
  it.each([
    ['https://www.the-paper.com/x', ['the-paper.com', 'the-paper']],
    ['https://m.paper.co.uk/', ['paper.co.uk', 'paper']],
    ['https://blog.paper.de/', ['blog.paper.de', 'paper']],
    ['https://x.com/', ['x.com']],
    ['no address', []],
  ])('%s', (url, names) => {
    expect(hostNames(url)).toEqual(names);
  });
});

describe('optionsOf', () => {
  it('keeps the first source of a text', () => {
    expect(
      optionsOf([
        ['a', 'og'],
        ['', 'og'],
        ['a', 'page'],
        ['__proto__', 'tab'],
      ]),
    ).toEqual([
      { value: 'a', source: 'og' },
      { value: '__proto__', source: 'tab' },
    ]);
  });
});
