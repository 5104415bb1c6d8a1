// Judges a run by what the local Buffer holds; the extension's own word counts only where it can be held against that.
import type { Entry } from '../../../lib/outbox/entry.ts';
import type { SandboxPost } from '../sandbox.ts';
import type { Ledger } from './ledger.ts';
import { settle } from './settle.ts';
import type { Stage } from './stage.ts';

const MOST_ANSWERS = 6;

/** The word in a post's text that no other post has. */
export function markOf(text: string): string {
  const mark = /\bn\d+z\b/.exec(text)?.[0];
  if (!mark) throw new Error(`This text has no mark: ${text}`);
  return mark;
}

function keyOf(channelId: string, text: string): string {
  return `${channelId} ${markOf(text)}`;
}

/** How often each marked post is there. */
function countPosts(posts: SandboxPost[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { channelId, text } of posts.filter(({ text }) => /\bn\d+z\b/.test(text))) {
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
  const free = countPosts((await stage.sandbox.state()).posts);
  for (const entry of ledger.entries.filter(({ state }) => state === 'confirmed')) {
    free.set(entryKey(entry), (free.get(entryKey(entry)) ?? 0) - 1);
  }
  for (const entry of asking) {
    const left = free.get(entryKey(entry)) ?? 0;
    free.set(entryKey(entry), left - 1);
    await stage.writer.tell({ type: 'resolve', id: entry.id, choice: left > 0 ? 'there' : 'again' });
  }
  return asking.length > 0;
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
  for (let turn = 0; turn < MOST_ANSWERS && (await answer(stage, ledger)); turn += 1) {
    ledger = await settle(stage);
  }
  const left = ledger.entries.filter(({ id }) => ids.has(id));
  const attempts = ledger.attempts.filter(({ entryId }) => ids.has(entryId));
  stage.tally.attempts += attempts.length;
  stage.tally.refusedTwins += attempts.filter(({ outcome }) => outcome === 'duplicate').length;
  stage.tally.untrue += untrue(left, (await stage.sandbox.state()).posts);
  const unfinished = left.filter(({ state }) => state !== 'confirmed').length + ids.size - left.length;
  if (unfinished > 0)
    stage.tally.ends.set('unfinished', (stage.tally.ends.get('unfinished') ?? 0) + unfinished);
}

export interface Sentence {
  lost: number;
  doubled: number;
}

/** Every accepted post is to be there once: what is missing is lost, what is there beside it is doubled. */
export async function judge({ sandbox, writer }: Stage): Promise<Sentence> {
  const counts = countPosts((await sandbox.state()).posts);
  const wanted = new Map<string, number>();
  for (const submission of writer.accepted.values()) {
    wanted.set(entryKey(submission), (wanted.get(entryKey(submission)) ?? 0) + 1);
  }
  const sentence: Sentence = { lost: 0, doubled: 0 };
  for (const key of new Set([...wanted.keys(), ...counts.keys()])) {
    const surplus = (counts.get(key) ?? 0) - (wanted.get(key) ?? 0);
    if (surplus < 0) sentence.lost -= surplus;
    else sentence.doubled += surplus;
  }
  return sentence;
}
