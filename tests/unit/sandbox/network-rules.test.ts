// What each network asks of a post, and how much it takes, in the words of Buffer.
import { describe, expect, test } from 'vitest';
import { FILM, PICTURE, useEveryNetwork } from './every-network.ts';

const buffer = useEveryNetwork();
const pictures = (count: number) => Array.from({ length: count }, () => PICTURE);
const long = (length: number) => 'x'.repeat(length);

const facebook = (type: string, ...assets: object[]) => ({ metadata: { facebook: { type } }, assets });
const instagram = (type: string, ...assets: object[]) => ({
  metadata: { instagram: { type, shouldShareToFeed: true } },
  assets,
});
const pinterest = (title: string, count = 1) => ({
  metadata: { pinterest: { boardServiceId: '870000000000000001', title } },
  assets: pictures(count),
});
const youtube = (rest: object = {}, ...assets: object[]) => ({
  metadata: { youtube: { title: 'A film', categoryId: '22', ...rest } },
  assets,
});
const tiktok = (title: string, ...assets: object[]) => ({ metadata: { tiktok: { title } }, assets });
const google = (type: string, rest: object = {}) => ({ metadata: { google: { type, ...rest } } });
const dates = { startDate: '2026-04-01T08:00:00Z', endDate: '2026-04-02T20:00:00Z' };
const event = (rest: object = {}) =>
  google('event', { detailsEvent: { title: 'A walk', isFullDayEvent: false, ...dates, ...rest } });
const offer = (rest: object = {}) =>
  google('offer', { detailsOffer: { title: 'Pencils', ...dates, ...rest } });
const button = (rest: object) => google('whats_new', { detailsWhatsNew: rest });

describe('refused', () => {
  test.each([
    ['facebook', {}, 'Facebook posts require a type (post, story, or reel).'],
    ['facebook', facebook('reel', PICTURE), 'Facebook reels require exactly one video.'],
    ['facebook', facebook('reel'), 'Facebook reels require exactly one video.'],
    ['facebook', facebook('reel', FILM, FILM), 'Facebook reels require exactly one video.'],
    ['facebook', facebook('story'), 'Facebook stories require exactly one image or video.'],
    ['facebook', facebook('story', PICTURE, PICTURE), 'Facebook stories require exactly one image or video.'],
    ['instagram', instagram('post'), 'Instagram posts require at least one image or video.'],
    ['instagram', instagram('offer', PICTURE), 'Instagram posts require a type (post, story, or reel).'],
    ['instagram', instagram('reel', PICTURE), 'Instagram reels require exactly one video.'],
    ['instagram', instagram('story', PICTURE, FILM), 'Instagram stories require exactly one image or video.'],
    ['pinterest', pinterest(long(101)), 'Pinterest title cannot exceed 100 characters.'],
    ['youtube', youtube(), 'YouTube posts require a video.'],
    ['youtube', youtube({}, PICTURE), 'YouTube posts require a video.'],
    ['youtube', youtube({ title: ' ' }, FILM), 'YouTube posts require a title.'],
    ['youtube', youtube({ title: long(101) }, FILM), 'YouTube title cannot exceed 100 characters.'],
    ['youtube', youtube({ categoryId: '3' }, FILM), 'YouTube category was not found.'],
    ['youtube', { assets: [FILM] }, 'YouTube posts require a title., YouTube posts require a category.'],
    ['tiktok', {}, 'TikTok posts require at least one image or video.'],
    ['tiktok', tiktok(long(91), PICTURE), 'TikTok title cannot exceed 90 characters.'],
    ['googlebusiness', {}, 'Google Business posts require a type (whats_new, offer, or event).'],
    [
      'googlebusiness',
      google('event'),
      'Google Business event posts require a title., Google Business event posts require a start date., Google Business event posts require an end date.',
    ],
    ['googlebusiness', event({ title: '' }), 'Google Business event posts require a title.'],
    ['googlebusiness', event({ startDate: null }), 'Google Business event posts require a start date.'],
    [
      'googlebusiness',
      event({ endDate: '2026-03-31T08:00:00Z' }),
      'Google Business event posts require an end date after the start date.',
    ],
    ['googlebusiness', offer({ endDate: null }), 'Google Business offer posts require an end date.'],
    ['googlebusiness', button({ button: 'book' }), 'Google Business posts require a link for the button.'],
    ['googlebusiness', event({ button: 'shop' }), 'Google Business posts require a link for the button.'],
    ['threads', { metadata: { threads: { topic: long(51) } } }, 'Threads topic cannot exceed 50 characters.'],
  ])('%s %j', async (service, rest, message) => {
    expect(await buffer.create(service, 'A text', rest)).toEqual({
      __typename: 'InvalidInputError',
      message: `Invalid post: ${message}`,
    });
  });

  test('a post without its type or place in the feed is no valid request at all', async () => {
    for (const metadata of [{ facebook: {} }, { instagram: { type: 'post' } }, { google: {} }])
      await expect(buffer.create('facebook', 'A text', { metadata })).rejects.toThrow('GRAPHQL_VALIDATION');
  });
});

