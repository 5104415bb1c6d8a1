// A post in the words of the schema.
import type { Asset, Channel, LinkAttachment, Post, Retweet } from '../world/model.ts';
import { isQueued } from '../world/queue.ts';
import { channelView } from './channel-view.ts';
import type { Context } from './context.ts';

// Recorded for drafts and sent posts; the other two are those of a draft less what no longer applies.
const DRAFT_ACTIONS = [
  'addPostToQueue',
  'publishPostNow',
  'updatePost',
  'publishPostNext',
  'updatePostSchedule',
  'updatePostTags',
  'addPostNote',
  'duplicatePost',
  'deletePost',
  'updateShopGridLink',
];
const SENT_ACTIONS = [
  'viewPost',
  'sharePostLink',
  'copyPostLink',
  'updatePostTags',
  'addPostNote',
  'duplicatePost',
  'updateShopGridLink',
];

function allowedActions(post: Post): string[] {
  if (post.status === 'sent') return SENT_ACTIONS;
  if (post.status === 'draft' || post.status === 'error') return DRAFT_ACTIONS;
  const actions = [...DRAFT_ACTIONS.filter((action) => action !== 'addPostToQueue'), 'movePostToDraft'];
  if (post.status === 'needs_approval') return [...actions, 'approvePost', 'rejectPost'];
  return isQueued(post) ? actions : [...actions, 'addPostToQueue'];
}

function assetView(asset: Asset) {
  const { type, source, thumbnail, mimeType, width, height } = asset;
  const common = { id: null, type, source, thumbnail, mimeType };
  if (type === 'image') {
    return {
      ...common,
      __typename: 'ImageAsset',
      image: { altText: asset.altText, width, height, isAnimated: mimeType === 'image/gif' },
    };
  }
  if (type === 'video') {
    const state = { isTranscodingRequired: false, isVideoProcessing: false };
    return {
      ...common,
      __typename: 'VideoAsset',
      video: { durationMs: 12_000, width, height, title: asset.title, ...state },
    };
  }
  return {
    ...common,
    __typename: 'DocumentAsset',
    document: { numPages: 1, thumbnails: [thumbnail], title: asset.title },
  };
}

function linkView(link: LinkAttachment) {
  const thumbnails = link.thumbnail ? [link.thumbnail] : [];
  return { ...link, thumbnails, expandedUrl: link.url };
}

/** The sandbox knows no more of a stranger's post than its id. */
function retweetView({ tweetId }: Retweet, { createdAt }: Post) {
  const user = { avatar: '', name: '', username: '' };
  return { id: tweetId, text: '', thumbnails: [], url: `https://x.com/i/status/${tweetId}`, user, createdAt };
}

const METADATA_TYPES: Record<string, string> = {
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

function metadataView(post: Post, channel: Channel) {
  const typename = METADATA_TYPES[channel.service];
  if (!typename) return null;
  const { details } = post;
  const thread = (details.thread ?? []).map((part) => ({
    text: part.text,
    assets: part.assets.map(assetView),
    linkAttachment: null,
  }));
  return {
    ...details,
    __typename: typename,
    type: details.type ?? (thread.length > 0 ? 'thread' : 'post'),
    annotations: [],
    retweet: post.retweet && retweetView(post.retweet, post),
    linkAttachment: post.linkAttachment && linkView(post.linkAttachment),
    thread,
    threadCount: thread.length,
    board: channel.boards?.find((board) => board.serviceId === details.boardServiceId) ?? null,
    isAiGenerated: details.isAiGenerated ?? false,
    shouldShareToFeed: details.shouldShareToFeed ?? false,
    ...{ embeddable: true, madeForKids: false, notifySubscribers: true },
  };
}

/** The post as the schema's `Post`. */
export function postView(post: Post, { world }: Context) {
  const channel = world.channels().find((candidate) => candidate.id === post.channelId);
  if (!channel) throw new Error(`post ${post.id} belongs to no channel`);
  const { id, avatar, email, name } = world.account;
  return {
    ...post,
    allowedActions: allowedActions(post),
    assets: post.assets.map(assetView),
    author: { id, avatar, email, name, isDeleted: false },
    channel: () => channelView(channel, world),
    channelService: channel.service,
    contentItemId: null,
    externalLink: post.status === 'sent' ? `${channel.externalLink}/posts/${post.id}` : null,
    isCustomScheduled: post.shareMode === 'customScheduled',
    metadata: () => metadataView(post, channel),
    metrics: [],
    metricsUpdatedAt: null,
    notes: [],
    notificationStatus: post.status === 'sent' && post.schedulingType === 'notification' ? 'notified' : null,
    tags: [],
  };
}
