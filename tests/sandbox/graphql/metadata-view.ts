// What single networks know of a post, as the member of the schema's `PostMetadata` that is theirs.
import { type Details, googleKey } from '../world/details.ts';
import type { Channel, Post, Retweet, Service } from '../world/model.ts';
import { YOUTUBE_CATEGORIES } from '../world/youtube.ts';
import { assetView, linkView } from './asset-view.ts';

const TYPES: Partial<Record<Service, string>> = {
  twitter: 'TwitterPostMetadata',
  linkedin: 'LinkedInPostMetadata',
  bluesky: 'BlueskyPostMetadata',
  mastodon: 'MastodonPostMetadata',
  facebook: 'FacebookPostMetadata',
  instagram: 'InstagramPostMetadata',
  threads: 'ThreadsPostMetadata',
  pinterest: 'PinterestPostMetadata',
  tiktok: 'TiktokPostMetadata',
  youtube: 'YoutubePostMetadata',
  googlebusiness: 'GoogleBusinessPostMetadata',
};

const GOOGLE_TYPES = {
  detailsEvent: 'GoogleBusinessEventMetaData',
  detailsOffer: 'GoogleBusinessOfferMetaData',
  detailsWhatsNew: 'GoogleBusinessWhatsNewMetaData',
} as const;

/** The sandbox knows no more of a stranger's post than its id. */
function retweetView({ tweetId }: Retweet, { createdAt }: Post) {
  const user = { avatar: '', name: '', username: '' };
  return { id: tweetId, text: '', thumbnails: [], url: `https://x.com/i/status/${tweetId}`, user, createdAt };
}

function googleView(details: Details) {
  const key = googleKey(details.type);
  const given = key && details[key];
  if (!given) return { details: null };
  const view = { button: 'none', isFullDayEvent: false, ...given, __typename: GOOGLE_TYPES[key] };
  return { details: view, title: details.title ?? given.title ?? null };
}

/** With the defaults that the reference names. */
function youtubeView(details: Details) {
  const { categoryId, privacy, license, embeddable, madeForKids, notifySubscribers } = details;
  const title = YOUTUBE_CATEGORIES.get(categoryId ?? '');
  return {
    category: categoryId && title ? { categoryId, title } : null,
    ...{ privacy: privacy ?? 'public', license: license ?? 'youtube', embeddable: embeddable ?? true },
    ...{ madeForKids: madeForKids ?? false, notifySubscribers: notifySubscribers ?? true },
  };
}

function threadView({ thread = [] }: Details) {
  const parts = thread.map(({ text, assets }) => ({
    text,
    assets: assets.map(assetView),
    linkAttachment: null,
  }));
  return { thread: parts, threadCount: parts.length };
}

/** Null for a network without metadata of its own. */
export function metadataView(post: Post, channel: Channel) {
  const typename = TYPES[channel.service];
  if (!typename) return null;
  const { details } = post;
  const { thread, threadCount } = threadView(details);
  return {
    ...details,
    __typename: typename,
    type: details.type ?? (threadCount > 0 ? 'thread' : 'post'),
    annotations: [],
    retweet: post.retweet && retweetView(post.retweet, post),
    linkAttachment: post.linkAttachment && linkView(post.linkAttachment),
    ...{ thread, threadCount },
    board: channel.boards?.find((board) => board.serviceId === details.boardServiceId) ?? null,
    isAiGenerated: details.isAiGenerated ?? false,
    shouldShareToFeed: details.shouldShareToFeed ?? false,
    ...(channel.service === 'youtube' && youtubeView(details)),
    ...(channel.service === 'googlebusiness' && googleView(details)),
  };
}
