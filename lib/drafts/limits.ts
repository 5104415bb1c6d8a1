// What stands between a draft and its posts: counted over what will really be sent.

import { safeUrl } from '../buffer/safe-url.ts';
import type { Channel, NewPost } from '../buffer/types.ts';
import type { Count } from '../networks/count.ts';
import { type NetworkRow, networkOf } from '../networks/table.ts';
import { type Draft, textOf } from './draft.ts';
import { chosenChannels, momentOf, mostPictures, toPosts } from './split.ts';

export type ProblemKind =
  | 'no-channel'
  | 'empty'
  | 'too-long'
  | 'needs-picture'
  | 'needs-board'
  | 'few-pictures'
  | 'disconnected'
  | 'paused'
  | 'locked'
  | 'past-time'
  | 'no-time'
  | 'bad-link';

export interface Problem {
  kind: ProblemKind;
  /** False for a warning: the post is accepted, but something should be known. */
  blocking: boolean;
  /** The channel it is about; none when it is about the draft. */
  channelId?: string;
  /** With `too-long`: characters over the limit, as the network counts. */
  over?: number;
  /** With `few-pictures`: how many the channel takes. */
  most?: number;
}

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
  if (isEmpty(draft, channels)) block('empty');
  if (draft.link && !safeUrl(draft.link)) block('bad-link');
  if (draft.when === 'at') {
    const moment = momentOf(draft);
    if (moment === null) block('no-time');
    else if (moment <= now) block('past-time');
  }
  return [
    ...found,
    ...all.flatMap(({ channel, post }) => channelProblems(roomOf(channel, post, count), post)),
    ...tooManyPictures(draft, channels),
  ];
}

function pairs(draft: Draft, channels: Channel[]): { channel: Channel; post: NewPost }[] {
  const posts = toPosts(draft, channels);
  return chosenChannels(draft, channels).flatMap((channel, index) => {
    const post = posts[index];
    return post ? { channel, post } : [];
  });
}

/** The rest would be left out without a word. */
function tooManyPictures(draft: Draft, channels: Channel[]): Problem[] {
  const chosen = draft.attachment === 'pictures' ? draft.pictures.filter(({ chosen }) => chosen).length : 0;
  return chosenChannels(draft, channels)
    .map((channel) => ({ channelId: channel.id, most: mostPictures(channel) }))
    .filter(({ most }) => most > 0 && most < chosen)
    .map((about) => ({ kind: 'few-pictures', blocking: false, ...about }));
}

function roomOf(channel: Channel, post: NewPost, count: Count): Tightest {
  const network = networkOf(channel.network);
  const limit = channel.maxCharacters ?? network.limit;
  const { text } = post;
  const length = text.length > BEYOND ? text.length : count(network, text);
  return { channel, network, limit, left: limit - length };
}

/** Whether any of the posts would be, or the draft itself where there is none yet. */
function isEmpty(draft: Draft, channels: Channel[]): boolean {
  const { text, attachment, link, pictures } = draft;
  const texts = chosenChannels(draft, channels).map(({ network }) => textOf(draft, network));
  if ((texts.length ? texts : [text]).every((words) => words.trim())) return false;
  return attachment === 'card' || attachment === 'retweet'
    ? !link
    : attachment === 'none' || !pictures.some(({ chosen }) => chosen);
}

function channelProblems({ channel, network, left }: Tightest, post: NewPost): Problem[] {
  const about = { channelId: channel.id };
  const found: Problem[] = [];
  if (channel.isLocked) found.push({ kind: 'locked', blocking: true, ...about });
  if (left < 0) found.push({ kind: 'too-long', blocking: true, ...about, over: -left });
  if (network.needs === 'picture' && post.attachment.kind !== 'pictures') {
    found.push({ kind: 'needs-picture', blocking: true, ...about });
  }
  if (channel.network === 'pinterest' && !post.options.boardId) {
    found.push({ kind: 'needs-board', blocking: true, ...about });
  }
  if (channel.isDisconnected) found.push({ kind: 'disconnected', blocking: false, ...about });
  if (channel.isPaused) found.push({ kind: 'paused', blocking: false, ...about });
  return found;
}
