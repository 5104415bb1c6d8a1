// Finds an entry's own post among those in Buffer. Only what leaves no doubt is a match; doubt is for the user.
import type { Post } from '../buffer/types.ts';
import type { Entry } from './entry.ts';
import { type Comparable, comparable, sameText, similarText } from './text.ts';
import type { LookWindow } from './window.ts';

const SAME_TIME = 60_000;

/** An entry to look for. */
export interface Sought {
  entry: Entry;
  window: LookWindow;
  /** False for one that could own a post as well but is not asked about now: it only adds doubt. */
  asks: boolean;
}

/** `near` names the post if there is one candidate only. */
export type Verdict = { kind: 'match'; post: Post } | { kind: 'near'; post: Post | null } | { kind: 'clean' };

interface Candidate extends Sought {
  texts: Comparable[];
  /** The posts that are as if made from this entry. */
  own: Post[];
}

/**
 * One verdict for each entry that asks. `posts` are Buffer's of every status in the entries' channels;
 * `claimed` holds the ids of those that are known to be some entry's. Two equal entries need two posts.
 */
export function matchEntries(
  sought: Sought[],
  posts: Post[],
  claimed: ReadonlySet<string>,
): Map<string, Verdict> {
  const free = new Map(posts.filter((post) => !claimed.has(post.id)).map((post) => [post.id, post]));
  const texts = new Map([...free.values()].map((post) => [post.id, comparable(post.text)]));
  const candidates = sought.map((one) => candidate(one, [...free.values()], texts));
  const verdicts = new Map<string, Verdict>();
  for (const group of groupBySharedPosts(candidates)) settleGroup(group, verdicts);
  for (const verdict of verdicts.values()) if (verdict.kind === 'match') free.delete(verdict.post.id);
  for (const one of candidates) {
    if (!one.asks || verdicts.has(one.entry.id)) continue;
    const near = [...free.values()].filter((post) => isNear(one, post, texts.get(post.id) as Comparable));
    verdicts.set(one.entry.id, near.length > 0 ? { kind: 'near', post: only(near) } : { kind: 'clean' });
  }
  return verdicts;
}

function candidate(sought: Sought, free: Post[], texts: Map<string, Comparable>): Candidate {
  const { text, attachment } = sought.entry.post;
  const own = [comparable(text)];
  // On networks without cards the card's address stands in the text.
  if (attachment.kind === 'card') own.push(comparable(`${text} ${attachment.card.url}`));
  const one = { ...sought, texts: own, own: [] };
  return { ...one, own: free.filter((post) => isOwn(one, post, texts.get(post.id) as Comparable)) };
}

function isOwn(one: Candidate, post: Post, there: Comparable): boolean {
  const { entry, window } = one;
  return (
    post.channelId === entry.post.channel.id &&
    post.createdAt >= window.possible &&
    one.texts.some((text) => sameText(text, there)) &&
    sameTime(entry, post) &&
    sharedOn(entry) === post.retweetOf &&
    (there.skeleton !== '' || post.retweetOf !== null || sameMedia(entry, post))
  );
}

/** The post of X that an entry shares on; its text is then a comment, and mostly none. */
function sharedOn({ post }: Entry): string | null {
  return post.options.retweetOf ?? null;
}

/** All that a post without words can be told by; the same files at other addresses are for the user to see. */
function sameMedia({ post: { attachment } }: Entry, { pictures, video }: Post): boolean {
  const ours = attachment.kind === 'pictures' ? attachment.pictures.map(({ url }) => url) : [];
  const ourVideo = attachment.kind === 'video' ? attachment.url : undefined;
  return ours.join(' ') === pictures.map(({ url }) => url).join(' ') && ourVideo === video;
}

function isNear(one: Candidate, post: Post, there: Comparable): boolean {
  return (
    post.channelId === one.entry.post.channel.id &&
    post.createdAt >= one.window.possible &&
    mayShareTheSame(one.entry, post, there) &&
    (post.retweetOf !== null || one.texts.some((text) => sameText(text, there) || similarText(text, there)))
  );
}

/** Where a post says what it shares on, its words do not matter. One that says nothing is told by words it has. */
function mayShareTheSame(entry: Entry, { retweetOf, pictures, video }: Post, there: Comparable): boolean {
  const ours = sharedOn(entry);
  if (retweetOf !== null || ours === null) return retweetOf === ours;
  return there.skeleton !== '' || (pictures.length === 0 && !video);
}

function sameTime(entry: Entry, post: Post): boolean {
  const { mode } = entry.post;
  if ((mode === 'draft') !== (post.status === 'draft')) return false;
  if (typeof mode === 'string') return true;
  return post.dueAt !== null && Math.abs(post.dueAt - mode.at) <= SAME_TIME;
}

/** Entries that want the same posts decide together; those that want none are left out. */
function groupBySharedPosts(candidates: Candidate[]): Candidate[][] {
  let groups: Candidate[][] = [];
  for (const one of candidates.filter(({ own }) => own.length > 0)) {
    const wanted = new Set(one.own);
    const [joined, apart] = split(groups, (group) =>
      group.some(({ own }) => own.some((post) => wanted.has(post))),
    );
    groups = [...apart, [...joined.flat(), one]];
  }
  return groups;
}

/** As many posts as entries, or fewer posts for entries that are all alike: any pairing is right. Else ask. */
function settleGroup(group: Candidate[], verdicts: Map<string, Verdict>): void {
  const posts = [...new Set(group.flatMap(({ own }) => own))].sort((a, b) => a.createdAt - b.createdAt);
  const alike = new Set(group.map(({ entry }) => likeness(entry))).size === 1;
  const pairs = pair(group, posts);
  const told = posts.length <= group.length && (alike || pairs.size === group.length);
  if (told && group.every(isSure)) {
    for (const [id, post] of pairs) verdicts.set(id, { kind: 'match', post });
    return;
  }
  for (const { entry, asks } of group) if (asks) verdicts.set(entry.id, { kind: 'near', post: only(posts) });
}

/** Whoever does not ask, or whose clock leaves it open whether a post is of its time, only adds doubt. */
function isSure({ asks, own, window }: Candidate): boolean {
  return asks && own.every(({ createdAt }) => createdAt >= window.certain);
}

/** The oldest post goes to the oldest entry that can own it. */
function pair(group: Candidate[], posts: Post[]): Map<string, Post> {
  const pairs = new Map<string, Post>();
  const bySeq = group.toSorted((a, b) => a.entry.seq - b.entry.seq);
  for (const post of posts) {
    const owner = bySeq.find(({ entry, own }) => !pairs.has(entry.id) && own.includes(post));
    if (owner) pairs.set(owner.entry.id, post);
  }
  return pairs;
}

function likeness({ post }: Entry): string {
  // A post that was stored has its options in another order than one that was just made.
  const options = Object.entries(post.options).sort();
  return JSON.stringify([post.text, post.attachment, post.mode, options]);
}

function split<T>(items: T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

function only(posts: Post[]): Post | null {
  return posts.length === 1 ? (posts[0] as Post) : null;
}
