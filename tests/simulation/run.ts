// Runs many schedules: one after another in this thread, or shared out among one thread for each core.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { profileOf } from './profiles.ts';
import { runSchedule } from './schedule.ts';
import type { ProfileName } from './setup.ts';
import { addOutcome, addVerdict, emptyVerdict, type Verdict } from './verdict.ts';

export interface Batch {
  /** The first seed. */
  from: number;
  count: number;
  /** Null for the usual mixture, in which the seed decides. */
  profile: ProfileName | null;
}

/** Small enough that no thread waits long for the last one. */
const CHUNK = 100;

/** Runs the schedules of a batch in this thread, with whichever production modules it has loaded. */
export async function runSchedules({ profile, from, count }: Batch): Promise<Verdict> {
  const verdict = emptyVerdict();
  for (let seed = from; seed < from + count; seed += 1) {
    addOutcome(verdict, await runSchedule({ seed, profile: profile ?? profileOf(seed) }));
  }
  return verdict;
}

/** The same on every core; the verdict does not depend on how many there are. */
export async function runOnAllCores(batch: Batch): Promise<Verdict> {
  const verdict = emptyVerdict();
  let next = batch.from;
  const end = batch.from + batch.count;
  const take = (): Batch | null => {
    if (next >= end) return null;
    const count = Math.min(CHUNK, end - next);
    next += count;
    return { ...batch, from: next - count, count };
  };
  const threads = Math.min(availableParallelism(), Math.ceil(batch.count / CHUNK));
  await Promise.all(
    Array.from({ length: threads }, () => runThread(take, (part) => addVerdict(verdict, part))),
  );
  verdict.found.sort((a, b) => a.seed - b.seed);
  return verdict;
}

function runThread(take: () => Batch | null, done: (verdict: Verdict) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('thread.ts', import.meta.url), {
      execArgv: [],
      // A schedule leaves much that is young and little that is old: larger steps of collecting halve its cost.
      resourceLimits: { maxYoungGenerationSizeMb: 96 },
    });
    const giveNext = () => {
      const batch = take();
      if (batch) thread.postMessage(batch);
      else void thread.terminate().then(() => resolve());
    };
    thread.on('message', (verdict: Verdict) => {
      done(verdict);
      giveNext();
    });
    thread.on('error', reject);
    giveNext();
  });
}
