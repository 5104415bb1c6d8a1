// A post that is taken back to be edited is the same post if nothing is edited.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeUrl } from '../../../lib/buffer/safe-url.ts';
import type { Attachment, NewPost, ShareMode } from '../../../lib/buffer/types.ts';
import { draftFromPost, entryDraftKey } from '../../../lib/drafts/from-post.ts';
import { toPosts } from '../../../lib/drafts/split.ts';
import { NETWORKS, networkOf } from '../../../lib/networks/table.ts';
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
  return fc.oneof(...kinds);
}

const pin = fc
  .record({ linkUrl: fc.option(url, { nil: undefined }), title: fc.string({ minLength: 1, maxLength: 100 }) })
  .map(({ linkUrl, title }) => ({ boardId: 'board-1', title, ...(linkUrl && { linkUrl }) }));

const post = fc.constantFrom(...Object.keys(NETWORKS)).chain((network) =>
  fc.record({
    channel: fc.constant({ id: network, organizationId: 'org', network }),
    text: words,
    attachment: attachments(network),
    mode,
    options: network === 'pinterest' ? pin : fc.constant({}),
  }),
) satisfies fc.Arbitrary<NewPost>;

const retweet = fc.record({
  channel: fc.constant({ id: 'twitter', organizationId: 'org', network: 'twitter' }),
  text: words.map((text) => text.trim()),
  attachment: fc.constant<Attachment>({ kind: 'none' }),
  mode,
  options: fc.record({ retweetOf: fc.integer({ min: 1 }).map(String) }),
}) satisfies fc.Arbitrary<NewPost>;

test('split gives the very post back', () => {
  fc.assert(
    fc.property(fc.oneof({ weight: 9, arbitrary: post }, retweet), (one) => {
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
