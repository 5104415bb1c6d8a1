// The rules of creating and editing a post. Nothing is changed before every check has passed.
import { acceptAssets, type NewAsset } from './assets.ts';
import type { Channel, Data, Details, LinkAttachment, Post, SchedulingType, ShareMode } from './model.ts';
import { PLAN_LIMITS, type Plan } from './plans.ts';
import { publish } from './publish.ts';
import { isQueued, joinBack, joinFront } from './queue.ts';
import { DUPLICATE_MESSAGE, done, type Result, refuse } from './refusal.ts';
import { isEmpty, problems } from './requirements.ts';

export interface NewPost {
  channelId: string;
  text: string;
  mode: ShareMode;
  /** Milliseconds since the epoch; counts with `customScheduled` alone. */
  dueAt: number | null;
  draft: boolean;
  needsApproval: boolean;
  schedulingType: SchedulingType | null;
  assets: NewAsset[];
  linkAttachment: LinkAttachment | null;
  details: Details;
  ideaId: string | null;
  via: Post['via'];
}

/** What to change; an absent field keeps its value. */
export interface PostChange {
  text?: string;
  mode?: ShareMode;
  dueAt?: number | null;
  draft?: boolean;
  schedulingType?: SchedulingType;
  assets?: NewAsset[];
  linkAttachment?: LinkAttachment | null;
  details?: Details;
  approval?: 'request' | 'revert';
}