describe('taken', () => {
  test.each([
    ['facebook', facebook('reel', FILM)],
    ['facebook', facebook('story', PICTURE)],
    ['facebook', facebook('post', PICTURE, PICTURE)],
    ['instagram', instagram('reel', FILM)],
    ['instagram', instagram('story', FILM)],
    ['instagram', instagram('carousel', PICTURE, FILM)],
    ['pinterest', pinterest(long(100))],
    ['youtube', youtube({ title: long(100), privacy: 'unlisted' }, FILM)],
    ['tiktok', tiktok(long(90), PICTURE)],
    ['tiktok', { assets: [FILM] }],
    ['googlebusiness', google('whats_new')],
    ['googlebusiness', event()],
    ['googlebusiness', offer({ code: 'TEN', terms: 'One each', link: 'https://example.com/ten' })],
    ['googlebusiness', button({ button: 'call' })],
    ['googlebusiness', button({ button: 'book', link: 'https://example.com/book' })],
    ['threads', { metadata: { threads: { topic: long(50) } } }],
    ['startPage', {}],
  ])('%s %j', async (service, rest) => {
    expect(await buffer.create(service, 'A text', rest)).toMatchObject({ post: { status: 'scheduled' } });
  });
});

describe('how many pictures', () => {
  test.each([
    ['twitter', 4, {}],
    ['bluesky', 4, {}],
    ['mastodon', 4, {}],
    ['facebook', 10, facebook('post')],
    ['instagram', 10, instagram('post')],
    ['threads', 20, {}],
    ['linkedin', 20, {}],
    ['pinterest', 5, pinterest('Pin')],
    ['tiktok', 35, {}],
  ])('%s takes %i', async (service, most, rest) => {
    const post = (count: number) =>
      buffer.create(service, `${count} pictures`, { ...rest, assets: pictures(count) });
    expect(await post(most)).toMatchObject({ post: { status: 'scheduled' } });
    expect((await post(most + 1)).message).toMatch(
      new RegExp(`^Invalid post: .+ posts cannot have more than ${most} images or videos\\.$`),
    );
  });

  test('Google Business takes one', async () => {
    const post = (count: number) =>
      buffer.create('googlebusiness', `${count}`, { ...google('whats_new'), assets: pictures(count) });
    expect(await post(1)).toMatchObject({ post: { status: 'scheduled' } });
    expect((await post(2)).message).toBe(
      'Invalid post: Google Business posts cannot have more than one image or video.',
    );
  });

  test('each part of a thread is counted by itself', async () => {
    const part = (count: number) => ({ text: `${count}`, assets: pictures(count) });
    const thread = (...parts: object[]) => ({
      metadata: { twitter: { thread: [{ text: 'Go' }, ...parts] } },
    });
    expect(await buffer.create('twitter', 'Go', thread(part(4), part(4)))).toMatchObject({
      post: { status: 'scheduled' },
    });
    expect((await buffer.create('twitter', 'Go', thread(part(5)))).message).toBe(
      'Invalid post: Twitter / X posts cannot have more than 4 images or videos.',
    );
  });
});

