// From the parameters of a new or changed update to what its network makes of them.
import type { NewAsset, NewDetails } from '../world/assets.ts';
import type { Channel, LinkAttachment } from '../world/model.ts';
import { Failure } from './failure.ts';
import { NETWORKS } from './networks.ts';
import { mapOf, type Parameters, textOf } from './parameters.ts';

export interface Media {
  assets: NewAsset[];
  linkAttachment: LinkAttachment | null;
  /** The link, where the network ignores link cards. */
  spareLink: string | null;
  title: string | null;
  link: string | null;
}

const NO_PICTURES = /\.(bmp|tiff?|svg|avif|heic|ico|psd|pdf|mp[34]|mov|avi|webm|txt|html?|docx?|zip)$/i;

export const PICTURE_TYPES = ['jpeg', 'jpg', 'gif', 'png', 'webp'];

/** A picture's address stands for its file: `/oversized/` in the path plays one that is too large. */
function checkPicture(url: string, channel: Channel): void {
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  if (NO_PICTURES.test(path)) throw new Failure(1030);
  if (path.includes('/oversized/')) throw new Failure(1031);
  if (channel.service === 'linkedin' && channel.type === 'group') throw new Failure(1032);
}

function cardOf(
  url: string,
  { title, description, picture, thumbnail }: Record<string, string>,
): LinkAttachment {
  const host = URL.canParse(url) ? new URL(url).hostname : url;
  return { url, title: title ?? host, text: description ?? '', thumbnail: picture ?? thumbnail ?? null };
}

function given(media: Parameters): Record<string, string> {
  const texts = Object.entries(media).map(([name, value]) => [name, textOf(value)?.trim() ?? '']);
  return Object.fromEntries(texts.filter(([, text]) => text !== ''));
}

/** `picture` alone is an image to share, as clients send it; beside a link it is the card's preview. */
function pictureOf({ photo, picture, link }: Record<string, string>): string | undefined {
  return photo ?? (link ? undefined : picture);
}

/** What the `media` parameter, be it empty, means for a channel. */
export function mediaFor(channel: Channel, parameter: unknown): Media {
  const fields = given(mapOf(parameter));
  const { link, title, thumbnail, alt_text: altText } = fields;
  const url = pictureOf(fields);
  const takesLinks = NETWORKS[channel.service].takesLinks;
  if (url !== undefined) checkPicture(url, channel);
  const assets: NewAsset[] = url ? [{ type: 'image', url, thumbnailUrl: thumbnail, altText }] : [];
  const card = link && takesLinks && !url ? cardOf(link, fields) : null;
  const spareLink = link && !takesLinks && !url ? link : null;
  return { assets, linkAttachment: card, spareLink, title: title ?? null, link: link ?? null };
}

const LINK = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?'”’…)\]}]/;

/** What a text alone means: its first link becomes the card, unless `attachment` is off. */
export function mediaInText(channel: Channel, text: string, attachment: boolean): Media {
  const link = attachment ? (LINK.exec(text)?.[0] ?? '') : '';
  return mediaFor(channel, link ? { link } : {});
}

/** What each network wants to know and the classic API never asks. */
export function detailsFor(channel: Channel, media: Media, boardIds: readonly string[]): NewDetails {
  switch (channel.service) {
    case 'facebook':
      return { type: 'post' };
    case 'instagram':
      return { type: 'post', shouldShareToFeed: true };
    case 'googlebusiness':
      return { type: 'whats_new' };
    case 'pinterest': {
      const board = channel.boards?.find(({ id, serviceId }) =>
        boardIds.some((one) => one === id || one === serviceId),
      );
      const pin = { ...(media.title && { title: media.title }), ...(media.link && { url: media.link }) };
      return board ? { boardServiceId: board.serviceId, ...pin } : pin;
    }
    default:
      return {};
  }
}
