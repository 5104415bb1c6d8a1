// A post in the words of the schema.
import type { Post } from '../world/model.ts';
import { isQueued } from '../world/queue.ts';
import { isLockedTag, tagsOf } from '../world/tags.ts';
import type { World } from '../world/world.ts';
import { assetView } from './asset-view.ts';
import { channelView } from './channel-view.ts';
import type { Context } from './context.ts';
import { metadataView } from './metadata-view.ts';

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

function tagViews({ tagIds }: Post, { tags, organization }: World) {
  const { limits } = organization;
  return tagsOf(tagIds, tags()).map((tag) => ({ ...tag, isLocked: isLockedTag(tag, tags(), limits) }));
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
    tags: tagViews(post, world),
  };
}
