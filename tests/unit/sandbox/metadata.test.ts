// What a network was told of a post comes back from it.
import { describe, expect, test } from 'vitest';
import { FILM, PICTURE, useEveryNetwork } from './every-network.ts';

const buffer = useEveryNetwork();
const BOARD = '870000000000000002';
const START = '2026-04-01T08:00:00.000Z';
const END = '2026-04-02T20:00:00.000Z';

describe('comes back', () => {
  test.each([
    [
      'facebook',
      {
        type: 'post',
        firstComment: 'First!',
        linkAttachment: {
          url: 'https://example.com/essay',
          title: 'An essay',
          description: 'On walking',
          thumbnail: { url: 'https://example.com/essay.png' },
        },
      },
      [],
      {
        __typename: 'FacebookPostMetadata',
        firstComment: 'First!',
        linkAttachment: {
          url: 'https://example.com/essay',
          title: 'An essay',
          text: 'On walking',
          thumbnail: 'https://example.com/essay.png',
        },
      },
    ],
    [
      'instagram',
      {
        ...{ type: 'post', firstComment: '#leaf', shouldShareToFeed: false, isAiGenerated: true },
        ...{
          link: 'https://example.com',
          geolocation: { id: '1', text: 'Berlin' },
          stickerFields: { music: 'Rain' },
        },
      },
      [PICTURE],
      {
        ...{ __typename: 'InstagramPostMetadata', firstComment: '#leaf', shouldShareToFeed: false },
        ...{ isAiGenerated: true, link: 'https://example.com', geolocation: { id: '1', text: 'Berlin' } },
        stickerFields: { music: 'Rain' },
      },
    ],
    [
      'linkedin',
      { firstComment: 'More below' },
      [],
      { __typename: 'LinkedInPostMetadata', firstComment: 'More below' },
    ],
    [
      'pinterest',
      { boardServiceId: BOARD, title: 'A pin', url: 'https://example.com/pin' },
      [PICTURE],
      {
        __typename: 'PinterestPostMetadata',
        board: { serviceId: BOARD, name: 'Paths worth the detour' },
        title: 'A pin',
        url: 'https://example.com/pin',
      },
    ],
    [
      'googlebusiness',
      {
        type: 'offer',
        detailsOffer: {
          ...{ title: 'Ten pencils', code: 'TEN', terms: 'One each', link: 'https://example.com/ten' },
          ...{ startDate: START, endDate: END },
        },
      },
      [],
      {
        __typename: 'GoogleBusinessPostMetadata',
        type: 'offer',
        title: 'Ten pencils',
        details: {
          ...{ __typename: 'GoogleBusinessOfferMetaData', title: 'Ten pencils', code: 'TEN' },
          ...{ terms: 'One each', link: 'https://example.com/ten', startDate: START, endDate: END },
        },
      },
    ],
    [
      'googlebusiness',
      {
        type: 'event',
        detailsEvent: {
          title: 'A walk',
          isFullDayEvent: true,
          startDate: START,
          endDate: END,
          button: 'call',
        },
      },
      [],
      {
        type: 'event',
        details: {
          ...{ __typename: 'GoogleBusinessEventMetaData', title: 'A walk', button: 'call', link: null },
          ...{ isFullDayEvent: true, startDate: START, endDate: END },
        },
      },
    ],
    [
      'googlebusiness',
      { type: 'whats_new', detailsWhatsNew: { button: 'learn_more', link: 'https://example.com' } },
      [],
      {
        type: 'whats_new',
        details: {
          __typename: 'GoogleBusinessWhatsNewMetaData',
          button: 'learn_more',
          link: 'https://example.com',
        },
      },
    ],
    [
      'youtube',
      {
        ...{ title: 'A film', categoryId: '19', privacy: 'private', license: 'creativeCommon' },
        ...{ embeddable: false, madeForKids: true, notifySubscribers: false },
      },
      [FILM],
      {
        ...{ __typename: 'YoutubePostMetadata', title: 'A film', privacy: 'private' },
        category: { categoryId: '19', title: 'Travel & Events' },
        ...{ license: 'creativeCommon', embeddable: false, madeForKids: true, notifySubscribers: false },
      },
    ],
    [
      'youtube',
      { title: 'With the defaults', categoryId: '22' },
      [FILM],
      {
        ...{ privacy: 'public', license: 'youtube', embeddable: true, madeForKids: false },
        notifySubscribers: true,
      },
    ],
    [
      'tiktok',
      { title: 'Leaves', isAiGenerated: true },
      [PICTURE],
      { __typename: 'TiktokPostMetadata', title: 'Leaves', isAiGenerated: true },
    ],
    [
      'mastodon',
      { spoilerText: 'The end of a novel' },
      [],
      { __typename: 'MastodonPostMetadata', type: 'post', spoilerText: 'The end of a novel' },
    ],
    [
      'threads',
      { topic: 'Walking', locationId: '9', locationName: 'Tegel' },
      [],
      { __typename: 'ThreadsPostMetadata', topic: 'Walking', locationId: '9', locationName: 'Tegel' },
    ],
    ['twitter', { isAiGenerated: true }, [], { __typename: 'TwitterPostMetadata', isAiGenerated: true }],
  ])('%s %j', async (service, given, assets, metadata) => {
    const name = service === 'googlebusiness' ? 'google' : service;
    const { post } = await buffer.create(service, 'A text', { metadata: { [name]: given }, assets });
    expect(post.metadata).toMatchObject(metadata);
    expect(await buffer.read(post.id)).toEqual(post);
  });

  test('nothing, where a network has nothing of its own', async () => {
    expect((await buffer.create('startPage', 'A text')).post.metadata).toBeNull();
  });

  test('in the state, for tests to judge by', async () => {
    const google = {
      type: 'event',
      detailsEvent: { title: 'A walk', isFullDayEvent: true, startDate: START, endDate: END },
    };
    await buffer.create('googlebusiness', 'An event', { metadata: { google } });
    await buffer.create('linkedin', 'A comment', { metadata: { linkedin: { firstComment: 'First!' } } });
    const [event] = await buffer.client.postsWith('An event');
    expect(event).toMatchObject({ details: google, firstComment: null, tags: [] });
    const [comment] = await buffer.client.postsWith('A comment');
    expect(comment).toMatchObject({ firstComment: 'First!', details: { firstComment: 'First!' } });
  });
});

describe('a film', () => {
  const film = { ...FILM.video, metadata: { title: 'Fog', thumbnailOffset: 1500 } };

  test('comes back with a still of Buffer’s own', async () => {
    const { post } = await buffer.create('mastodon', 'Look', { assets: [{ video: film }] });
    expect(post.assets).toEqual([
      {
        ...{ __typename: 'VideoAsset', type: 'video', source: FILM.video.url },
        thumbnail: expect.stringMatching(/\.jpg$/),
        video: { title: 'Fog', thumbnailOffset: 1500 },
      },
    ]);
    const [{ thumbnail }] = post.assets as [{ thumbnail: string }];
    expect((await fetch(thumbnail)).headers.get('content-type')).toBe('image/jpeg');
  });

  test('with a still of one’s own is refused', async () => {
    const assets = [{ video: { ...film, thumbnailUrl: 'https://example.com/still.png' } }];
    expect(await buffer.create('mastodon', 'Look', { assets })).toEqual({
      __typename: 'InvalidInputError',
      message: 'Invalid post: Video assets do not support custom thumbnails.',
    });
  });
});
