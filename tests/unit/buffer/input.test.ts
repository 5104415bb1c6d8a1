import { readFileSync } from 'node:fs';
import { buildSchema, coerceInputValue, type GraphQLInputType } from 'graphql';
import { expect, test } from 'vitest';
import { createInput, editInput } from '../../../lib/buffer/graphql/input.ts';
import type { Attachment, NewPost, PostOptions } from '../../../lib/buffer/types.ts';
import { NEW_POST } from './scripted.ts';

const schema = buildSchema(
  readFileSync(new URL('../../sandbox/graphql/schema.graphql', import.meta.url), 'utf8'),
);
const inputType = (name: string) => schema.getType(name) as GraphQLInputType;

const CARD: Attachment = {
  kind: 'card',
  card: {
    url: 'https://a.example/p',
    title: 'Title',
    description: 'About',
    picture: 'https://a.example/p.png',
  },
};
const LINK = {
  url: 'https://a.example/p',
  title: 'Title',
  description: 'About',
  thumbnail: { url: 'https://a.example/p.png' },
};
const PICTURES: Attachment = {
  kind: 'pictures',
  pictures: [
    { url: 'https://a.example/1.png', alt: 'one' },
    { url: 'https://a.example/2.png', alt: '' },
  ],
};
const VIDEO: Attachment = { kind: 'video', url: 'https://a.example/1.mp4' };
const ASSETS = [
  { image: { url: 'https://a.example/1.png', metadata: { altText: 'one' } } },
  { image: { url: 'https://a.example/2.png', metadata: { altText: '' } } },
];

const on = (network: string, change: Partial<NewPost> = {}): NewPost => ({
  ...NEW_POST,
  ...change,
  channel: { ...NEW_POST.channel, network },
});

test('a plain post says only what it must', () => {
  expect(createInput(on('twitter'))).toEqual({
    channelId: 'channel-1',
    text: 'Hello',
    schedulingType: 'automatic',
    mode: 'addToQueue',
    assets: [],
    source: 'quick-queue',
  });
});

test.each<[NewPost['mode'], object]>([
  ['queue', { mode: 'addToQueue' }],
  ['next', { mode: 'shareNext' }],
  ['now', { mode: 'shareNow' }],
  ['draft', { mode: 'addToQueue', saveToDraft: true }],
  [
    { at: Date.parse('2026-12-01T08:00:00Z') },
    { mode: 'customScheduled', dueAt: '2026-12-01T08:00:00.000Z' },
  ],
])('mode %j', (mode, expected) => {
  const { saveToDraft, dueAt, ...rest } = createInput(on('twitter', { mode }));
  const given = {
    mode: rest.mode,
    ...(saveToDraft !== undefined && { saveToDraft }),
    ...(dueAt !== undefined && { dueAt }),
  };
  expect(given).toEqual(expected);
});

test.each<[string, object | undefined]>([
  ['facebook', { facebook: { type: 'post', linkAttachment: LINK } }],
  ['linkedin', { linkedin: { linkAttachment: LINK } }],
  ['threads', { threads: { linkAttachment: LINK } }],
  ['bluesky', { bluesky: { linkAttachment: LINK } }],
  ['twitter', undefined],
  ['mastodon', undefined],
  ['moonbook', undefined],
])('a card on %s', (network, metadata) => {
  const input = createInput(on(network, { attachment: CARD }));
  expect(input.metadata).toEqual(metadata);
  expect(input.assets).toEqual([]);
});

test('a card with nothing but an address', () => {
  const card = { url: 'https://a.example/', title: '', description: '', picture: null };
  const input = createInput(on('bluesky', { attachment: { kind: 'card', card } }));
  expect(input.metadata).toEqual({ bluesky: { linkAttachment: { url: 'https://a.example/' } } });
});

test.each<[string, object | undefined]>([
  ['instagram', { instagram: { type: 'post', shouldShareToFeed: true } }],
  ['facebook', { facebook: { type: 'post' } }],
  ['googlebusiness', { google: { type: 'whats_new' } }],
  ['twitter', undefined],
])('pictures on %s', (network, metadata) => {
  const input = createInput(on(network, { attachment: PICTURES }));
  expect(input).toMatchObject({ assets: ASSETS });
  expect(input.metadata).toEqual(metadata);
});

test('a video is its address alone, without the still that Buffer refuses', () => {
  expect(createInput(on('twitter', { attachment: VIDEO })).assets).toEqual([
    { video: { url: 'https://a.example/1.mp4' } },
  ]);
});

test('a pin has its board, address and title', () => {
  const options = { boardId: '87', linkUrl: 'https://a.example/p', title: 'Pin' };
  expect(createInput(on('pinterest', { attachment: PICTURES, options })).metadata).toEqual({
    pinterest: { boardServiceId: '87', url: 'https://a.example/p', title: 'Pin' },
  });
  expect(createInput(on('pinterest')).metadata).toBeUndefined();
  expect(createInput(on('twitter', { options })).metadata).toBeUndefined();
});

const DAY = { title: 'Book sale', start: '2026-12-01T18:00:00+01:00', end: '2026-12-01T21:00:00+01:00' };
const DATES = { startDate: '2026-12-01T17:00:00.000Z', endDate: '2026-12-01T20:00:00.000Z' };

