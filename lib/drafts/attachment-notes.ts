// What becomes of an attachment on each chosen network, where that is not what the composer shows.

import type { Channel, NewPost } from '../buffer/types.ts';
import { takesAlt } from '../networks/alt-text.ts';
import { networkOf } from '../networks/table.ts';
import { chosenChannels } from './chosen.ts';
import { type Draft, textOf } from './draft.ts';
import { mostPicturesOf, toPosts } from './split.ts';
import { takesVideos } from './takes.ts';

/**
 * `own-card`: the link stands in the text, and the network makes its card of the page; `link-in-text`: and makes none;
 * `picture-instead`: the card's picture goes as the post's own; `no-pictures`: it takes none; `no-video`: nor any video;
 * `no-alt`: it takes no words for pictures; `no-link`: the link stands nowhere in the post.
 */
export type AttachmentNoteKind =
  | 'own-card'
  | 'link-in-text'
  | 'picture-instead'
  | 'no-pictures'
  | 'no-video'
  | 'no-alt'
  | 'no-link';

export interface AttachmentNote {
  kind: AttachmentNoteKind;
  /** By `Channel.network`, each once, in the order of the channels. */
  networks: string[];
}

/** Networks that make a card of a link in the text by themselves. */
const CARD_MAKERS: readonly string[] = ['twitter', 'mastodon'];

/** Empty where every chosen network takes the attachment as it is shown. */
export function attachmentNotes(draft: Draft, channels: Channel[]): AttachmentNote[] {
  const byKind = new Map<AttachmentNoteKind, Set<string>>();
  const posts = toPosts(draft, channels);
  for (const [index, channel] of chosenChannels(draft, channels).entries()) {
    const post = posts[index];
    for (const kind of post ? kindsOf(draft, channel, post) : []) {
      byKind.set(kind, (byKind.get(kind) ?? new Set()).add(channel.network));
    }
  }
  return [...byKind].map(([kind, networks]) => ({ kind, networks: [...networks] }));
}

function kindsOf(draft: Draft, channel: Channel, post: NewPost): AttachmentNoteKind[] {
  const { attachment } = post;
  const found: AttachmentNoteKind[] = [];
  if (isCard(draft, channel)) found.push(...cardKinds(post));
  if (draft.attachment === 'pictures' || draft.attachment === 'video')
    found.push(...mediaKinds(draft, channel));
  const pictures = attachment.kind === 'pictures' ? attachment.pictures : [];
  if (pictures.some(({ alt }) => alt) && !takesAlt(channel.network)) found.push('no-alt');
  return found;
}

/** A post that X shares on is a card elsewhere. */
function isCard({ attachment, link }: Draft, { network }: Channel): boolean {
  return link !== '' && (attachment === 'card' || (attachment === 'retweet' && network !== 'twitter'));
}

function cardKinds({ channel: { network }, attachment, options }: NewPost): AttachmentNoteKind[] {
  if (attachment.kind === 'pictures') return ['picture-instead'];
  // A button leads to it as well.
  if (attachment.kind === 'card' || options.linkUrl) return [];
  return [CARD_MAKERS.includes(network) ? 'own-card' : 'link-in-text'];
}

function mediaKinds(draft: Draft, channel: Channel): AttachmentNoteKind[] {
  const { link, attachment, video } = draft;
  // A pin leads to the link, whatever its text says.
  const isLost = link && channel.network !== 'pinterest' && !textOf(draft, channel.network).includes(link);
  const found: AttachmentNoteKind[] = isLost ? ['no-link'] : [];
  if (attachment === 'video') return video && !takesVideos(channel) ? ['no-video', ...found] : found;
  const isBare = mostPicturesOf(draft, channel) === 0 && draft.pictures.some(({ chosen }) => chosen);
  return isBare ? ['no-pictures', ...found] : found;
}

/** The names of the chosen networks that take fewer pictures than would bring them to the one at `place` (from 0). */
export function withoutPicture(draft: Draft, channels: Channel[], place: number): string[] {
  const short = chosenChannels(draft, channels).filter((channel) => {
    const most = mostPicturesOf(draft, channel);
    return most > 0 && most <= place;
  });
  return [...new Set(short.map(({ network }) => networkOf(network).label))];
}

/** The pictures that go out as such: those that are chosen, or the card's where a network takes that instead. */
export function describedPictures(draft: Draft, channels: Channel[]): string[] {
  if (draft.attachment === 'pictures') {
    return draft.pictures.filter(({ chosen }) => chosen).map(({ url }) => url);
  }
  const sent = toPosts(draft, channels).flatMap(({ attachment }) =>
    attachment.kind === 'pictures' ? attachment.pictures.map(({ url }) => url) : [],
  );
  return [...new Set(sent)];
}
