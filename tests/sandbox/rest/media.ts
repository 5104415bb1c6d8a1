// From the parameters of a new or changed update to what its network makes of them.
import type { NewAsset, NewDetails } from '../world/assets.ts';
import type { Channel, LinkAttachment } from '../world/model.ts';
import { Failure } from './failure.ts';
import { NETWORKS } from './networks.ts';
import { listOf, mapOf, type Parameters, textOf, textsOf } from './parameters.ts';

type Fields = Record<string, string>;

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

function cardOf(url: string, { title, description, picture, thumbnail }: Fields): LinkAttachment {
  const host = URL.canParse(url) ? new URL(url).hostname : url;
  return { url, title: title ?? host, text: description ?? '', thumbnail: picture ?? thumbnail ?? null };
}

function given(media: Parameters): Fields {
  const texts = Object.entries(media).map(([name, value]) => [name, textOf(value)?.trim() ?? '']);
  return Object.fromEntries(texts.filter(([, text]) => text !== ''));
}

/**
 * `picture` alone is an image to share, as clients send it, and so it is where every post must have one; beside a
 * link it is the card's preview, or nothing where there are no cards.
 */
function pictureOf({ service }: Channel, { photo, picture, link }: Fields): string | undefined {
  return photo ?? (link && !NETWORKS[service].needsPicture ? undefined : picture);
}

function imageOf(url: string, { thumbnail, alt_text: altText }: Fields): NewAsset {
  return { type: 'image', url, thumbnailUrl: thumbnail, altText };
}

/** The picture of `media`, and those of `extra_media` behind it. */
function imagesOf(channel: Channel, fields: Fields, extra: unknown): NewAsset[] {
  const first = pictureOf(channel, fields);
  if (first === undefined) return [];
  const others = listOf(extra).flatMap((one) => {
    const more = given(mapOf(one));
    const url = more.photo ?? more.picture;
    return url ? [imageOf(url, more)] : [];
  });
  const images = [imageOf(first, fields), ...others];
  for (const { url } of images) checkPicture(url, channel);
  return images;
}

/** What the `media` parameter, be it empty, means for a channel. */
export function mediaFor(channel: Channel, parameter: unknown, extra?: unknown): Media {
  const fields = given(mapOf(parameter));
  const { link, title } = fields;
  const takesLinks = NETWORKS[channel.service].takesLinks;
  const assets = imagesOf(channel, fields, extra);
  const isAlone = link !== undefined && assets.length === 0;
  const card = isAlone && takesLinks ? cardOf(link, fields) : null;
  const spareLink = isAlone && !takesLinks ? link : null;
  return { assets, linkAttachment: card, spareLink, title: title ?? null, link: link ?? null };
}

const LINK = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?'”’…)\]}]/;

/** What a text alone means: its first link becomes the card, unless `attachment` is off. */
export function mediaInText(channel: Channel, text: string, attachment: boolean): Media {
  const link = attachment ? (LINK.exec(text)?.[0] ?? '') : '';
  return mediaFor(channel, link ? { link } : {});
}

/** The kind of post on Facebook and Instagram. */
function kindOf({ update_type: given }: Parameters): string {
  const kind = textOf(given) ?? '';
  return ['story', 'reel'].includes(kind) ? kind : 'post';
}

function pinOf(channel: Channel, { title, link }: Media, parameters: Parameters): NewDetails {
  const boardIds = textsOf(parameters.subprofile_ids);
  const board = channel.boards?.find(({ id, serviceId }) =>
    boardIds.some((one) => one === id || one === serviceId),
  );
  const url = textOf(parameters.source_url) || link;
  return {
    ...(title && { title }),
    ...(url && { url }),
    ...(board && { boardServiceId: board.serviceId }),
  };
}

/** What each network wants to know, which the documents of the classic API never ask. */
export function detailsFor(channel: Channel, media: Media, parameters: Parameters): NewDetails {
  switch (channel.service) {
    case 'facebook':
      return { type: kindOf(parameters) };
    case 'instagram':
      return { type: kindOf(parameters), shouldShareToFeed: true };
    case 'googlebusiness':
      return { type: 'whats_new' };
    case 'pinterest':
      return pinOf(channel, media, parameters);
    default:
      return {};
  }
}
