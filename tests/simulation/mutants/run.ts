// Hunts mutants, two at a time; a kill counts only if the same schedule without the bug breaks no promise.
import { Worker } from 'node:worker_threads';
import { runSchedule } from '../schedule.ts';
import type { Catch, Hunt } from './hunt.ts';
import type { Mutant } from './mutant.ts';

const AT_ONCE = 2;

export interface Verdict {
  name: string;
  killed: boolean;
  /** One line for whoever reads the run. */
  told: string;
}

/** Runs at most `most` schedules against each mutant; `tell` gets each verdict when it is known. */
export async function huntAll(
  mutants: Mutant[],
  { most, tell }: { most: number; tell: (verdict: Verdict) => void },
): Promise<Verdict[]> {
  const left = [...mutants];
  const verdicts: Verdict[] = [];
  const work = async () => {
    for (let mutant = left.shift(); mutant; mutant = left.shift()) {
      const verdict = await judged({ mutant, most });
      verdicts.push(verdict);
      tell(verdict);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return verdicts;
}

async function judged(hunt: Hunt): Promise<Verdict> {
  const { name } = hunt.mutant;
  const started = Date.now();
  const { schedules, kill } = await inThread(hunt).catch((error: Error) => ({
    schedules: 0,
    kill: error.message,
  }));
  const after = `after ${schedules} schedules, ${((Date.now() - started) / 1000).toFixed(1)} s`;
  if (typeof kill === 'string') return { name, killed: false, told: `BROKEN    ${name}: ${kill}` };
  if (!kill) return { name, killed: false, told: `SURVIVED  ${name}: ${after}` };
  const { seed, profile, promise, reason } = kill;
  const where = `${after} (${profile}, seed ${seed})`;
  const { violations } = await soundly(() => runSchedule({ seed, profile }));
  if (violations.length === 0) {
    return { name, killed: true, told: `killed    ${name}: ${promise}, ${reason}; ${where}` };
  }
  return { name, killed: false, told: `UNSOUND   ${name}: without it, ${violations[0]?.reason}; ${where}` };
}

function inThread(hunt: Hunt): Promise<Catch> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./hunt.ts', import.meta.url), { workerData: hunt });
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the thread ended with ${code}`)));
  });
}

let last: Promise<unknown> = Promise.resolve();

/** One after another: a schedule takes hold of the thread's timers while it runs. */
function soundly<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}
