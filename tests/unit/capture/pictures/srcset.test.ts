import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSrcset, pickCandidate } from '../../../../lib/capture/pictures/srcset.ts';
import { ATTRIBUTES } from '../../../fixtures/srcset/attributes.ts';

const urls = (srcset: string) => parseSrcset(srcset).map(({ url }) => url);

describe('parseSrcset', () => {
  it.each(ATTRIBUTES)('reads %j as %j', (srcset, url) => {
    expect(pickCandidate(parseSrcset(srcset), 1, 1)).toBe(url);
  });

  it('keeps what each candidate says', () => {
    expect(parseSrcset('/a,b.jpg 640w 480h, c.jpg 1.5x, d.jpg')).toEqual([
      { url: '/a,b.jpg', width: 640, density: 1 },
      { url: 'c.jpg', width: 0, density: 1.5 },
      { url: 'd.jpg', width: 0, density: 1 },
    ]);
  });

  it('gives back every list that is written by the rules', () => {
    const address = fc.stringMatching(/^[a-z/.()%=_-]([a-z0-9/.,()%=_-]{0,20}[a-z0-9/.()%=_-])?$/);
    const descriptor = fc.constantFrom('', ' 1x', ' 2.5x', ' 320w', ' 640w 480h', ' 480h 640w');
    const blank = fc.constantFrom(' ', '\n', '\t ', ' ,, ');
    fc.assert(
      fc.property(fc.array(fc.tuple(address, descriptor, blank), { maxLength: 8 }), (rows) => {
        const srcset = rows.map(([url, descriptor, blank]) => `${blank}${url}${descriptor}`).join(' ,');
        expect(urls(srcset)).toEqual(rows.map(([url]) => url));
      }),
    );
  });

  it('ends on every string, and gives no address with a blank or a comma at an end', () => {
    const letters = fc.constantFrom(...'a1.,xwh()- \t\n\\"');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 60 }), (srcset) => {
        for (const { url, width, density } of parseSrcset(srcset)) {
          expect(url).toMatch(/^[^\s,](?:\S*[^\s,])?$/);
          expect(srcset).toContain(url);
          expect(width >= 0 && density >= 0).toBe(true);
        }
      }),
    );
  });

  it('reads four thousand characters of nonsense at once', () => {
    for (const part of ['(', ',', ' ,', 'a(', 'a (', '1', 'a,,'])
      expect(parseSrcset(part.repeat(4096 / part.length)).length).toBeLessThan(4096);
  });
});

describe('pickCandidate', () => {
  const two = parseSrcset('a 1x, b 2x');

  it.each([
    [0.5, 'a'],
    [1, 'a'],
    [1.01, 'b'],
    [2, 'b'],
    [3, 'b'],
  ])('takes by a density of %d', (ratio, url) => {
    expect(pickCandidate(two, 100, ratio)).toBe(url);
  });

  it('never takes less than the screen shows, nor more than the next above', () => {
    const candidates = fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 2000 }), (widths, size) => {
        const list = widths.map((width) => ({ url: String(width), width, density: 1 }));
        const enough = widths.filter((width) => width >= size);
        const best = enough.length ? Math.min(...enough) : Math.max(...widths);
        expect(pickCandidate(list, size, 1)).toBe(String(best));
      }),
    );
  });

  it('takes one even where nothing is to be shown', () => {
    expect(pickCandidate(parseSrcset('a 100w, b 200w'), 0, 1)).toBe('a');
    expect(pickCandidate([], 100, 1)).toBe('');
  });
});
