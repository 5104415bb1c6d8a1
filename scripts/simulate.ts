// `npm run simulate`: runs the outbox through random schedules, and judges each at the simulated server's record.
import { parseArgs } from 'node:util';
import { PROMISES } from '../tests/simulation/judge.ts';
import { MUTANTS } from '../tests/simulation/mutants/list.ts';
import { huntAll } from '../tests/simulation/mutants/run.ts';
import { profileOf } from '../tests/simulation/profiles.ts';
import { type Batch, runOnAllCores } from '../tests/simulation/run.ts';
import { runSchedule } from '../tests/simulation/schedule.ts';
import { PROFILE_NAMES, type ProfileName } from '../tests/simulation/setup.ts';
import { addOutcome, brokenIn, emptyVerdict, type Verdict } from '../tests/simulation/verdict.ts';
import { saying, wholeNumber } from './options.ts';

const USAGE = `Usage: npm run simulate -- [--schedules N] [--seed S] [--profile ${PROFILE_NAMES.join('|')}] [--trace] [--mutants]`;

/** A mutant that this many schedules of a world have not noticed is taken to live. */
const MOST_SCHEDULES = 2000;

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

function profileNamed(text: string | undefined): ProfileName | null {
  const profile = PROFILE_NAMES.find((name) => name === text) ?? null;
  if (text !== undefined && profile === null) throw new Error(`No profile "${text}". ${USAGE}`);
  return profile;
}

function readOptions(): Batch & { trace: boolean; mutants: boolean } {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = { schedules: text, seed: text, profile: text, trace: flag, mutants: flag };
  const { values } = parseArgs({ options });
  return {
    count: wholeNumber(values.schedules ?? '100000', 'schedules', { usage: USAGE, least: 1 }),
    from: wholeNumber(values.seed ?? '1', 'seed', { usage: USAGE }),
    profile: profileNamed(values.profile),
    trace: values.trace,
    mutants: values.mutants,
  };
}

/** A few schedules in this thread, every step of them printed. */
async function traced({ from, count, profile }: Batch): Promise<Verdict> {
  const verdict = emptyVerdict();
  for (let seed = from; seed < from + count; seed += 1) {
    addOutcome(verdict, await runSchedule({ seed, profile: profile ?? profileOf(seed), print: say }));
  }
  return verdict;
}

function report(verdict: Verdict, seconds: number): void {
  for (const { seed, profile, promise, reason } of verdict.found) {
    say(`${promise}: ${reason} (seed ${seed}, ${profile})`);
    say(`  npm run simulate -- --seed ${seed} --schedules 1 --profile ${profile} --trace`);
  }
  say(`schedules by profile: ${pairs(verdict.profiles)}`);
  say(`what happened in them: ${pairs(verdict.counts)}`);
  const { schedules, broken, counts } = verdict;
  const promises = Object.fromEntries(PROMISES.map((promise) => [promise, broken[promise]]));
  say(JSON.stringify({ schedules, posts: counts.posts, ...promises, seconds }));
}

/** Gives the exit code: a mutant that lives is a promise that nobody watches over. */
async function huntMutants(): Promise<number> {
  const verdicts = await huntAll(MUTANTS, { most: MOST_SCHEDULES, tell: ({ told }) => say(told) });
  const killed = verdicts.filter((verdict) => verdict.killed).length;
  say(JSON.stringify({ mutants: verdicts.length, killed }));
  return killed === verdicts.length ? 0 : 1;
}

function pairs(record: object): string {
  return Object.entries(record)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

await saying(async () => {
  const { trace, mutants, ...batch } = readOptions();
  if (mutants) return huntMutants();
  const started = performance.now();
  const verdict = trace ? await traced(batch) : await runOnAllCores(batch);
  report(verdict, Math.round((performance.now() - started) / 100) / 10);
  return brokenIn(verdict) > 0 ? 1 : 0;
});