test.each<[string, PostOptions, object]>([
  ['facebook', { type: 'story' }, { facebook: { type: 'story' } }],
  ['facebook', { type: 'post', firstComment: 'More' }, { facebook: { type: 'post', firstComment: 'More' } }],
  ['instagram', { type: 'story' }, { instagram: { type: 'story', shouldShareToFeed: false } }],
  ['linkedin', { firstComment: 'More' }, { linkedin: { firstComment: 'More' } }],
  [
    'youtube',
    { title: 'Walk', categoryId: '19', privacy: 'unlisted' },
    { youtube: { title: 'Walk', categoryId: '19', privacy: 'unlisted' } },
  ],
  ['tiktok', { title: 'Walk' }, { tiktok: { title: 'Walk' } }],
  ['mastodon', { spoilerText: 'Heights' }, { mastodon: { spoilerText: 'Heights' } }],
  ['threads', { topic: 'Walking' }, { threads: { topic: 'Walking' } }],
  ['instagram', { type: 'reel' }, { instagram: { type: 'reel', shouldShareToFeed: true } }],
  [
    'googlebusiness',
    { type: 'whats_new', button: 'shop', linkUrl: 'https://a.example/' },
    { google: { type: 'whats_new', detailsWhatsNew: { button: 'shop', link: 'https://a.example/' } } },
  ],
  [
    'googlebusiness',
    { type: 'event', ...DAY, button: 'call' },
    {
      google: {
        type: 'event',
        title: 'Book sale',
        detailsEvent: { title: 'Book sale', ...DATES, isFullDayEvent: false, button: 'call' },
      },
    },
  ],
  [
    'googlebusiness',
    { type: 'offer', ...DAY, code: 'BOOK', terms: 'One each', linkUrl: 'https://a.example/' },
    {
      google: {
        type: 'offer',
        title: 'Book sale',
        detailsOffer: {
          title: 'Book sale',
          ...DATES,
          code: 'BOOK',
          terms: 'One each',
          link: 'https://a.example/',
        },
      },
    },
  ],
])('on %s the options %j', (network, options, metadata) => {
  const input = createInput(on(network, { options: { ...options, tagIds: ['t1'] } }));
  expect(input.metadata).toEqual(metadata);
  expect(input.tagIds).toEqual(['t1']);
  coerceInputValue(input, inputType('CreatePostInput'), (path, _value, error) => {
    throw new Error(`${path.join('.')}: ${error.message}`);
  });
});

const was = (channelService: string, linkAttachment: { url: string } | null = null) => ({
  channelService,
  metadata: { linkAttachment },
});

test('an edit says only what changes', () => {
  expect(editInput('p', { text: '' }, null)).toEqual({ id: 'p', text: '', source: 'quick-queue' });
  expect(editInput('p', { mode: 'now' }, null)).toMatchObject({ mode: 'shareNow', saveToDraft: false });
  expect(editInput('p', { mode: 'now' }, null)).not.toHaveProperty('text');
  expect(editInput('p', { attachment: CARD }, was('linkedin'))).toMatchObject({
    assets: [],
    metadata: { linkedin: { linkAttachment: LINK } },
  });
  expect(
    editInput('p', { attachment: PICTURES }, was('facebook', { url: 'https://a.example/' })),
  ).toMatchObject({
    assets: ASSETS,
    metadata: { facebook: { type: 'post', linkAttachment: null } },
  });
  expect(editInput('p', { attachment: { kind: 'none' } }, was('facebook'))).toEqual({
    id: 'p',
    assets: [],
    source: 'quick-queue',
  });
});

test('every input is one that the schema accepts', () => {
  const networks = [
    'facebook',
    'instagram',
    'linkedin',
    'threads',
    'bluesky',
    'pinterest',
    'googlebusiness',
    'mastodon',
  ];
  for (const network of networks) {
    for (const attachment of [CARD, PICTURES, VIDEO, { kind: 'none' } as const]) {
      const mode = { at: Date.parse('2026-12-01T08:00:00Z') };
      const options = { boardId: '87', linkUrl: 'https://a.example/p', title: 'Pin' };
      const refuse = (path: readonly (string | number)[], _value: unknown, error: Error) => {
        throw new Error(`${network} ${path.join('.')}: ${error.message}`);
      };
      coerceInputValue(
        createInput(on(network, { attachment, mode, options })),
        inputType('CreatePostInput'),
        refuse,
      );
      coerceInputValue(
        editInput('p', { attachment, mode, text: 'x' }, was(network)),
        inputType('EditPostInput'),
        refuse,
      );
    }
  }
});

test.each([
  ['How true', { id: '654', comment: 'How true' }],
  ['', { id: '654' }],
])('a retweet with the comment %j', (text, retweet) => {
  const post = on('twitter', { text, options: { retweetOf: '654' } });
  const input = createInput(post);
  expect(input).toMatchObject({ text, metadata: { twitter: { retweet } } });
  expect(Object.keys((input.metadata as { twitter: object }).twitter)).toEqual(['retweet']);
});
