// A thread of its own for one mutant: loads the product with the bug in it, and runs schedules until one notices.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Outcome } from '../schedule.ts';
import { type Mutant, NEEDS, patched } from './mutant.ts';

/** What a thread is given. */
export interface Hunt {
  mutant: Mutant;
  /** How many schedules to run before giving up. */
  most: number;
}

/** The schedule that noticed, or null; `schedules` is how many were run. */
export interface Catch {
  schedules: number;
  kill: (Pick<Outcome, 'seed' | 'profile'> & { promise: string; reason: string }) | null;
}

const ROOT = new URL('../../../', import.meta.url);

/** From now on the product's files are loaded with the mutant's patches in them. */
function plant(mutant: Mutant): void {
  const files = new Set(mutant.patches.map(({ file }) => file));
  registerHooks({
    load(url, context, next) {
      const file = url.startsWith(ROOT.href) ? url.slice(ROOT.href.length) : '';
      if (!files.has(file)) return next(url, context);
      const source = readFileSync(fileURLToPath(url), 'utf8');
      return { format: 'module-typescript', shortCircuit: true, source: patched(source, file, mutant) };
    },
  });
}

async function hunt({ mutant, most }: Hunt): Promise<Catch> {
  plant(mutant);
  const { drawWorld, runSchedule } = await import('../schedule.ts');
  const { profile, needs } = mutant;
  const { promise, says } = mutant.killedBy;
  for (let seed = 1, schedules = 0; schedules < most; seed += 1) {
    if (needs && !NEEDS[needs](drawWorld({ seed, profile }).setup)) continue;
    schedules += 1;
    const { violations } = await runSchedule({ seed, profile });
    const own = violations.find((one) => one.promise === promise && says.test(one.reason));
    if (own) return { schedules, kill: { seed, profile, promise, reason: own.reason } };
  }
  return { schedules: most, kill: null };
}

parentPort?.postMessage(await hunt(workerData as Hunt));
