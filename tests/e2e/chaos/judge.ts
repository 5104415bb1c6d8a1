// Judges a run by what the local Buffer holds; the extension's own word counts only where it can be held against that.
import type { Entry } from '../../../lib/outbox/entry.ts';
import type { SandboxPost, WrittenPost } from '../sandbox.ts';
import { LATEST_COMMIT_MS } from './fates.ts';
import type { Ledger } from './ledger.ts';
import { isOpen, settle } from './settle.ts';
import type { Stage } from './stage.ts';

const MOST_ANSWERS = 6;
const MARK = /\bn\d+z\b/;

/** The word in a post's text that no other post has. */
export function markOf(text: string): string {
  return MARK.exec(text)?.[0] ?? '';
}

function keyOf(channelId: string, text: string): string {
  return `${channelId} ${markOf(text)}`;
}

/** How often each marked post is there. */
function countPosts(posts: WrittenPost[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { channelId, text } of posts) {
    if (!MARK.test(text)) continue;
    const key = keyOf(channelId, text);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function entryKey({ post }: Pick<Entry, 'post'>): string {
  return keyOf(post.channel.id, post.text);
}

/** Answers what the extension asks as a person does who looks at Buffer: it is there, or send it again. */
async function answer(stage: Stage, ledger: Ledger): Promise<boolean> {
  const asking = ledger.entries.filter(({ state }) => state === 'needs-you');
  if (asking.length === 0) return false;
  // People take a while: what is still to be committed is there by then.
  await stage.clock.pass(LATEST_COMMIT_MS);
  await stage.killer.stopWorker();
  const free = countPosts((await stage.sandbox.state()).posts);
  for (const entry of ledger.entries.filter(({ state }) => state === 'confirmed')) {
    free.set(entryKey(entry), (free.get(entryKey(entry)) ?? 0) - 1);
  }
  for (const entry of asking) {
    const left = free.get(entryKey(entry)) ?? 0;
    free.set(entryKey(entry), left - 1);
    await stage.writer.tell({ type: 'resolve', id: entry.id, choice: left > 0 ? 'there' : 'again' });
  }
  return true;
}

function note({ tally }: Stage, ledger: Ledger, ids: ReadonlySet<string>): void {
  for (const { id, state, reason } of ledger.entries) {
    const end = state === 'needs-you' ? `needs you: ${reason}` : state;
    if (ids.has(id)) tally.ends.set(end, (tally.ends.get(end) ?? 0) + 1);
  }
}

/** Entries that claim a post which is not there, not theirs, or another's too. */
function untrue(entries: Entry[], posts: SandboxPost[]): number {
  const byId = new Map(posts.map((post) => [post.id, post]));
  const named = entries.filter(({ state, remoteId }) => state === 'confirmed' && remoteId !== null);
  const wrong = named.filter((entry) => {
    const post = byId.get(entry.remoteId as string);
    return !post || keyOf(post.channelId, post.text) !== entryKey(entry);
  });
  return wrong.length + named.length - new Set(named.map(({ remoteId }) => remoteId)).size;
}

/** Settles one round of posts, answers what is asked, and takes down how each post ended. */
export async function closeRound(stage: Stage, ids: ReadonlySet<string>): Promise<void> {
  let ledger = await settle(stage);
  note(stage, ledger, ids);
  for (let turn = 0; turn < MOST_ANSWERS && !ledger.entries.some(isOpen); turn += 1) {
    if (!(await answer(stage, ledger))) break;
    ledger = await settle(stage);
  }
  const left = ledger.entries.filter(({ id }) => ids.has(id));
  const attempts = ledger.attempts.filter(({ entryId }) => ids.has(entryId));
  for (const { id, post, remoteId } of left) {
    const own = attempts.filter(({ entryId }) => entryId === id);
    stage.tally.histories.set(id, { mode: post.mode, remoteId, attempts: own });
  }
  stage.tally.attempts += attempts.length;
  stage.tally.refusedTwins += attempts.filter(({ outcome }) => outcome === 'duplicate').length;
  stage.tally.untrue += untrue(left, (await stage.sandbox.state()).posts);
  for (const id of ids) {
    const entry = left.find((one) => one.id === id);
    if (entry?.state !== 'confirmed') stage.tally.unfinished.push(entry ?? { id, state: 'gone' });
  }
}

export interface Sentence {
  lost: number;
  doubled: number;
}

export interface Judgement extends Sentence {
  /** What is known of each post that is lost or doubled. */
  cases: string[];
}

/** Every accepted post is to have been committed once, by the local Buffer's log: what is missing is lost, what is there beside it is doubled. */
export async function judge({ sandbox, writer, tally }: Stage): Promise<Judgement> {
  const counts = countPosts(await sandbox.createdPosts());
  const wanted = Map.groupBy(writer.accepted.values(), entryKey);
  const judgement: Judgement = { lost: 0, doubled: 0, cases: [] };
  const creates = await sandbox.arrivals('createPost');
  for (const key of new Set([...wanted.keys(), ...counts.keys()])) {
    const entries = wanted.get(key) ?? [];
    const surplus = (counts.get(key) ?? 0) - entries.length;
    if (surplus < 0) judgement.lost -= surplus;
    else judgement.doubled += surplus;
    if (surplus === 0) continue;
    const commits = creates.filter(({ posts }) =>
      posts.some((post) => keyOf(post.channelId, post.text) === key),
    );
    judgement.cases.push(
      JSON.stringify({ key, commits, histories: entries.map(({ id }) => tally.histories.get(id) ?? null) }),
    );
  }
  return judgement;
}