describe('the first comment', () => {
  const comment = (service: string, firstComment: string) => {
    const rest = { facebook: facebook('post'), instagram: instagram('post', PICTURE) }[service] ?? {};
    const metadata = Object.entries({ [service]: {}, ...('metadata' in rest && (rest.metadata as object)) });
    const named = metadata.map(([name, given]) => [name, { ...given, firstComment }]);
    return buffer.create(service, 'A text', { ...rest, metadata: Object.fromEntries(named) });
  };

  test.each([
    ['facebook', 5000, 'Facebook'],
    ['instagram', 2200, 'Instagram'],
    ['linkedin', 1250, 'LinkedIn'],
  ])('on %s has up to %i characters', async (service, most, name) => {
    expect((await comment(service, long(most))).post.metadata.firstComment).toBe(long(most));
    expect((await comment(service, long(most + 1))).message).toBe(
      `Invalid post: ${name} first comment cannot exceed ${most} characters.`,
    );
  });

  test.each([
    ['facebook', 'First comment'],
    ['instagram', 'First comment'],
    ['linkedin', 'LinkedIn first comment'],
  ])('on %s wants a paid plan', async (service, words) => {
    await buffer.client.changeAccount({ plan: 'free' });
    expect((await comment(service, 'First!')).message).toBe(
      `Invalid post: ${words} requires a paid plan. Please upgrade to use this feature.`,
    );
    await buffer.client.changeAccount({ plan: 'team' });
    expect(await comment(service, 'First!')).toMatchObject({ post: { status: 'scheduled' } });
  });
});

describe('how long a text', () => {
  test('of a TikTok may be depends on the film', async () => {
    const words = (length: number, asset: object) =>
      buffer.create('tiktok', long(length), { assets: [asset] });
    expect((await words(4000, PICTURE)).__typename).toBe('PostActionSuccess');
    expect((await words(2200, FILM)).__typename).toBe('PostActionSuccess');
    expect((await words(2201, FILM)).message).toBe(
      'Invalid post: TikTok posts cannot exceed 2200 characters.',
    );
  });

  test('on X may be depends on what is paid there', async () => {
    const text = long(25_000);
    expect((await buffer.create('twitter', text)).message).toBe(
      'Invalid post: Twitter / X posts cannot exceed 280 characters.',
    );
    const id = await buffer.client.channelOn('twitter');
    await buffer.client.changeChannel(id, { subscriptionType: 'Premium' });
    expect((await buffer.create('twitter', text)).__typename).toBe('PostActionSuccess');
    expect((await buffer.create('twitter', `${text}x`)).message).toMatch(/cannot exceed 25000 characters/);
  });

  test('is counted in UTF-16 units on most networks', async () => {
    const rest = facebook('post');
    expect((await buffer.create('facebook', '🥾'.repeat(2500), rest)).__typename).toBe('PostActionSuccess');
    expect((await buffer.create('facebook', '🥾'.repeat(2501), rest)).message).toMatch(/cannot exceed 5000/);
  });

  test('has links of 24 on LinkedIn, and line ends of 2 on Instagram', async () => {
    const link = (length: number) => `https://example.com/${long(length - 20)}`;
    for (const text of [`${long(2975)} ${link(90)}`, `${link(90)} ${long(2975)}`])
      expect((await buffer.create('linkedin', text)).__typename).toBe('PostActionSuccess');
    expect((await buffer.create('linkedin', `${long(2976)} ${link(21)}`)).message).toMatch(
      /cannot exceed 3000/,
    );
    const rest = instagram('post', PICTURE);
    const lines = '\n'.repeat(10);
    expect((await buffer.create('instagram', `a${lines}${long(2175)}`, rest)).__typename).toBe(
      'PostActionSuccess',
    );
    expect((await buffer.create('instagram', `a${lines}${long(2176)}`, rest)).message).toMatch(
      /cannot exceed 2196/,
    );
  });
});
