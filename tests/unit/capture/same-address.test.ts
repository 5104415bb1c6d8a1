import { describe, expect, it } from 'vitest';
import { isSamePage, isSameSite, keepsMeaning } from '../../../lib/capture/same-address.ts';

describe('isSameSite', () => {
  it.each([
    ['https://a.de', 'https://www.a.de', true],
    ['https://m.a.de', 'https://amp.a.de', true],
    ['https://a.de', 'https://blog.a.de', true],
    ['https://a.de', 'https://nota.de', false],
    ['https://one.github.io', 'https://two.github.io', false],
    ['https://a.de:8443', 'https://a.de', false],
    ['https://a.de', 'https://a.de.evil.com', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect([isSameSite(new URL(a), new URL(b)), isSameSite(new URL(b), new URL(a))]).toEqual([same, same]);
  });
});

describe('isSamePage', () => {
  const PAGE = 'https://a.de/watch?v=1';
  it.each([
    ['itself', PAGE, true],
    ['with a tracker', `${PAGE}&utm_source=x`, true],
    ['with a hash', `${PAGE}#t=1`, true],
    ['on the mobile host', 'https://m.a.de/watch?v=1', true],
    ['over http', 'http://a.de/watch?v=1', true],
    ['with a closing slash', 'https://a.de/watch/?v=1', true],
    ['relative', '/watch?v=1', true],
    ['another video', 'https://a.de/watch?v=2', false],
    ['no video', 'https://a.de/watch', false],
    ['a list of its own', `${PAGE}&list=x`, false],
    ['another path', 'https://a.de/Watch?v=1', false],
    ['another site', 'https://b.de/watch?v=1', false],
    ['nothing', 'https://', false],
  ])('%s', (_, other, same) => {
    expect(isSamePage(other, PAGE, PAGE)).toBe(same);
  });

  it('is false for what is no address', () => {
    expect(isSamePage('', PAGE)).toBe(false);
    expect(isSamePage(PAGE, 'not an address')).toBe(false);
  });
});

describe('keepsMeaning', () => {
  it.each([
    ['https://a.de/?p=1', 'https://a.de/?p=1&x=2', true],
    ['https://a.de/', 'https://a.de/?p=1', false],
    ['https://a.de/?p=2', 'https://a.de/?p=1', false],
    ['https://a.de/the-story', 'https://a.de/?p=1', true],
    ['https://a.de/?p=1', 'https://a.de/', true],
  ])('%s for %s: %s', (claimed, page, keeps) => {
    expect(keepsMeaning(new URL(claimed), new URL(page))).toBe(keeps);
  });
});
