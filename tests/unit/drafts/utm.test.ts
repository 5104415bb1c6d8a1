import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../lib/drafts/draft.ts';
import { tightest } from '../../../lib/drafts/limits.ts';
import { toPosts } from '../../../lib/drafts/split.ts';
import { tagged, type Utm } from '../../../lib/drafts/utm.ts';
import { withUtm } from '../../../lib/drafts/with-utm.ts';
import { countText } from '../../../lib/networks/count.ts';
import { channel, draft, LINK } from './fixtures.ts';

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
  const text = `See ${LINK}, and ${LINK}/2 and https://b.de/`;

  it('has them on its link, and on the same link in its text, and on no other', () => {
    const there = withUtm(draft({ text, utm: UTM }), 'twitter');
    expect(there.link).toBe(`${LINK}?${ON_X}`);
    expect(there.text).toBe(`See ${LINK}?${ON_X}, and ${LINK}/2 and https://b.de/`);
  });

  it('has the text that was written for it, and they are on the link of the first comment too', () => {
    const texts = { twitter: `On X: ${LINK}`, mastodon: 'On Mastodon' };
    const there = withUtm(draft({ texts, firstComment: `Here: ${LINK}`, utm: UTM }), 'twitter');
    expect(textOf(there, 'twitter')).toBe(`On X: ${LINK}?${ON_X}`);
    expect(there.firstComment).toBe(`Here: ${LINK}?${ON_X}`);
  });

  it('that shares a post of X on leads to that post', () => {
    const link = 'https://x.com/mara/status/20';
    const shared = draft({ link, attachment: 'retweet', utm: UTM });
    expect(withUtm(shared, 'twitter')).toBe(shared);
    expect(withUtm(shared, 'linkedin').link).toBe(`${link}?utm_source=linkedin&utm_medium=social`);
  });

  it('stays as it is where there is nothing to add, or nothing to add it to', () => {
    for (const one of [
      draft({ text }),
      draft({ text, utm: { ...UTM, on: false } }),
      draft({ link: '', utm: UTM }),
    ])
      expect(withUtm(one, 'twitter')).toBe(one);
  });

  it('becomes a post that has them wherever its link is, and is counted with them', () => {
    const channels = ['linkedin', 'mastodon', 'pinterest', 'facebook'].map((network) => channel(network));
    const channelIds = channels.map(({ id }) => id);
    const [linkedin, mastodon, pinterest] = toPosts(draft({ channelIds, utm: UTM }), channels);
    const on = (network: string) => `${LINK}?utm_source=${network}&utm_medium=social`;
    expect(linkedin).toMatchObject({ text: 'The story', attachment: { card: { url: on('linkedin') } } });
    expect(mastodon?.text).toBe(`The story\n${on('mastodon')}`);
    expect(pinterest?.options.linkUrl).toBe(on('pinterest'));
    const left = (utm?: Utm) =>
      tightest(draft({ text, channelIds: ['facebook'], utm }), channels, countText)?.left;
    expect(left()).toBe((left(UTM) ?? 0) + on('facebook').length - LINK.length);
  });
});
