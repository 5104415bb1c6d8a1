import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../lib/drafts/draft.ts';
import { tagged, type Utm, withUtm } from '../../../lib/drafts/utm.ts';
import { draft, LINK } from './fixtures.ts';

const UTM: Utm = { on: true, source: '{network}', medium: 'social', campaign: '', term: '', content: '' };
const ON_X = 'utm_source=x&utm_medium=social';

describe('campaign parameters', () => {
  it.each([
    ['https://a.de/story', `https://a.de/story?${ON_X}`],
    ['https://a.de', `https://a.de?${ON_X}`],
    ['https://a.de/?', `https://a.de/?${ON_X}`],
    ['https://a.de/?q=a+b%20c&', `https://a.de/?q=a+b%20c&${ON_X}`],
    ['https://a.de/s#part', `https://a.de/s?${ON_X}#part`],
    ['https://a.de/s?p=1#:~:text=a%20b,c', `https://a.de/s?p=1&${ON_X}#:~:text=a%20b,c`],
    ['https://a.de/#/route?x=1', `https://a.de/?${ON_X}#/route?x=1`],
    ['https://a.de/?utm_source=mail', 'https://a.de/?utm_source=mail&utm_medium=social'],
    ['https://a.de/?UTM_Source=&x=utm_medium', 'https://a.de/?UTM_Source=&x=utm_medium&utm_medium=social'],
    [`https://a.de/?${ON_X}`, `https://a.de/?${ON_X}`],
    ['mailto:me@a.de', 'mailto:me@a.de'],
    ['no address', 'no address'],
    ['', ''],
  ])('%j becomes %j', (url, with_) => {
    expect(tagged(url, UTM, 'twitter')).toBe(with_);
  });

  it('are each network’s own, and spelled for an address', () => {
    const utm = { ...UTM, medium: ' a & b ', campaign: 'spring {network} {foo}' };
    expect(tagged('https://a.de/', utm, 'googlebusiness')).toBe(
      'https://a.de/?utm_source=googlebusiness&utm_medium=a%20%26%20b&utm_campaign=spring%20googlebusiness%20%7Bfoo%7D',
    );
  });

  it('stay away when they are off, or would make an address that is too long to share', () => {
    expect(tagged(LINK, { ...UTM, on: false }, 'twitter')).toBe(LINK);
    const long = `https://a.de/${'x'.repeat(2020)}`;
    expect(tagged(long, UTM, 'twitter')).toBe(long);
  });

  it('add to any address, and to the same one only once', () => {
    const utm = fc.record({
      on: fc.constant(true),
      source: fc.string({ unit: 'binary' }),
      medium: fc.string(),
      campaign: fc.string({ unit: 'grapheme' }),
      term: fc.string(),
      content: fc.string(),
    });
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), utm, (url, given) => {
        const once = tagged(url, given, 'bluesky');
        expect(tagged(once, given, 'bluesky')).toBe(once);
        const [before, after] = [new URL(url), new URL(once)];
        expect(after.origin + after.pathname + after.hash).toBe(
          before.origin + before.pathname + before.hash,
        );
        expect([...after.searchParams].slice(0, before.searchParams.size)).toEqual([...before.searchParams]);
        expect([...after.searchParams].length - before.searchParams.size).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe('a draft on its way to a network', () => {
  it('has them on its link, and on the same link in its text, and on no other', () => {
    const text = `See ${LINK}, and ${LINK}/2 and https://b.de/`;
    const there = withUtm(draft({ text }), UTM, 'twitter');
    expect(there.link).toBe(`${LINK}?${ON_X}`);
    expect(there.text).toBe(`See ${LINK}?${ON_X}, and ${LINK}/2 and https://b.de/`);
    expect(withUtm(draft({ text }), { ...UTM, on: false }, 'twitter')).toEqual(draft({ text }));
  });

  it('has the text that was written for it, and the link of the first comment has them too', () => {
    const own = draft({
      texts: { twitter: `On X: ${LINK}`, mastodon: 'On Mastodon' },
      firstComment: `Here: ${LINK}`,
    });
    const there = withUtm(own, UTM, 'twitter');
    expect(textOf(there, 'twitter')).toBe(`On X: ${LINK}?${ON_X}`);
    expect(there.firstComment).toBe(`Here: ${LINK}?${ON_X}`);
    const plain = withUtm(own, { ...UTM, on: false }, 'mastodon');
    expect([textOf(plain, 'mastodon'), plain.firstComment]).toEqual(['On Mastodon', `Here: ${LINK}`]);
  });

  it('that shares a post of X on leads to that post', () => {
    const link = 'https://x.com/mara/status/20';
    const shared = draft({ link, attachment: 'retweet' });
    expect(withUtm(shared, UTM, 'twitter').link).toBe(link);
    expect(withUtm(shared, UTM, 'linkedin').link).toBe(`${link}?utm_source=linkedin&utm_medium=social`);
  });

  it('without a link stays as it is', () => {
    expect(withUtm(draft({ link: '' }), UTM, 'twitter')).toEqual(draft({ link: '' }));
  });
});
