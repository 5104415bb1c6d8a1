// Looking: one read finds out for all checking entries of an account whether Buffer holds them.
import type { ChannelRef, Post } from '../buffer/types.ts';
import { backoff, lookBackoff } from './backoff.ts';
import { classifyLook, toFailure } from './classify.ts';
import { dueLooks, LIMIT } from './due.ts';
import type { Entry } from './entry.ts';
import type { Event } from './event.ts';
import type { Line } from './line.ts';
import { matchEntries, type Sought, type Verdict } from './match.ts';
import { heardFrom, OFFLINE_WAIT, spreadWord, type Workshop } from './send.ts';
import { isSet } from './server-clock.ts';
import { type Attempt, ClaimTaken } from './store.ts';
import { type LookWindow, lookWindow } from './window.ts';

/** Reasons after which nobody but the user can tell whether a post in Buffer is the entry's. */
const UNCERTAIN = new Set(['near-match', 'unclear', 'duplicate']);

/** Of so many channels at once: an API that lists each of them, and drafts apart, allows few calls a minute. */
const MOST_CHANNELS = 8;

interface Search {
  /** All checking entries of the account. */
  all: Entry[];
  /** Those in the channels that are read, whether due or not: what one read shows of the others is as good. */
  checking: Entry[];
  /** Those whose turn it was before the read left: only for them does absence say something. */
  due: ReadonlySet<string>;
  /** Settled or asking entries that could own a post which nobody has claimed. */
  rivals: Entry[];
  attempts: Attempt[];
}

/** Looks once for the checking entries among all of an account. Rejects only if the store does. */
export async function lookFor(workshop: Workshop, entries: Entry[], line: Line): Promise<void> {
  const { ports, clock } = workshop;
  const search = await searchFor(workshop, entries);
  const obstacle = await obstacleFor(workshop, line);
  if (obstacle) return putOff(workshop, search, obstacle);
  const before = await clock.offset();
  const posts = await read(workshop, line, { search, offset: before });
  if (!posts) return;
  const ids = posts.map(({ id }) => id);
  const claimed = await ports.store.claimed(line.accountId, ids);
  // Asked anew: the answer itself may have been the first to tell the server's time.
  const offset = await clock.offset();
  const verdicts = matchEntries(seek(search, offset), posts, claimed);
  for (const entry of search.checking) {
    const verdict = verdicts.get(entry.id) as Verdict;
    if (verdict.kind === 'match') await take(workshop, entry, verdict.post);
    // A clock that was set may have rung for this look too early; the looks have just been planned anew.
    else if (search.due.has(entry.id) && !isSet(before, offset)) await miss(workshop, entry, verdict);
  }
}

async function searchFor({ ports }: Workshop, entries: Entry[]): Promise<Search> {
  const all = entries.filter(({ state }) => state === 'checking');
  const dueNow = dueLooks(all, ports.now());
  const due = new Set(dueNow.map(({ id }) => id));
  const ids = new Set([...dueNow, ...all].map(({ post }) => post.channel.id));
  const channels = new Set([...ids].slice(0, MOST_CHANNELS));
  const checking = all.filter(({ post }) => channels.has(post.channel.id));
  const rivals = entries.filter((entry) => isRival(entry) && channels.has(entry.post.channel.id));
  const attempts = await ports.store.attempts([...checking, ...rivals].map(({ id }) => id));
  return { all, checking, due, rivals, attempts };
}

function isRival({ state, reason, remoteId }: Entry): boolean {
  if (state === 'confirmed') return remoteId === null;
  return (state === 'needs-you' || state === 'cancelled') && UNCERTAIN.has(reason);
}

/** With an offset of the server's clock (ms), what is looked for and since when. */
function seek({ checking, rivals, attempts }: Search, offset: number | null): Sought[] {
  const windowOf = ({ id }: Entry) =>
    lookWindow(
      attempts.filter(({ entryId }) => entryId === id),
      offset,
    );
  const asking = checking.map((entry) => ({ entry, window: windowOf(entry) ?? allDoubt(entry), asks: true }));
  // A rival none of whose attempts can have committed owns nothing.
  const others = rivals.flatMap((entry) => {
    const window = windowOf(entry);
    return window ? [{ entry, window, asks: false }] : [];
  });
  return [...asking, ...others];
}

/** Should no attempt that can have committed be on record, whatever resembles the entry is a reason to ask. */
function allDoubt(entry: Entry): LookWindow {
  return { possible: entry.acceptedAt - LIMIT, certain: Number.POSITIVE_INFINITY };
}

async function obstacleFor({ ports }: Workshop, line: Line): Promise<Event | null> {
  if (!ports.online()) return { type: 'look-failed', until: ports.now() + OFFLINE_WAIT, failure: null };
  const reservation = await ports.budget.reserve('look', line);
  return reservation.ok ? null : { type: 'look-failed', until: reservation.until, failure: null };
}

/** Buffer's posts of the time, or null if they could not be read; then the looks are put off. */
async function read(
  workshop: Workshop,
  line: Line,
  { search, offset }: { search: Search; offset: number | null },
): Promise<Post[] | null> {
  const { ports } = workshop;
  const sought = seek({ ...search, rivals: [] }, offset);
  const since = Math.floor(Math.min(...sought.map(({ window }) => window.possible)));
  try {
    const drafts = search.checking.some(({ post }) => post.mode === 'draft');
    const posts = await line.backend.find({ channels: channelsOf(search.checking), since, drafts });
    await heardFrom(ports, line);
    return posts;
  } catch (error) {
    const failures = Math.max(...search.checking.map((entry) => entry.failures));
    const event = classifyLook(toFailure(error), ports.now() + lookBackoff(failures + 1, ports.random));
    await spreadWord(workshop, line, event);
    await putOff(workshop, search, event);
    return null;
  }
}

/** One read is for all: where it could not be made, none of the others is worth one of its own before that time. */
async function putOff({ journal }: Workshop, { all, due }: Search, event: Event): Promise<void> {
  const until = event.type === 'look-failed' ? event.until : 0;
  const waits = new Set(
    all.filter(({ id, nextAt }) => due.has(id) || (nextAt !== null && nextAt < until)).map(({ id }) => id),
  );
  await journal.recordAll(({ id }) => (waits.has(id) ? event : null));
}

async function take({ ports, journal }: Workshop, entry: Entry, post: Post): Promise<void> {
  const { id, dueAt } = post;
  const claim = { accountId: entry.accountId, remoteId: id, entryId: entry.id };
  try {
    await journal.record(entry.id, { type: 'look-matched', remoteId: id, dueAt }, () => ({ claim }));
  } catch (error) {
    if (!(error instanceof ClaimTaken)) throw error;
    // The user has just told that the post is another entry's; this one is looked for again.
    const until = ports.now() + backoff(entry.failures + 1, ports.random);
    await journal.record(entry.id, { type: 'look-failed', until, failure: null });
  }
}

async function miss(
  { ports, journal }: Workshop,
  entry: Entry,
  verdict: Exclude<Verdict, { kind: 'match' }>,
) {
  const resendAt = ports.now() + backoff(entry.attempts, ports.random);
  const event: Event = verdict.kind === 'near' ? near(verdict.post) : { type: 'look-clean', resendAt };
  await journal.record(entry.id, event);
}

function near(post: Post | null): Event {
  if (!post) return { type: 'look-near', remoteId: null, found: null };
  return { type: 'look-near', remoteId: post.id, found: { text: post.text, link: post.externalLink } };
}

function channelsOf(entries: Entry[]): ChannelRef[] {
  return [...new Map(entries.map(({ post }) => [post.channel.id, post.channel])).values()];
}
