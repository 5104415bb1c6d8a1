// A post as the classic API's update, with every field that was recorded.
import { createHash } from 'node:crypto';
import { numberFor } from '../world/luck.ts';
import type { Channel, Post, PostStatus } from '../world/model.ts';
import type { Call } from './call.ts';
import { channelOf } from './call.ts';
import { formatted } from './formatted.ts';
import { mediaView, typeOf } from './media-view.ts';
import { dueWords, seconds } from './moments.ts';
import { NETWORKS } from './networks.ts';
import { flagOf } from './parameters.ts';
import { statisticsOf } from './reactions.ts';

const STATUSES: Record<PostStatus, string> = {
  draft: 'draft',
  needs_approval: 'draft',
  scheduled: 'buffer',
  sending: 'buffer',
  sent: 'sent',
  error: 'error',
};

const NO_SLOT = { day: 'No scheduled days or times', due_at: 0, due_time: '-' };

/** When it is due, in the person's zone or in UTC; a draft has no time at all. */
function dueView(post: Post, { parameters, world, now }: Call): object {
  if (post.dueAt === null) return STATUSES[post.status] === 'draft' ? {} : NO_SLOT;
  const zone = flagOf(parameters.utc) ? 'UTC' : world.account.timezone;
  const own = post.shareMode === 'customScheduled' ? { scheduled_at: seconds(post.dueAt) } : {};
  return { due_at: seconds(post.dueAt), ...dueWords(post.dueAt, { now, zone }), ...own };
}

function serviceId(post: Post, { service, serviceId: page }: Channel): string {
  const digits = `${numberFor(post.id, 'a')}${numberFor(post.id, 'b')}`.slice(0, 18);
  return service === 'facebook' ? `${page}_${digits}` : digits;
}

function sentView(post: Post, channel: Channel, { world, now }: Call): object {
  if (post.sentAt === null) return { service_link: '' };
  const comments = world.comments().filter(({ postId }) => postId === post.id).length;
  return {
    sent_at: seconds(post.sentAt),
    service_update_id: serviceId(post, channel),
    service_link: `${channel.externalLink}/posts/${post.id}`,
    statistics: statisticsOf(post, channel, { now, comments }),
  };
}

function retweetView({ retweet }: Post): object {
  if (!retweet) return { retweeted_tweet_id: '' };
  const { tweetId, comment } = retweet;
  return { retweeted_tweet_id: tweetId, retweet: { tweet_id: tweetId, comment } };
}

function textView({ text }: Post, channel: Channel): object {
  const md5 = createHash('md5').update(text).digest('hex');
  return { text, text_formatted: formatted(text, NETWORKS[channel.service]), text_md5: md5 };
}

const VIA: Record<Post['via'], string> = { api: 'api', buffer: 'bookmarklet', network: 'service' };

/** The update as it is answered alone. */
export function updateView(post: Post, call: Call): object {
  const channel = channelOf(post, call);
  return {
    ...{ _id: post.id, id: post.id, ...(post.clientId && { client_id: post.clientId }) },
    ...{ created_at: seconds(post.createdAt), updated_at: seconds(post.updatedAt) },
    ...dueView(post, call),
    ...mediaView(post),
    ...{ profile_id: post.channelId, profile_service: channel.service, user_id: post.authorId },
    ...{ organization_id: channel.organizationId, library_update_id: '', pinned: false },
    ...{ needs_approval: post.status === 'needs_approval', is_video_processing: false },
    ...{ shared_now: post.sharedNow, status: STATUSES[post.status], type: typeOf(post) },
    ...textView(post, channel),
    ...retweetView(post),
    ...sentView(post, channel, call),
    ...(post.details.url && { source_url: post.details.url }),
    ...(post.error && { error: { text: post.error.message, link: post.error.supportUrl } }),
    via: VIA[post.via],
  };
}

/** The update as it stands in lists, with what only those say. */
export function listedUpdateView(post: Post, call: Call): object {
  return { ...updateView(post, call), perm_editable: post.status !== 'sent', perm_approvable: false };
}
