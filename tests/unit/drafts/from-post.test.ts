// A post that is taken back to be edited is the same post if nothing is edited.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeUrl } from '../../../lib/buffer/safe-url.ts';
import type { Attachment, NewPost, PostOptions, ShareMode } from '../../../lib/buffer/types.ts';
import { draftFromPost, entryDraftKey } from '../../../lib/drafts/from-post.ts';
import { toPosts } from '../../../lib/drafts/split.ts';
import { NETWORKS, networkOf } from '../../../lib/networks/table.ts';
import { takesVideo } from '../../../lib/networks/videos.ts';
import { channel, LINK, ONE } from './fixtures.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 60 });
const url = fc.webUrl({ withQueryParameters: true }).map((one) => safeUrl(one) ?? LINK);
// The hour that a clock shows twice in autumn is left out: a field for local time cannot hold which one it is.
const moment = fc
  .integer({ min: Date.UTC(2026, 4, 1), max: Date.UTC(2026, 8, 1) })
  .map((at): ShareMode => ({ at }));
const mode = fc.oneof(fc.constantFrom<ShareMode>('queue', 'next', 'now', 'draft'), moment);

const card = fc.record({
  url,
  title: words,
  description: words,
  picture: fc.option(url, { nil: null }),
});

function attachments(network: string): fc.Arbitrary<Attachment> {
  const { linkCard, maxPictures } = networkOf(network);
  const picture = fc.record({ url, alt: words });
  const kinds: fc.Arbitrary<Attachment>[] = [fc.constant({ kind: 'none' })];
  if (linkCard) kinds.push(card.map((one) => ({ kind: 'card', card: one })));
  if (maxPictures > 0) {
    const pictures = fc.uniqueArray(picture, {
      minLength: 1,
      maxLength: maxPictures,
      selector: (p) => p.url,
    });
    kinds.push(pictures.map((all) => ({ kind: 'pictures', pictures: all })));
  }
  if (takesVideo(network)) kinds.push(url.map((one) => ({ kind: 'video', url: one })));
  return fc.oneof(...kinds);
}

const filled = (maxLength: number) =>
  fc.string({ minLength: 1, maxLength }).map((text) => text.trim() || 'Title');
const comment = fc.option(filled(80), { nil: undefined });
const tagIds = fc.option(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 3 }), {
  nil: undefined,
});

/** As the clocks show it in Berlin, in winter. */
const clock = fc
  .integer({ min: Date.UTC(2026, 11, 1), max: Date.UTC(2027, 1, 1) })
  .map((at) => `${new Date(at).toISOString().slice(0, 16)}:00+01:00`);
const noon = clock.map((at) => `${at.slice(0, 10)}T12:00:00+01:00`);

const google = fc.oneof(
  fc.record({ type: fc.constant('whats_new') }),
  fc.record({ type: fc.constant('whats_new'), button: fc.constantFrom('shop', 'book'), linkUrl: url }),
  fc.record({ type: fc.constant('event'), title: filled(58), start: clock, end: clock }),
  fc.record({
    type: fc.constant('event'),
    title: filled(58),
    allDay: fc.constant(true),
    start: noon,
    end: noon,
    button: fc.constant('call'),
  }),
  fc.record({
    type: fc.constant('offer'),
    title: filled(58),
    start: noon,
    end: noon,
    code: filled(58),
    terms: filled(90),
    linkUrl: url,
  }),
);

/** What a network has beside text and media, by its name. */
const OPTIONS: Record<string, fc.Arbitrary<PostOptions>> = {
  facebook: fc.record({ type: fc.constant('post'), firstComment: comment, tagIds }),
  instagram: fc.record({ type: fc.constant('post'), firstComment: comment, tagIds }),
  linkedin: fc.record({ firstComment: comment, tagIds }),
  pinterest: fc.record({
    boardId: fc.constant('board-1'),
    linkUrl: fc.option(url, { nil: undefined }),
    title: fc.option(filled(100), { nil: undefined }),
    tagIds,
  }),
  googlebusiness: google,
  youtube: fc.record({
    title: fc.option(filled(100), { nil: undefined }),
    categoryId: fc.constantFrom('1', '22', '29'),
    privacy: fc.constantFrom('public', 'private'),
    tagIds,
  }),
  mastodon: fc.record({ spoilerText: comment, tagIds }),
  threads: fc.record({ topic: fc.option(filled(50), { nil: undefined }), tagIds }),
};

const post = fc.constantFrom(...Object.keys(NETWORKS)).chain((network) =>
  fc.record({
    channel: fc.constant({ id: network, organizationId: 'org', network }),
    text: words,
    attachment: attachments(network),
    mode,
    options: OPTIONS[network] ?? fc.record({ tagIds }),
  }),
) satisfies fc.Arbitrary<NewPost>;

const reel = fc.record({
  channel: fc.constantFrom('facebook', 'instagram').map((id) => ({ id, organizationId: 'org', network: id })),
  text: words,
  attachment: url.map((one): Attachment => ({ kind: 'video', url: one })),
  mode,
  options: fc.constantFrom({ type: 'reel' }, { type: 'story' }),
}) satisfies fc.Arbitrary<NewPost>;

const story = fc.record({
  channel: fc.constantFrom('facebook', 'instagram').map((id) => ({ id, organizationId: 'org', network: id })),
  text: words,
  attachment: fc
    .record({ url, alt: words })
    .map((one): Attachment => ({ kind: 'pictures', pictures: [one] })),
  mode,
  options: fc.constant({ type: 'story' }),
}) satisfies fc.Arbitrary<NewPost>;

const retweet = fc.record({
  channel: fc.constant({ id: 'twitter', organizationId: 'org', network: 'twitter' }),
  text: words.map((text) => text.trim()),
  attachment: fc.constant<Attachment>({ kind: 'none' }),
  mode,
  options: fc.record({ retweetOf: fc.integer({ min: 1 }).map(String) }),
}) satisfies fc.Arbitrary<NewPost>;

test('split gives the very post back', () => {
  fc.assert(
    fc.property(fc.oneof({ weight: 9, arbitrary: post }, retweet, story, reel), (one) => {
      const draft = draftFromPost(one, entryDraftKey('e1'));
      expect(toPosts(draft, [channel(one.channel.network)])).toEqual([one]);
      expect(draft.key).toBe('entry e1');
    }),
    { numRuns: 500 },
  );
});

test('a card keeps its picture to choose', () => {
  const attachment: Attachment = {
    kind: 'card',
    card: { url: LINK, title: 'Title', description: '', picture: ONE },
  };
  const linkedin = { id: 'c', organizationId: 'o', network: 'linkedin' };
  const draft = draftFromPost({ channel: linkedin, text: 'Hi', attachment, mode: 'now', options: {} }, 'k');
  expect(draft).toMatchObject({ link: LINK, when: 'now', pictures: [{ url: ONE, chosen: false }] });
});
