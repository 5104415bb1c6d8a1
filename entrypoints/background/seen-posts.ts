// Notes what is queued from here and what is read of Buffer's, and says what of it a draft would repeat.
import type { Post } from '@/lib/buffer/types.ts';
import { repeatsOf, toldBy } from '@/lib/duplicates/repeats.ts';
import {
  keyOf,
  missing,
  type Seen,
  type SeenKey,
  seenInBuffer,
  seenInOutbox,
} from '@/lib/duplicates/seen.ts';
import type { Reply } from '@/lib/messages.ts';
import type { PostOffice } from '@/lib/outbox/post-office.ts';
import type { EntryView, OutboxSummary } from '@/lib/outbox/summary.ts';
import type { PostList } from '@/lib/platform/schemas.ts';
import { forgetSeen, keepSeen, seenLike, seenPost, seenQueued } from '@/lib/platform/seen-posts.ts';
import { CHANNELS, read } from '@/lib/platform/storage.ts';
import type { CommandOf } from './handlers.ts';
import type { Background } from './post-office.ts';
import { isSignedIn } from './signed-in.ts';

/** One after another, in the order in which things happened; nothing waits for a note that fails. */
function note(accountId: string, work: (now: number) => Promise<void>): Promise<void> {
  return navigator.locks
    .request('seen', async () => {
      if (await isSignedIn(accountId)) await work(Date.now());
    })
    .catch((error: unknown) => console.error('what was seen could not be noted:', error));
}

/** Posts of Buffer's as they are now. */
export function notePosts(accountId: string, posts: Post[]): Promise<void> {
  return note(accountId, (now) => keepSeen(inBuffer(accountId, posts, now), [], now));
}

/** What Buffer could not publish was not published. */
function inBuffer(accountId: string, posts: Post[], now: number): Seen[] {
  return posts.filter(({ status }) => status !== 'error').map((post) => seenInBuffer(accountId, post, now));
}

/** A list of the queue, of one channel or (null) of all: what it lacks was published, or deleted elsewhere. */
export function noteQueue(accountId: string, channelId: string | null, list: PostList): Promise<void> {
  return note(accountId, async (now) => {
    const { channels } = await read(CHANNELS);
    const channelIds = channelId === null ? channels.map(({ id }) => id) : [channelId];
    const until = list.after === null ? Number.POSITIVE_INFINITY : (list.posts.at(-1)?.dueAt ?? 0);
    const ids = new Set(list.posts.map(({ id }) => id));
    const { sent, gone } = missing(await seenQueued(accountId), { channelIds, ids, until }, now);
    await keepSeen([...inBuffer(accountId, list.posts, now), ...sent], gone.map(keyFor), now);
  });
}

function keyFor({ accountId, id }: Seen): SeenKey {
  return [accountId, id];
}

/** A post has left the queue: it is published now, or was deleted. */
export function noteGone(accountId: string, id: string, how: 'sent' | 'deleted'): Promise<void> {
  return note(accountId, async (now) => {
    const seen = await seenPost([accountId, id]);
    const sent: Seen[] = seen && how === 'sent' ? [{ ...seen, state: 'sent', at: now, seenAt: now }] : [];
    await keepSeen(sent, how === 'deleted' ? [[accountId, id]] : [], now);
  });
}

/** What has become of the entries of this browser's outbox. */
export async function followEntries(
  office: PostOffice,
  before: OutboxSummary,
  after: OutboxSummary,
): Promise<void> {
  const old = new Map(before.entries.map((entry) => [entry.id, entry]));
  const changed = after.entries.filter((entry) => phaseOf(entry) !== phaseOf(old.get(entry.id)));
  for (const [accountId, entries = []] of Map.groupBy(changed, (entry) => entry.accountId)) {
    await note(accountId, async (now) => {
      const fresh = await inOutbox(office, entries, now);
      const ids = new Set(fresh.map(({ id }) => id));
      const were = entries.flatMap(({ id }) => old.get(id) ?? []).map(keyOf);
      const gone = were.filter((id) => !ids.has(id)).map((id): SeenKey => [accountId, id]);
      await keepSeen(fresh, gone, now);
    });
  }
}

async function inOutbox(office: PostOffice, entries: EntryView[], now: number): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const entry of entries.filter((one) => phaseOf(one) !== 'none')) {
    const post = await office.post(entry.id);
    if (post) seen.push(seenInOutbox(entry, post, now));
  }
  return seen;
}

type Phase = 'waiting' | 'there' | 'none';

/** What needs the person may not go out at all. */
function phaseOf(entry: EntryView | undefined): Phase {
  if (!entry || entry.state === 'needs-you' || entry.state === 'cancelled') return 'none';
  return entry.state === 'confirmed' ? 'there' : 'waiting';
}

/** Whoever signs in next must not see them. */
export function forgetAllSeen(): Promise<void> {
  return navigator.locks.request('seen', forgetSeen);
}

/** Answers with the known posts that a draft would repeat. */
export async function findRepeats(
  { session }: Background,
  { posts }: CommandOf<'find-repeats'>,
): Promise<Reply> {
  const signed = await session.current();
  if (!signed) return { ok: true, repeats: [] };
  const told = toldBy(posts);
  const seen = await navigator.locks.request('seen', () => seenLike(signed.accountId, told));
  return { ok: true, repeats: repeatsOf(told, seen, Date.now()) };
}
