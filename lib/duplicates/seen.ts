// What is kept of a post that this browser queued, or saw in Buffer: as little as tells it when it comes once more.
import type { NewPost, Post } from '../buffer/types.ts';
import { xPostAddress } from '../buffer/x-post.ts';
import type { EntryView } from '../outbox/summary.ts';
import { type Marks, marksOf } from './marks.ts';

/** `waiting` is on its way to Buffer. */
export type SeenState = 'waiting' | 'queued' | 'draft' | 'sent';

export interface Seen extends Marks {
  accountId: string;
  /** Buffer's id of the post, or the entry's as long as it is on its way. */
  id: string;
  channelId: string;
  network: string;
  state: SeenState;
  /** When it is due, or was sent (ms); null if that is not known. */
  at: number | null;
  /** When this was noted (ms). */
  seenAt: number;
}

export type SeenKey = [accountId: string, id: string];

/** Of a post as Buffer gives it at `now` (ms). */
export function seenInBuffer(accountId: string, post: Post, now: number): Seen {
  const { id, channelId, network, text, link, retweetOf } = post;
  const { words, links } = marksOf(text, retweetOf ? xPostAddress(retweetOf) : link);
  return { accountId, id, channelId, network, words, links, ...standingOf(post, now), seenAt: now };
}

function standingOf({ status, dueAt, sentAt }: Post, now: number): Pick<Seen, 'state' | 'at'> {
  if (status === 'sent' || status === 'sending') return { state: 'sent', at: sentAt ?? dueAt ?? now };
  if (status === 'draft') return { state: 'draft', at: null };
  // What still waits although its time has passed waits in a paused queue, or for somebody's yes.
  return { state: 'queued', at: dueAt !== null && dueAt > now ? dueAt : null };
}

/** Of an entry that is on its way or in Buffer at `now` (ms), and its post. */
export function seenInOutbox(entry: EntryView, { text, attachment, options }: NewPost, now: number): Seen {
  const { accountId, channelId, network } = entry;
  const retweeted = options.retweetOf && xPostAddress(options.retweetOf);
  const link = attachment.kind === 'card' ? attachment.card.url : (retweeted ?? options.linkUrl ?? null);
  const { words, links } = marksOf(text, link);
  const id = keyOf(entry);
  return { accountId, id, channelId, network, words, links, ...standingHere(entry, now), seenAt: now };
}

/** The id under which an entry is noted. */
export function keyOf({ id, state, remoteId }: EntryView): string {
  return (state === 'confirmed' && remoteId) || id;
}

function standingHere({ state, mode, dueAt }: EntryView, now: number): Pick<Seen, 'state' | 'at'> {
  if (state !== 'confirmed') return { state: 'waiting', at: null };
  if (mode === 'now') return { state: 'sent', at: now };
  return mode === 'draft' ? { state: 'draft', at: null } : { state: 'queued', at: dueAt };
}

/**
 * What is kept of a post that was noted before; the very same object if nothing is new. As long as its words are
 * the same it has its old links too: Buffer may have made short ones of them.
 */
export function merged(old: Seen | undefined, fresh: Seen): Seen {
  if (old?.words !== fresh.words) return fresh;
  const links = [...new Set([...old.links, ...fresh.links])];
  const isOld = old.state === fresh.state && old.at === fresh.at && links.length === old.links.length;
  return isOld ? old : { ...fresh, links };
}

/** How far a list of a queue, soonest first, goes. */
export interface Extent {
  channelIds: string[];
  ids: ReadonlySet<string>;
  /** Until when (ms) it is complete. */
  until: number;
}

/** A list may be asked for before a post is there, and shown later: so long nothing follows from its absence. */
const SETTLING_MS = 5 * 60_000;

/**
 * What has become at `now` (ms) of queued posts that a list lacks although it goes that far: those whose time has
 * come were sent, the others are gone.
 */
export function missing(queued: Seen[], { channelIds, ids, until }: Extent, now: number) {
  const lacked = queued.filter(
    ({ id, channelId, at, seenAt }) =>
      !ids.has(id) && channelIds.includes(channelId) && (at ?? until) <= until && seenAt <= now - SETTLING_MS,
  );
  const isOut = ({ at }: Seen) => at !== null && at <= now;
  return {
    sent: lacked.filter(isOut).map((seen): Seen => ({ ...seen, state: 'sent', seenAt: now })),
    gone: lacked.filter((seen) => !isOut(seen)),
  };
}
