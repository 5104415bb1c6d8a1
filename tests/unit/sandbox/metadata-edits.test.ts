// What an edit keeps of what a network was told, and what it replaces.
import { expect, test } from 'vitest';
import { FILM, PICTURE, useEveryNetwork } from './every-network.ts';

const buffer = useEveryNetwork();
const BOARD = '870000000000000002';
const START = '2026-04-01T08:00:00.000Z';
const END = '2026-04-02T20:00:00.000Z';

test('without metadata keeps all of it', async () => {
  const metadata = { threads: { topic: 'Walking', locationName: 'Tegel' } };
  const { post } = await buffer.create('threads', 'Before', { metadata });
  const edited = await buffer.edit(post.id, { text: 'After' });
  expect(edited.post.metadata).toEqual(post.metadata);
});

test('keeps board, YouTube’s title and category, and Google’s details when they are left out', async () => {
  const pin = await buffer.create('pinterest', 'Pin', {
    metadata: { pinterest: { boardServiceId: BOARD, title: 'A pin' } },
    assets: [PICTURE],
  });
  const pinned = await buffer.edit(pin.post.id, { metadata: { pinterest: { title: 'Another' } } });
  expect(pinned.post.metadata).toMatchObject({ board: { serviceId: BOARD }, title: 'Another' });

  const film = await buffer.create('youtube', 'Film', {
    metadata: { youtube: { title: 'A film', categoryId: '22' } },
    assets: [FILM],
  });
  const shown = await buffer.edit(film.post.id, { metadata: { youtube: { privacy: 'unlisted' } } });
  expect(shown.post.metadata).toMatchObject({
    ...{ title: 'A film', category: { categoryId: '22' }, privacy: 'unlisted' },
  });

  const detailsEvent = {
    title: 'A walk',
    isFullDayEvent: false,
    startDate: START,
    endDate: END,
    button: 'call',
  };
  const walk = await buffer.create('googlebusiness', 'Walk', {
    metadata: { google: { type: 'event', detailsEvent } },
  });
  const google = { type: 'event', detailsEvent: { isFullDayEvent: true } };
  const moved = await buffer.edit(walk.post.id, { metadata: { google } });
  expect(moved.post.metadata.details).toMatchObject({ ...detailsEvent, isFullDayEvent: true });
});

test('replaces everything else', async () => {
  const metadata = { linkedin: { firstComment: 'First!' } };
  const { post } = await buffer.create('linkedin', 'A text', { metadata });
  const edited = await buffer.edit(post.id, { metadata: { linkedin: {} } });
  expect(edited.post.metadata.firstComment).toBeNull();
});

test('to another Google type asks for what that type wants', async () => {
  const details = { detailsOffer: { title: 'Ten', startDate: START, endDate: END } };
  const { post } = await buffer.create('googlebusiness', 'Ten', {
    metadata: { google: { type: 'offer', ...details } },
  });
  const google = { type: 'event', detailsEvent: { isFullDayEvent: true, startDate: START, endDate: END } };
  expect((await buffer.edit(post.id, { metadata: { google } })).message).toBe(
    'Invalid post: Google Business event posts require a title.',
  );
});

test('is refused as a new post would be', async () => {
  const { post } = await buffer.create('instagram', 'A leaf', {
    metadata: { instagram: { type: 'post', shouldShareToFeed: true } },
    assets: [PICTURE],
  });
  const metadata = { instagram: { type: 'reel', shouldShareToFeed: true } };
  expect((await buffer.edit(post.id, { metadata })).message).toBe(
    'Invalid post: Instagram reels require exactly one video.',
  );
  expect((await buffer.edit(post.id, { assets: [] })).message).toBe(
    'Invalid post: Instagram posts require at least one image or video.',
  );
  expect(await buffer.read(post.id)).toEqual(post);
});