export interface Desk {
  data: Data;
  plan: Plan;
  now: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

function fingerprint(post: Post): string {
  const text = post.text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return JSON.stringify([text, post.assets.map((asset) => asset.source), post.linkAttachment?.url ?? null]);
}

function isDuplicate(post: Post, { data, now }: Desk): boolean {
  const mark = fingerprint(post);
  return data.posts.some(
    (other) =>
      other.id !== post.id &&
      other.channelId === post.channelId &&
      (other.status === 'scheduled' || (other.sentAt !== null && other.sentAt > now - DAY_MS)) &&
      fingerprint(other) === mark,
  );
}

/** A locked channel takes nothing; elsewhere the content must fit the network. */
export function checkContent(post: Post, channel: Channel, plan: Plan): Result<Post> {
  if (channel.isLocked) return refuse('invalid', 'Invalid post: Channel is locked.');
  const found = problems(post, channel, plan);
  if (found.length > 0) return refuse('invalid', `Invalid post: ${found.join(', ')}`);
  return isEmpty(post) ? refuse('invalid', 'Text is required') : done(post);
}

/** Whether the post may leave the drafts in this way: its time, duplicates, the plan. */
export function checkSharing(post: Post, desk: Desk): Result<Post> {
  if (post.shareMode === 'customScheduled') {
    if (post.dueAt === null) return refuse('invalid', 'dueAt is required when mode is customScheduled');
    if (post.dueAt <= desk.now) return refuse('invalid', 'dueAt must be in the future');
  }
  if (isDuplicate(post, desk)) return refuse('duplicate', DUPLICATE_MESSAGE);
  const scheduled = desk.data.posts.filter((other) => other.status === 'scheduled' && other.id !== post.id);
  if (post.shareMode !== 'shareNow' && scheduled.length >= PLAN_LIMITS[desk.plan].scheduledPosts) {
    return refuse('limit', 'Limit reached: Scheduled posts limit reached');
  }
  return done(post);
}

function share(post: Post, channel: Channel, desk: Desk): void {
  const line = { channel, posts: desk.data.posts, now: desk.now };
  post.status = 'scheduled';
  post.error = null;
  if (post.shareMode === 'addToQueue') joinBack(post, line);
  if (post.shareMode === 'shareNext') joinFront(post, line);
  if (post.shareMode === 'shareNow') {
    post.sharedNow = true;
    post.dueAt = desk.now;
    publish(post, channel, desk.now);
  }
}

function shelve(post: Post, status: 'draft' | 'needs_approval'): void {
  post.status = status;
  if (post.shareMode !== 'customScheduled' || status === 'draft') post.dueAt = null;
  if (status === 'draft') post.schedulingType = null;
}

function blankPost(request: NewPost, id: string, desk: Desk): Omit<Post, 'authorId' | 'assets'> {
  return {
    id,
    channelId: request.channelId,
    status: 'draft',
    text: request.text,
    linkAttachment: request.linkAttachment,
    details: request.details,
    via: request.via,
    shareMode: request.mode,
    schedulingType: request.schedulingType,
    sharedNow: false,
    rank: 0,
    dueAt: request.mode === 'customScheduled' ? request.dueAt : null,
    sentAt: null,
    createdAt: desk.now,
    updatedAt: desk.now,
    error: null,
    ideaId: request.ideaId,
  };
}

/** Creates a post by `author`, an id of the account and the new post's own. */
export function createPost(
  request: NewPost,
  author: { accountId: string; id: string },
  desk: Desk,
): Result<Post> {
  const channel = desk.data.channels.find((candidate) => candidate.id === request.channelId);
  if (!channel) return refuse('not-found', 'Channel not found');
  const assets = acceptAssets(request.assets);
  if (!assets.ok) return assets;
  const post: Post = {
    ...blankPost(request, author.id, desk),
    authorId: author.accountId,
    assets: assets.value,
  };
  const content = checkContent(post, channel, desk.plan);
  if (!content.ok) return content;
  if (!request.draft) {
    const sharing = checkSharing(post, desk);
    if (!sharing.ok) return sharing;
  }
  desk.data.posts.push(post);
  if (request.draft || request.needsApproval) shelve(post, request.draft ? 'draft' : 'needs_approval');
  else share(post, channel, desk);
  return done(post);
}

function changed(post: Post, change: PostChange, now: number): Result<Post> {
  const assets = change.assets ? acceptAssets(change.assets) : done(post.assets);
  if (!assets.ok) return assets;
  const mode = change.mode ?? post.shareMode;
  const given = change.dueAt === undefined ? post.dueAt : change.dueAt;
  return done({
    ...post,
    text: change.text ?? post.text,
    assets: assets.value,
    linkAttachment: change.linkAttachment === undefined ? post.linkAttachment : change.linkAttachment,
    details: change.details ?? post.details,
    schedulingType: change.schedulingType ?? post.schedulingType,
    shareMode: mode,
    dueAt: mode === 'customScheduled' ? given : post.dueAt,
    updatedAt: now,
  });
}

type Step = 'shelve' | 'share' | 'approval' | 'stay';

function nextStep(post: Post, change: PostChange): Step {
  if (change.draft || change.approval === 'revert') return 'shelve';
  if (change.approval === 'request') return 'approval';
  const mode = change.mode;
  if (mode === 'addToQueue' && isQueued(post)) return 'stay';
  if (mode !== undefined || (post.status === 'draft' && change.draft === false)) return 'share';
  return post.status === 'scheduled' && post.shareMode === 'customScheduled' && change.dueAt !== undefined
    ? 'share'
    : 'stay';
}

/** Changes a post that is not out yet. */
export function editPost(id: string, change: PostChange, desk: Desk): Result<Post> {
  const post = desk.data.posts.find((candidate) => candidate.id === id);
  const channel = desk.data.channels.find((candidate) => candidate.id === post?.channelId);
  if (!post || !channel) return refuse('not-found', 'Post not found');
  if (post.status === 'sent') return refuse('invalid', 'Invalid post: Sent posts cannot be edited.');
  const step = nextStep(post, change);
  const candidate = changed(post, change, desk.now);
  if (!candidate.ok) return candidate;
  const content = checkContent(candidate.value, channel, desk.plan);
  if (!content.ok) return content;
  if (step === 'share') {
    const sharing = checkSharing(candidate.value, desk);
    if (!sharing.ok) return sharing;
  }
  if (step === 'stay' && post.status === 'scheduled' && isDuplicate(candidate.value, desk)) {
    return refuse('duplicate', DUPLICATE_MESSAGE);
  }
  Object.assign(post, candidate.value);
  if (step === 'share') share(post, channel, desk);
  if (step === 'shelve' || step === 'approval') shelve(post, step === 'shelve' ? 'draft' : 'needs_approval');
  return done(post);
}
