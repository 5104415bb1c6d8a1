// What stands between a draft and its posts: counted over what will really be sent.

import { safeUrl } from '../buffer/safe-url.ts';
import type { Channel, NewPost } from '../buffer/types.ts';
import type { Count } from '../networks/count.ts';
import { type NetworkRow, networkOf } from '../networks/table.ts';
import { videoTextLimit } from '../networks/videos.ts';
import { chosenChannels } from './chosen.ts';
import { type Draft, textOf } from './draft.ts';
import { fieldProblems } from './field-problems.ts';
import type { Problem, ProblemKind } from './problem.ts';
import { momentOf, needsPicture, toPosts } from './split.ts';
import { takesVideos } from './takes.ts';

export interface Tightest {
  channel: Channel;
  network: NetworkRow;
  /** Characters left, as the network counts; negative when over. */
  left: number;
  limit: number;
}

/** Longer than any network takes, however it counts: counting further would only keep the composer from answering. */
const BEYOND = 100_000;

/** The chosen channel with the fewest characters left, or null when none is chosen. */
export function tightest(draft: Draft, channels: Channel[], count: Count): Tightest | null {
  let result: Tightest | null = null;
  for (const { channel, post } of pairs(draft, channels)) {
    const room = roomOf(channel, post, count);
    if (!result || room.left < result.left) result = room;
  }
  return result;
}

/** What a draft is judged by. */
export interface Judging {
  /** Milliseconds. */
  now: number;
  count: Count;
}

/** All that is wrong or worth knowing, the draft's own first. */
export function problems(draft: Draft, channels: Channel[], { now, count }: Judging): Problem[] {
  const all = pairs(draft, channels);
  const found: Problem[] = [];
  const block = (kind: ProblemKind): void => void found.push({ kind, blocking: true });
  if (all.length === 0) block('no-channel');
  const isEmpty = hasNothing(draft, all);
  const isBadLink = draft.link !== '' && !safeUrl(draft.link);
  if (isEmpty) block('empty');
  if (isBadLink) block('bad-link');
  if (draft.when === 'at') {
    const moment = momentOf(draft);
    if (moment === null) block('no-time');
    else if (moment <= now) block('past-time');
  }
  return [
    ...found,
    ...all.flatMap(({ channel, post }) => [
      ...channelProblems(roomOf(channel, post, count)),
      ...missing(draft, channel, post).filter(({ kind }) => kind !== 'empty' || !(isEmpty || isBadLink)),
      ...fieldProblems(draft, channel, now),
    ]),
  ];
}

interface Pair {
  channel: Channel;
  post: NewPost;
}

function pairs(draft: Draft, channels: Channel[]): Pair[] {
  const posts = toPosts(draft, channels);
  return chosenChannels(draft, channels).flatMap((channel, index) => {
    const post = posts[index];
    return post ? { channel, post } : [];
  });
}

function roomOf(channel: Channel, post: NewPost, count: Count): Tightest {
  const network = networkOf(channel.network);
  const { text, attachment, options } = post;
  const beside = attachment.kind === 'video' ? videoTextLimit(channel.network) : undefined;
  const limit = channel.maxCharacters ?? beside ?? network.limit;
  const length = text.length > BEYOND ? text.length : count(network, text);
  // Mastodon counts the words of a warning as it counts those behind it.
  return { channel, network, limit, left: limit - length - (options.spoilerText?.length ?? 0) };
}

/** Whether nothing at all was written or attached, for any of the channels. */
function hasNothing(draft: Draft, all: Pair[]): boolean {
  const { text, attachment, link, pictures, video } = draft;
  const texts = all.length > 0 ? all.map(({ channel }) => textOf(draft, channel.network)) : [text];
  if (texts.some((one) => one.trim())) return false;
  if (attachment === 'video') return !video;
  return attachment === 'card' || attachment === 'retweet'
    ? !link
    : attachment === 'none' || !pictures.some(({ chosen }) => chosen);
}

function isNothing({ text, attachment, options }: NewPost): boolean {
  return !text.trim() && attachment.kind === 'none' && options.retweetOf === undefined;
}

function about({ id }: Channel, kind: ProblemKind): Problem {
  return { kind, blocking: true, channelId: id };
}

/** What the network cannot do without; where a picture is missing, there is nothing to say of words. */
function missing(draft: Draft, channel: Channel, post: NewPost): Problem[] {
  const { kind } = post.attachment;
  if (networkOf(channel.network).needs === 'video') {
    if (kind === 'video') return [];
    return [about(channel, takesVideos(channel) ? 'needs-video' : 'no-video')];
  }
  if (needsPicture(draft, channel)) {
    return kind === 'pictures' || kind === 'video' ? [] : [about(channel, 'needs-picture')];
  }
  return isNothing(post) ? [about(channel, 'empty')] : [];
}

function channelProblems({ channel, left }: Tightest): Problem[] {
  const found: Problem[] = [];
  if (channel.isLocked) found.push(about(channel, 'locked'));
  if (left < 0) found.push({ ...about(channel, 'too-long'), over: -left });
  if (channel.network === 'pinterest' && channel.boards.length === 0) {
    found.push(about(channel, 'needs-board'));
  }
  if (channel.isDisconnected) found.push({ ...about(channel, 'disconnected'), blocking: false });
  if (channel.isPaused) found.push({ ...about(channel, 'paused'), blocking: false });
  return found;
}
