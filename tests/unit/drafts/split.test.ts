import { describe, expect, it } from 'vitest';
import { toPosts } from '../../../lib/drafts/split.ts';
import { NETWORKS } from '../../../lib/networks/table.ts';
import { channel, draft, LINK, ONE, TWO } from './fixtures.ts';

const CARD = { kind: 'card', card: { url: LINK, title: 'The story', description: 'About it', picture: ONE } };
const FIRST = { kind: 'pictures', pictures: [{ url: ONE, alt: 'One' }] };
const NONE = { kind: 'none' };

function postFor(network: string, rest: Parameters<typeof draft>[0] = {}) {
  const [post] = toPosts(draft({ channelIds: [network], ...rest }), [channel(network)]);
  return post;
}

describe('toPosts', () => {
  it('makes one post per chosen channel, in the order of choice', () => {
    const channels = Object.keys(NETWORKS).map((network) => channel(network));
    const posts = toPosts(draft({ channelIds: ['threads', 'gone', 'twitter'] }), channels);
    expect(posts.map(({ channel }) => channel)).toEqual([
      { id: 'threads', organizationId: 'org', network: 'threads' },
      { id: 'twitter', organizationId: 'org', network: 'twitter' },
    ]);
  });

  it.each([
    ['linkedin', 'The story', CARD],
    ['facebook', 'The story', CARD],
    ['bluesky', 'The story', CARD],
    ['threads', 'The story', CARD],
    ['twitter', `The story\n${LINK}`, NONE],
    ['mastodon', `The story\n${LINK}`, NONE],
    ['unheardOf', `The story\n${LINK}`, NONE],
    ['instagram', `The story\n${LINK}`, FIRST],
    ['pinterest', `The story\n${LINK}`, FIRST],
    ['tiktok', `The story\n${LINK}`, FIRST],
  ])('a card on %s', (network, text, attachment) => {
    expect(postFor(network)).toMatchObject({ text, attachment });
  });

  it.each([
    ['twitter', `Look: ${LINK} !`, `Look: ${LINK} !`],
    ['twitter', '', LINK],
    ['linkedin', `The story\n${LINK}`, `The story\n${LINK}`],
    ['linkedin', '', ''],
  ])('a card on %s with the text %j', (network, text, expected) => {
    expect(postFor(network, { text })?.text).toBe(expected);
  });

  it.each(['', 'javascript:alert(1)'])('makes no card of the link %j', (link) => {
    expect(postFor('linkedin', { link })).toMatchObject({ text: 'The story', attachment: NONE });
    expect(postFor('twitter', { link })).toMatchObject({ text: 'The story', attachment: NONE });
  });

  it('has no picture for a network that needs one when the card has none', () => {
    const card = { title: '', description: '', picture: null };
    expect(postFor('instagram', { card })?.attachment).toEqual(NONE);
  });

  it.each([
    ['twitter', 4],
    ['bluesky', 4],
    ['pinterest', 1],
    ['facebook', 10],
    ['linkedin', 9],
  ])('sends at most as many pictures as %s takes', (network, most) => {
    const pictures = Array.from({ length: 15 }, (_, index) => ({
      url: `https://a.de/${index}.png`,
      alt: `${index}`,
      chosen: index > 0,
    }));
    const attachment = postFor(network, { attachment: 'pictures', pictures })?.attachment;
    const sent = pictures.slice(1, 1 + most).map(({ url, alt }) => ({ url, alt }));
    expect(attachment).toEqual({ kind: 'pictures', pictures: sent });
  });

  it('sends pictures with the text as it was typed', () => {
    expect(postFor('twitter', { attachment: 'pictures' })).toMatchObject({
      text: 'The story',
      attachment: FIRST,
    });
    expect(postFor('youtube', { attachment: 'pictures' })?.attachment).toEqual(NONE);
    const pictures = [{ url: TWO, alt: '', chosen: false }];
    expect(postFor('twitter', { attachment: 'pictures', pictures })?.attachment).toEqual(NONE);
  });

  it('sends text alone when nothing is attached', () => {
    expect(postFor('linkedin', { attachment: 'none' })).toMatchObject({
      text: 'The story',
      attachment: NONE,
    });
    expect(postFor('twitter', { attachment: 'none' })).toMatchObject({ text: 'The story', attachment: NONE });
  });

  it.each([
    ['queue', null, 'queue'],
    ['next', '2026-11-24T09:10', 'next'],
    ['now', null, 'now'],
    ['draft', null, 'draft'],
    ['at', '2026-11-24T09:10', { at: new Date(2026, 10, 24, 9, 10).getTime() }],
    ['at', null, 'draft'],
    ['at', '2026-99-99T99:99', 'draft'],
  ] as const)('when %s (%s) is the mode %j', (when, at, mode) => {
    expect(postFor('twitter', { when, at })?.mode).toEqual(mode);
  });

  it('tells Pinterest the board, the address and the title', () => {
    expect(postFor('pinterest')?.options).toEqual({ boardId: 'board-1', linkUrl: LINK, title: 'The story' });
    expect(postFor('twitter')?.options).toEqual({});
    const card = { title: 'x'.repeat(150), description: '', picture: ONE };
    const [bare] = toPosts(draft({ channelIds: ['p'], link: '', card }), [
      channel('pinterest', { id: 'p', boards: [] }),
    ]);
    expect(bare?.options).toEqual({ title: 'x'.repeat(100) });
  });

  const ON_X = 'https://x.com/mara/status/1234567890?s=20';

  it('shares an X post on, with what stands beside its address as the comment', () => {
    const rest = { attachment: 'retweet', link: ON_X, text: `How true\n${ON_X}` } as const;
    expect(postFor('twitter', rest)).toMatchObject({
      text: 'How true',
      attachment: NONE,
      options: { retweetOf: '1234567890' },
    });
    expect(postFor('twitter', { ...rest, text: ON_X })?.text).toBe('');
  });

  it.each([
    ['linkedin', 'card'],
    ['mastodon', 'none'],
  ])('is a link on %s, which has no retweets', (network, kind) => {
    const post = postFor(network, { attachment: 'retweet', link: ON_X, text: 'How true' });
    expect(post).toMatchObject({ attachment: { kind }, options: {} });
    expect(post?.text.includes(ON_X)).toBe(kind === 'none');
  });

  it('is a link as well where the address is of no X post', () => {
    expect(postFor('twitter', { attachment: 'retweet' })).toMatchObject({
      text: `The story\n${LINK}`,
      options: {},
    });
  });

  it('takes no more pictures than the API does', () => {
    const pictures = [ONE, TWO].map((url) => ({ url, alt: '', chosen: true }));
    const chosen = draft({ channelIds: ['twitter'], attachment: 'pictures', pictures });
    const [one] = toPosts(chosen, [channel('twitter', { maxPictures: 1 })]);
    expect(one?.attachment).toEqual({ kind: 'pictures', pictures: [{ url: ONE, alt: '' }] });
    const [two] = toPosts(chosen, [channel('twitter')]);
    expect(two?.attachment).toMatchObject({ pictures: [{ url: ONE }, { url: TWO }] });
  });
});
