// What many schedules came to: how much happened in them, and every promise that was broken, by seed.
import { PROMISES, type Promised } from './judge.ts';
import type { Outcome } from './schedule.ts';
import { PROFILE_NAMES, type ProfileName } from './setup.ts';
import { type Counts, noCounts } from './trace.ts';

export interface Found {
  seed: number;
  profile: ProfileName;
  promise: Promised;
  reason: string;
}

export interface Verdict {
  schedules: number;
  broken: Record<Promised, number>;
  counts: Counts;
  profiles: Record<ProfileName, number>;
  /** The first few violations; `broken` counts all of them. */
  found: Found[];
  /** Changes with every step of every schedule, in whatever order they ran. */
  hash: number;
}

const MOST_FOUND = 200;

export function emptyVerdict(): Verdict {
  const zeros = <K extends string>(names: readonly K[]) =>
    Object.fromEntries(names.map((name) => [name, 0])) as Record<K, number>;
  return {
    schedules: 0,
    broken: zeros(PROMISES),
    counts: noCounts(),
    profiles: zeros(PROFILE_NAMES),
    found: [],
    hash: 0,
  };
}

export function addOutcome(verdict: Verdict, { seed, profile, violations, counts, hash }: Outcome): void {
  verdict.schedules += 1;
  verdict.profiles[profile] += 1;
  verdict.hash = (verdict.hash + hash) >>> 0;
  addCounts(verdict.counts, counts);
  for (const { promise, reason } of violations) {
    verdict.broken[promise] += 1;
    if (verdict.found.length < MOST_FOUND) verdict.found.push({ seed, profile, promise, reason });
  }
}

export function addVerdict(verdict: Verdict, other: Verdict): void {
  verdict.schedules += other.schedules;
  verdict.hash = (verdict.hash + other.hash) >>> 0;
  for (const promise of PROMISES) verdict.broken[promise] += other.broken[promise];
  for (const name of PROFILE_NAMES) verdict.profiles[name] += other.profiles[name];
  addCounts(verdict.counts, other.counts);
  verdict.found = [...verdict.found, ...other.found].slice(0, MOST_FOUND);
}

/** How many promises were broken in all. */
export function brokenIn({ broken }: Verdict): number {
  return PROMISES.reduce((sum, promise) => sum + broken[promise], 0);
}

function addCounts(sum: Counts, more: Counts): void {
  for (const name of Object.keys(sum) as (keyof Counts)[]) sum[name] += more[name];
}
