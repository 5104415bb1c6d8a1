// The fault matrix: one send, killed at every point, met by every outcome; Buffer's own record says what became of it.
import type { ShareMode } from '../../lib/buffer/types.ts';
import type { Entry, Submission } from '../../lib/outbox/entry.ts';
import type { Outcome } from './matrix-answers.ts';
import { newServer, type ServerState } from './matrix-server.ts';
import { diskOf } from './matrix-store.ts';
import {
  type End,
  isPaused,
  type Moment,
  NOTHING_SHOWN,
  SIGN_IN,
  startWorker,
  type Watcher,
} from './matrix-worker.ts';

export const T0 = Date.UTC(2026, 4, 4, 9);
/** As soon as a person presses a key again, which starts a worker as well as an alarm does. */
const RESTART = 1_000;

export const MODES: Record<string, ShareMode> = {
  queue: 'queue',
  next: 'next',
  now: 'now',
  draft: 'draft',
  'at a time': { at: T0 + 2 * 86_400_000 },
};

export interface Case {
  outcome: Outcome;
  mode: ShareMode;
  submissions: Submission[];
  /** What meets the first look, if anything. */
  look?: Outcome;
}

/** How much was tried: every point counts as a case; equal ones are run once. */
export interface Tally {
  points: number;
  runs: number;
}

const TEXTS = ['A walk is worth an hour at the desk', 'Nine kettles, and what each is good for'];

/** One post; two; or two that are equal to the letter. */
export function submissions(mode: ShareMode, which: 'one' | 'two' | 'twins'): Submission[] {
  const texts = which === 'one' ? TEXTS.slice(0, 1) : which === 'two' ? TEXTS : [TEXTS[0], TEXTS[0]];
  return texts.map((text, index) => ({
    id: `e${index + 1}`,
    groupId: 'g1',
    accountId: 'a1',
    post: {
      channel: { id: 'c1', organizationId: 'o1', network: 'mastodon' },
      text: text as string,
      attachment: { kind: 'none' },
      mode,
      options: {},
    },
  }));
}

function beginning({ outcome, look }: Pick<Case, 'outcome' | 'look'>): Moment {
  return {
    writes: [],
    server: newServer([outcome], look ? [look] : []),
    now: T0,
    alarm: null,
    shown: NOTHING_SHOWN,
    saved: false,
  };
}

/**
 * Runs a case without a crash, then with one at every point of that run, and (up to `depth`) with a crash at every
 * point of what followed. Points between which nothing that outlives a worker has changed are one and the same.
 */
export async function explore(one: Case, depth: number, judge: (end: End, path: string[]) => void) {
  const tally: Tally = { points: 0, runs: 0 };
  const from = async (left: Moment, path: string[]): Promise<void> => {
    const moments = new Map<string, { where: string; left: Moment }>();
    const watch: Watcher = ({ where, mark, left: leave }) => {
      tally.points += 1;
      const key = mark();
      if (!moments.has(key)) moments.set(key, { where, left: leave() });
    };
    const worker = await startWorker(left, path.length < depth ? watch : ignore);
    tally.runs += 1;
    await worker.finish(one.submissions);
    judge(await worker.end(), path);
    for (const { where, left: rest } of moments.values()) {
      const now = restartAt(rest);
      if (now === null) judge(await endOf(rest), [...path, where]);
      else await from({ ...rest, now }, [...path, where]);
    }
  };
  await from(beginning(one), []);
  return tally;
}

/** Runs a case once for every point of it, with a person who cancels the first post at that point. */
export async function exploreWishes(one: Case, judge: (end: End, where: string) => void): Promise<Tally> {
  const tally: Tally = { points: 0, runs: 0 };
  for (let target = 0, reached = true; reached; target += 1) {
    let passed = 0;
    let wish: Promise<unknown> | null = null;
    let at = '';
    const worker = await startWorker(beginning(one), ({ where }) => {
      if (passed++ !== target) return;
      at = where;
      wish = worker.office.undo([one.submissions[0]?.id as string]);
    });
    await worker.finish(one.submissions);
    await wish;
    reached = wish !== null;
    tally.runs += 1;
    if (reached) tally.points += 1;
    judge(await worker.end(), at);
  }
  return tally;
}

