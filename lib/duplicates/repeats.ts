// Which posts that this browser knows of a draft would repeat.
import { type DraftMarks, marksOf } from './marks.ts';
import type { Seen, SeenState } from './seen.ts';

/** A post of the draft; without a channel as long as none is chosen. */
export interface Outgoing {
  channelId: string | null;
  text: string;
  /** The link beside the text. */
  link: string | null;
}

/** A post that would be repeated. */
export interface Repeat {
  channelId: string;
  network: string;
  state: SeenState;
  /** When it is due, or was sent (ms). */
  at: number | null;
  /** True for a channel that the draft goes to. */
  isChosen: boolean;
  /** True if the words are the same, on the same channel, and not long ago: Buffer refuses such posts (error 1025). */
  mayBeRefused: boolean;
}

/** Buffer says "recently" and no more; a week is meant to be on the safe side. */
const RECENTLY_MS = 7 * 24 * 3_600_000;

type Told = DraftMarks & { channelId: string | null };

/** What to look up, of posts that many channels may share. */
export function toldBy(posts: Outgoing[]): Told[] {
  return posts.map(({ channelId, text, link }) => ({ channelId, ...marksOf(text, link) }));
}

/** Those of `seen` that would be repeated at `now` (ms): what Buffer may refuse comes first, then the draft's own channels. */
export function repeatsOf(told: Told[], seen: Seen[], now: number): Repeat[] {
  return seen
    .filter((one) => told.some((post) => isRepeated(post, one)))
    .map((one) => repeatOf(told, one, now))
    .sort((a, b) => rank(a) - rank(b) || distance(a, now) - distance(b, now));
}

function isRepeated(post: Told, seen: Seen): boolean {
  if (post.links.some((link) => seen.links.includes(link))) return true;
  return hasSameWords(post, seen) && (post.isTelling || post.channelId === seen.channelId);
}

/** The same words around other links are another post. */
function hasSameWords({ words, inText }: Told, seen: Seen): boolean {
  return words !== '' && words === seen.words && inText.every((link) => seen.links.includes(link));
}

function repeatOf(told: Told[], seen: Seen, now: number): Repeat {
  const { channelId, network, at } = seen;
  const hasGoneOut = seen.state === 'queued' && at !== null && at <= now;
  const state = hasGoneOut ? 'sent' : seen.state;
  const own = told.filter((post) => post.channelId === channelId);
  const isRecent = state !== 'draft' && (at ?? now) > now - RECENTLY_MS;
  const mayBeRefused = isRecent && own.some((post) => hasSameWords(post, seen));
  return { channelId, network, state, at, isChosen: own.length > 0, mayBeRefused };
}

/** What is still to come stands before what was. */
function rank({ mayBeRefused, isChosen, state }: Repeat): number {
  return (mayBeRefused ? 0 : isChosen ? 2 : 4) + (state === 'sent' ? 1 : 0);
}

function distance({ at }: Repeat, now: number): number {
  return Math.abs((at ?? now) - now);
}
