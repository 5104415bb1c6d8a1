// The rules of creating and editing a post. Nothing is changed before every check has passed.
import { acceptAssets, acceptDetails, type NewAsset, type NewDetails } from './assets.ts';
import { type Behaviour, storedDetails, storedText } from './behaviour.ts';
import { checkContent, checkSharing, type Desk, isDuplicate } from './checks.ts';
import { editedDetails } from './details.ts';
import type { Channel, LinkAttachment, Post, Retweet, SchedulingType, ShareMode } from './model.ts';
import { publish } from './publish.ts';
import { closeUp, isQueued, joinBack, joinFront } from './queue.ts';
import { DUPLICATE_MESSAGE, done, type Result, refuse } from './refusal.ts';

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
  details: NewDetails;
  tagIds?: string[];
  ideaId: string | null;
  via: Post['via'];
  retweet?: Retweet | null;
  clientId?: string;
  /** Whether links in the text become short ones; as the account has it unless given. */
  shortenLinks?: boolean;
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
  details?: NewDetails;
  tagIds?: string[];
  approval?: 'request' | 'revert';
  shortenLinks?: boolean;
}

function shortening(choice: boolean | null | undefined, { behaviour }: Desk): Behaviour {
  return { ...behaviour, shortenLinks: choice ?? behaviour.shortenLinks };
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

function blankPost(request: NewPost, id: string, desk: Desk): Omit<Post, 'authorId' | 'assets' | 'details'> {
  return {
    id,
    channelId: request.channelId,
    status: 'draft',
    text: storedText(request.text, shortening(request.shortenLinks, desk)),
    givenText: request.text,
    linkAttachment: request.linkAttachment,
    tagIds: [...new Set(request.tagIds)],
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
    retweet: request.retweet ?? null,
    clientId: request.clientId ?? null,
    shortenLinks: request.shortenLinks ?? null,
  };
}

interface Author {
  accountId: string;
  nextId(): string;
}

interface Checked {
  post: Post;
  channel: Channel;
  request: NewPost;
}

function checked(request: NewPost, author: Author, desk: Desk): Result<Checked> {
  const channel = desk.data.channels.find((candidate) => candidate.id === request.channelId);
  if (!channel) return refuse('not-found', 'Channel not found');
  const assets = acceptAssets(request.assets, desk.origin);
  if (!assets.ok) return assets;
  const details = acceptDetails(storedDetails(request.details, desk.behaviour), desk.origin);
  if (!details.ok) return details;
  const blank = blankPost(request, author.nextId(), desk);
  const post = { ...blank, authorId: author.accountId, assets: assets.value, details: details.value };
  const content = checkContent(post, channel, desk);
  if (!content.ok) return content;
  if (!request.draft) {
    const sharing = checkSharing(post, channel, desk);
    if (!sharing.ok) return sharing;
  }
  return done({ post, channel, request });
}

function keep({ post, channel, request }: Checked, desk: Desk): Post {
  desk.data.posts.push(post);
  if (request.draft || request.needsApproval) shelve(post, request.draft ? 'draft' : 'needs_approval');
  else share(post, channel, desk);
  return post;
}

/** Creates one post per request, of which each is for another channel: all of them, or none. */
export function createPosts(requests: readonly NewPost[], author: Author, desk: Desk): Result<Post[]> {
  const ready: Checked[] = [];
  for (const request of requests) {
    const one = checked(request, author, desk);
    if (!one.ok) return one;
    ready.push(one.value);
  }
  return done(ready.map((one) => keep(one, desk)));
}

function changedDetails(
  post: Post,
  given: NewDetails,
  { service }: Channel,
  behaviour: Behaviour,
): NewDetails {
  return storedDetails(editedDetails(post.details, given, service), behaviour);
}

function changed(post: Post, change: PostChange, channel: Channel, desk: Desk): Result<Post> {
  const choice = change.shortenLinks ?? post.shortenLinks;
  const behaviour = shortening(choice, desk);
  const assets = change.assets ? acceptAssets(change.assets, desk.origin) : done(post.assets);
  if (!assets.ok) return assets;
  const details = change.details
    ? acceptDetails(changedDetails(post, change.details, channel, behaviour), desk.origin)
    : done(post.details);
  if (!details.ok) return details;
  const mode = change.mode ?? post.shareMode;
  const given = change.dueAt === undefined ? post.dueAt : change.dueAt;
  return done({
    ...post,
    text: change.text === undefined ? post.text : storedText(change.text, behaviour),
    givenText: change.text ?? post.givenText,
    assets: assets.value,
    linkAttachment: change.linkAttachment === undefined ? post.linkAttachment : change.linkAttachment,
    details: details.value,
    tagIds: change.tagIds ? [...new Set(change.tagIds)] : post.tagIds,
    schedulingType: change.schedulingType ?? post.schedulingType,
    shareMode: mode,
    dueAt: mode === 'customScheduled' ? given : post.dueAt,
    shortenLinks: choice,
    updatedAt: desk.now,
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
  if (post.status === 'sent') return refuse('already-sent', 'Invalid post: Sent posts cannot be edited.');
  const step = nextStep(post, change);
  const candidate = changed(post, change, channel, desk);
  if (!candidate.ok) return candidate;
  const content = checkContent(candidate.value, channel, desk);
  if (!content.ok) return content;
  if (step === 'share') {
    const sharing = checkSharing(candidate.value, channel, desk);
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

/** Sends a post at once; those who stay in its queue move up. */
export function sharePost(id: string, desk: Desk): Result<Post> {
  const shared = editPost(id, { mode: 'shareNow' }, desk);
  const channel = desk.data.channels.find(
    (candidate) => shared.ok && candidate.id === shared.value.channelId,
  );
  if (channel) closeUp({ channel, posts: desk.data.posts, now: desk.now });
  return shared;
}