/** When the next worker starts: by the alarm, or by a person who was told nothing yet or signs in; null for never. */
function restartAt({ now, alarm, shown, saved }: Moment): number | null {
  if (!saved) return now + RESTART;
  if (isPaused(shown)) return now + SIGN_IN;
  return alarm === null ? null : Math.max(now + RESTART, alarm);
}

async function endOf({ writes, server }: Moment): Promise<End> {
  const { store } = await diskOf(writes, () => {});
  return { entries: (await store.load()).entries, server };
}

function ignore(): void {}

/** What is wrong with an end, as sentences; none if every post is there once, or its person is asked. */
export function faultsOf({ entries, server }: End, { submissions: wanted, mode }: Case): string[] {
  const faults: string[] = [];
  for (const { id } of wanted) if (!entries.some((entry) => entry.id === id)) faults.push(`${id} is lost`);
  for (const { id, state, reason } of entries) {
    if (state === 'waiting' || state === 'sending' || state === 'checking')
      faults.push(`${id} never settles: ${state}, ${reason}`);
  }
  for (const text of new Set(wanted.map(({ post }) => post.text))) {
    const all = entries.filter(({ post }) => post.text === text);
    const there = server.posts.filter((post) => post.text === text).length;
    const commits = server.commits.filter((one) => one === text).length;
    if (commits > all.length) faults.push(`${commits} commits for ${all.length}: ${text}`);
    // A person who was asked may throw away what nobody could know of.
    const most = all.filter(({ state, reason }) => state !== 'cancelled' || reason === 'unclear').length;
    if (there > most) faults.push(`${there} there, ${most} not cancelled: ${text}`);
    const owners = all.filter(({ state }) => state === 'confirmed').length;
    if (owners > there) faults.push(`${owners} confirmed, ${there} there: ${text}`);
  }
  return [
    ...faults,
    ...pairingFaults(entries, server),
    ...(mode === 'now' ? hasteFaults(server, wanted) : []),
  ];
}

/** Confirmed and there are one to one, and in the queue in the order of acceptance. */
function pairingFaults(entries: Entry[], { posts }: ServerState): string[] {
  const confirmed = entries.filter(({ state }) => state === 'confirmed');
  const places = confirmed.map((entry) =>
    posts.findIndex(({ id, text }) => id === entry.remoteId && text === entry.post.text),
  );
  const faults = confirmed
    .filter((_entry, index) => places[index] === -1)
    .map(({ id, remoteId }) => `${id} is confirmed as ${remoteId}, which is not there`);
  if (new Set(places).size < places.length) faults.push('two entries are confirmed by one post');
  const queued = confirmed.length > 0 && confirmed[0]?.post.mode === 'queue';
  if (queued && places.some((place, index) => index > 0 && place < (places[index - 1] as number)))
    faults.push('the order of the queue is lost');
  return faults;
}

/** "Share now" is sent again by itself only after an answer that proves that nothing was done. */
function hasteFaults({ arrivals }: ServerState, wanted: Submission[]): string[] {
  const blind = arrivals.filter(({ harmless }) => !harmless).length;
  return blind > wanted.length ? [`${blind} sent without knowing, for ${wanted.length}`] : [];
}

/** What a run in which nobody dies has to come to. */
export function expectedState({ outcome, mode }: Case): Entry['state'] {
  const { tells, commit } = outcome;
  if (tells === 'refused') return 'needs-you';
  if (tells === 'duplicate') return commit === 'never' ? 'needs-you' : 'confirmed';
  return mode === 'now' && tells === 'nothing' && !isSoon(outcome) ? 'needs-you' : 'confirmed';
}

/** Whether an end in "Needs you" is right after a crash: a refusal, or a "share now" that no look has found in time. */
export function mayAsk({ outcome, mode }: Case, { server }: End): boolean {
  if (outcome.tells === 'refused' || outcome.tells === 'duplicate') return true;
  return mode === 'now' && (server.posts.length === 0 || !isSoon(outcome));
}

/** Committed, if at all, before the look after which a "share now" is asked about. */
function isSoon({ commit }: Outcome): boolean {
  return commit === 'at once' || (typeof commit === 'object' && commit.afterMs < 60_000);
}
