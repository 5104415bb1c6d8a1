// A post's pictures, film or link card as the classic API's `media`.
import type { Asset, LinkAttachment, Post } from '../world/model.ts';

function pictureView({ source, thumbnail, altText }: Asset) {
  return { picture: source, thumbnail, ...(altText && { alt_text: altText }) };
}

function videoView({ source, thumbnail, title, width, height }: Asset) {
  const details = { location: source, file_size: 0, duration: 12_000, width, height };
  return { video: { title, details, thumbnails: [thumbnail] }, thumbnail };
}

function linkView({ url, title, text, thumbnail }: LinkAttachment) {
  const preview = thumbnail ? { picture: thumbnail, preview: thumbnail } : {};
  return { link: url, title, description: text, expanded_link: url, ...preview };
}

const LINK = /https?:\/\/\S/;

/** What an update shows: a picture never as `photo`, a plain text as an empty list, a link in a text as nothing. */
export function mediaView({ assets, linkAttachment, text, retweet }: Post): {
  media?: object;
  extra_media?: object[];
} {
  const [first, ...rest] = assets;
  if (first?.type === 'image') {
    const others = rest.map(pictureView);
    return { media: pictureView(first), ...(others.length > 0 && { extra_media: others }) };
  }
  if (first) return { media: videoView(first) };
  if (linkAttachment) return { media: linkView(linkAttachment) };
  return LINK.test(text) || retweet ? {} : { media: [] };
}

/** An update's `type`. */
export function typeOf({ assets, linkAttachment, text, retweet }: Post): string {
  if (retweet) return 'retweet';
  const [first] = assets;
  if (first) return first.type === 'image' ? 'picture' : 'video';
  return linkAttachment || LINK.test(text) ? 'link' : 'text';
}
