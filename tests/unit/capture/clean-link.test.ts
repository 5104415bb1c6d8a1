import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLink } from '../../../lib/capture/clean-link.ts';

describe('cleanLink', () => {
  it.each([
    ['https://a.de/x?utm_source=n&utm_medium=m', 'https://a.de/x', ['utm_source', 'utm_medium']],
    ['https://a.de/x?id=5&fbclid=abc#top', 'https://a.de/x?id=5#top', ['fbclid']],
    ['https://a.de/?q=a+b%20c&gclid=1&z', 'https://a.de/?q=a+b%20c&z', ['gclid']],
    ['https://a.de/x?UTM_Source=n', 'https://a.de/x', ['UTM_Source']],
    ['https://youtu.be/abc?si=xyz&t=30', 'https://youtu.be/abc?t=30', ['si']],
    ['https://www.youtube.com/watch?v=abc&si=xyz', 'https://www.youtube.com/watch?v=abc', ['si']],
    ['https://open.spotify.com/track/1?si=2', 'https://open.spotify.com/track/1', ['si']],
    [
      'https://shop.de/?mc_cid=1&mc_eid=2&_hsenc=3&mkt_tok=4',
      'https://shop.de/',
      ['mc_cid', 'mc_eid', '_hsenc', 'mkt_tok'],
    ],
    [
      'https://shop.de/p?vero_id=1&oly_enc_id=2&srsltid=3&ref_src=4',
      'https://shop.de/p',
      ['vero_id', 'oly_enc_id', 'srsltid', 'ref_src'],
    ],
    ['https://a.de/?utm_a?b=1&c=2', 'https://a.de/?c=2', ['utm_a?b']],
  ])('%s → %s', (url, clean, removed) => {
    expect(cleanLink(url)).toEqual({ url: clean, removed });
  });

  it.each([
    'https://a.de/x?si=keep',
    'https://notyoutube.com/?si=keep',
    'https://a.de/x?ref=home&source=nav',
    'https://a.de/x?autm_source=1',
    'https://a.de/x#utm_source=1',
    'https://a.de/?',
    'not an address?',
    '',
  ])('leaves %j as it is', (url) => {
    expect(cleanLink(url)).toEqual({ url, removed: [] });
  });

  const part = fc.stringMatching(/^[a-z0-9%+._~-]{0,8}$/);
  const name = fc.oneof(part, fc.constantFrom('utm_x', 'fbclid', 'gclid', 'v', 'id'));
  const pairs = fc.array(fc.tuple(name, part), { maxLength: 6 });

  it('keeps every other parameter, in order, and has nothing left to do a second time', () => {
    fc.assert(
      fc.property(pairs, (pairs) => {
        const query = pairs.map(([name, value]) => `${name}=${value}`);
        const { url, removed } = cleanLink(`https://a.de/p?${query.join('&')}`);
        const kept = query.filter((pair) => !/^(?:utm_|fbclid=|gclid=)/.test(pair));
        expect(removed).toHaveLength(query.length - kept.length);
        expect(url.split('?')[1] ?? '').toBe(kept.join('&'));
        expect(cleanLink(url)).toEqual({ url, removed: [] });
      }),
      { numRuns: 300 },
    );
  });
});
