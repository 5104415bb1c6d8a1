// One draft becomes one post per chosen channel, each in the form that its network takes.

import { safeUrl } from '../buffer/safe-url.ts';
import type { Attachment, Channel, NewPost, Picture, ShareMode } from '../buffer/types.ts';
import { xPostId } from '../buffer/x-post.ts';
import { hasAddress, isBare } from '../networks/fields.ts';
import { networkOf } from '../networks/table.ts';
import { chosenChannels } from './chosen.ts';
import { type Draft, textOf } from './draft.ts';
import { valuesFor } from './fields.ts';
import { optionsFor, tagsFor } from './options.ts';
import { videoFor } from './takes.ts';
import { withUtm } from './with-utm.ts';

/** What will be sent: one post per chosen channel. Ask `problems` first whether it may be sent. */
export function toPosts(draft: Draft, channels: Channel[]): NewPost[] {
  const mode = modeOf(draft);
  return chosenChannels(draft, channels).map((channel) => ({
    ...postFor(withUtm(draft, channel.network), channel),
    mode,
  }));
}

/** The moment in milliseconds that the draft's local date and time name; null without a valid one. */
export function momentOf(draft: Draft): number | null {
  try {
    const local = Temporal.PlainDateTime.from(draft.at ?? '');
    // A time that the clocks skip is moved forward; of one that they show twice it is the first.
    return local.toZonedDateTime(Temporal.Now.timeZoneId()).epochMilliseconds;
  } catch {
    return null;
  }
}

/** A time that is still missing makes it a draft in Buffer: the one mode that publishes nothing. */
function modeOf(draft: Draft): ShareMode {
  if (draft.when !== 'at') return draft.when;
  const at = momentOf(draft);
  return at === null ? 'draft' : { at };
}

function postFor(draft: Draft, channel: Channel): Omit<NewPost, 'mode'> {
  const { id, organizationId, network } = channel;
  const ref = { id, organizationId, network };
  const retweetOf = network === 'twitter' && draft.attachment === 'retweet' ? xPostId(draft.link) : null;
  if (retweetOf) {
    return {
      channel: ref,
      text: comment(draft, network),
      attachment: { kind: 'none' },
      options: { retweetOf, ...tagsFor(draft, channel) },
    };
  }
  return {
    channel: ref,
    text: textFor(draft, channel),
    attachment: attachmentFor(draft, channel),
    options: optionsFor(draft, channel),
  };
}

/** What is said about a post that is shared on: its address need not stand there once more. */
function comment(draft: Draft, network: string): string {
  return textOf(draft, network).replaceAll(draft.link, '').trim();
}

function cardLink({ attachment, link }: Draft): string | null {
  return attachment === 'card' || attachment === 'retweet' ? safeUrl(link) : null;
}

/** Where no card shows the link it stands in the text, unless a button leads to it. */
function textFor(draft: Draft, channel: Channel): string {
  const text = textOf(draft, channel.network);
  const isShown = networkOf(channel.network).linkCard || hasAddress(valuesFor(draft, channel).button);
  if (!cardLink(draft) || isShown || text.includes(draft.link)) return text;
  return text.trim() ? `${text}\n${draft.link}` : draft.link;
}

function attachmentFor(draft: Draft, channel: Channel): Attachment {
  const url = cardLink(draft);
  if (url && networkOf(channel.network).linkCard && !isBare(valuesFor(draft, channel).type)) {
    return { kind: 'card', card: { url, ...draft.card } };
  }
  const video = videoFor(draft, channel);
  if (video) return { kind: 'video', url: video };
  const pictures = picturesFor(draft, channel).slice(0, mostPicturesOf(draft, channel));
  return pictures.length ? { kind: 'pictures', pictures } : { kind: 'none' };
}

/** As many as both the network and the API take. */
export function mostPictures({ network, maxPictures }: Channel): number {
  return Math.min(networkOf(network).maxPictures, maxPictures ?? Number.POSITIVE_INFINITY);
}

/** The same for what this draft becomes there: a story is one picture. */
export function mostPicturesOf(draft: Draft, channel: Channel): number {
  const most = mostPictures(channel);
  return isBare(valuesFor(draft, channel).type) ? Math.min(most, 1) : most;
}

/** Whether the draft's post in a channel cannot do without a picture, or a video in its place. */
export function needsPicture(draft: Draft, channel: Channel): boolean {
  return networkOf(channel.network).needs === 'picture' || isBare(valuesFor(draft, channel).type);
}

function picturesFor(draft: Draft, channel: Channel): Picture[] {
  if (draft.attachment === 'pictures') {
    return draft.pictures.filter(({ chosen }) => chosen).map(({ url, alt }) => ({ url, alt }));
  }
  const url = draft.card.picture;
  if (draft.attachment !== 'card' || !needsPicture(draft, channel) || !url) return [];
  return [{ url, alt: draft.pictures.find((picture) => picture.url === url)?.alt ?? '' }];
}
