// What an edit of the attachment leaves as it was: GraphQL replaces all that a network was told when it is told anything.
import { expect, test } from 'vitest';
import type { Attachment, PostOptions } from '../../lib/buffer/types.ts';
import { useLocalBuffer } from './local-buffer.ts';
import { channelOn, post } from './posts.ts';

const buffer = useLocalBuffer('graphql');

const CARD: Attachment = {
  kind: 'card',
  card: { url: 'https://walks.example/story', title: 'A walk', description: '', picture: null },
};
const pictures = (url: string): Attachment => ({ kind: 'pictures', pictures: [{ url, alt: '' }] });
const LAKE = pictures('https://walks.example/lake.jpg');
const WOOD = pictures('https://walks.example/wood.jpg');
const film = (url: string): Attachment => ({ kind: 'video', url });

test.each<[string, PostOptions, Attachment, Attachment]>([
  ['facebook', { type: 'story' }, LAKE, WOOD],
  ['facebook', { type: 'story' }, LAKE, film('https://walks.example/wood.mp4')],
  ['facebook', { type: 'reel' }, film('https://walks.example/lake.mp4'), film('https://walks.example/b.mp4')],
  ['facebook', { type: 'post', firstComment: 'More' }, CARD, WOOD],
  ['instagram', { type: 'story' }, LAKE, WOOD],
  ['linkedin', { firstComment: 'More' }, CARD, LAKE],
  ['linkedin', { firstComment: 'More' }, LAKE, CARD],
  ['threads', { topic: 'Walking' }, CARD, LAKE],
  ['threads', { topic: 'Walking' }, LAKE, { kind: 'none' }],
])('on %s %j stays through another attachment', async (network, options, before, after) => {
  const backend = buffer.backend();
  const created = await backend.create(
    post(await channelOn(backend, network), { attachment: before, options }),
  );
  const stored = async () => {
    const one = (await buffer.posts()).find(({ id }) => id === created.id);
    if (!one) throw new Error('no post');
    const { details, firstComment, assets, linkAttachment } = one;
    return { told: { ...details, ...(firstComment && { firstComment }) }, assets, linkAttachment };
  };
  expect((await stored()).told).toMatchObject(options);
  await backend.edit(created.id, { attachment: after });
  const { told, assets, linkAttachment } = await stored();
  expect(told).toMatchObject(options);
  expect(assets).toHaveLength(after.kind === 'card' || after.kind === 'none' ? 0 : 1);
  expect(linkAttachment === null).toBe(after.kind !== 'card');
});
