// One draft becomes one post per chosen channel, each in the form that its network takes.

import { safeUrl } from '../buffer/safe-url.ts';
import type { Attachment, Channel, NewPost, Picture, PostOptions, ShareMode } from '../buffer/types.ts';
import { xPostId } from '../buffer/x-post.ts';
import { type NetworkRow, networkOf } from '../networks/table.ts';
import { type Draft, textOf } from './draft.ts';
import { withUtm } from './utm.ts';

/** Pinterest refuses longer titles. */
const PIN_TITLE = 100;

/** The draft's channels in the order they were chosen; ids that no channel has are passed over. */
export function chosenChannels(draft: Draft, channels: Channel[]): Channel[] {
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  return draft.channelIds.flatMap((id) => byId.get(id) ?? []);
}

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
      options: { retweetOf },
    };
  }
  return {
    channel: ref,
    text: textFor(draft, network),
    attachment: attachmentFor(draft, channel),
    options: network === 'pinterest' ? pinOptions(draft, channel) : {},
  };
}

/** What is said about a post that is shared on: its address need not stand there once more. */
function comment(draft: Draft, network: string): string {
  return textOf(draft, network).replaceAll(draft.link, '').trim();
}

function cardLink({ attachment, link }: Draft): string | null {
  return attachment === 'card' || attachment === 'retweet' ? safeUrl(link) : null;
}

function textFor(draft: Draft, network: string): string {
  const text = textOf(draft, network);
  if (!cardLink(draft) || networkOf(network).linkCard || text.includes(draft.link)) return text;
  return text.trim() ? `${text}\n${draft.link}` : draft.link;
}

function attachmentFor(draft: Draft, channel: Channel): Attachment {
  const row = networkOf(channel.network);
  const url = cardLink(draft);
  if (url && row.linkCard) return { kind: 'card', card: { url, ...draft.card } };
  const pictures = picturesFor(draft, row).slice(0, mostPictures(channel));
  return pictures.length ? { kind: 'pictures', pictures } : { kind: 'none' };
}

/** As many as both the network and the API take. */
export function mostPictures({ network, maxPictures }: Channel): number {
  return Math.min(networkOf(network).maxPictures, maxPictures ?? Number.POSITIVE_INFINITY);
}

function picturesFor(draft: Draft, row: NetworkRow): Picture[] {
  if (draft.attachment === 'pictures') {
    return draft.pictures.filter(({ chosen }) => chosen).map(({ url, alt }) => ({ url, alt }));
  }
  const url = draft.card.picture;
  if (draft.attachment !== 'card' || row.needs !== 'picture' || !url) return [];
  return [{ url, alt: draft.pictures.find((picture) => picture.url === url)?.alt ?? '' }];
}

function pinOptions(draft: Draft, { boards }: Channel): PostOptions {
  const [boardId, linkUrl] = [boards[0]?.id, safeUrl(draft.link)];
  const title = draft.card.title.slice(0, PIN_TITLE);
  return { ...(boardId && { boardId }), ...(linkUrl && { linkUrl }), ...(title && { title }) };
}
