// What a run came to, and whether it is worth anything.
import type { LogLine } from '../sandbox.ts';
import type { Judgement, Sentence } from './judge.ts';
import { WORK, type Work } from './killer.ts';
import type { Stage } from './stage.ts';

/** The last line of the command. */
export interface Result extends Sentence {
  /** Those that hit something at work. */
  kills: number;
  crashes: number;
  posts: number;
}

export interface Report {
  result: Result;
  lines: string[];
  /** What speaks against the run, beside posts that are lost or doubled. */
  objections: string[];
}

const MOST_ASKED = 0.1;

/** What was hit at work; kills at rest prove nothing. */
export function hits(counts: Record<Work, number>): number {
  return WORK.filter((work) => work !== 'idle').reduce((sum, work) => sum + counts[work], 0);
}

function listed(counts: Iterable<readonly [string, number]>): string {
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ');
}

function byStatus(lines: LogLine[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { status, committed } of lines) {
    const name = `${status === 0 ? 'no answer' : status}${committed ? ' and committed' : ''}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort();
}

function objections({ tally }: Stage, { posts }: Result): string[] {
  const asked = [...tally.ends].filter(([end]) => end.startsWith('needs you'));
  const asks = asked.reduce((sum, [, count]) => sum + count, 0);
  return [
    tally.untrue > 0 && `${tally.untrue} entries say "In Buffer" of a post that is not theirs there`,
    tally.refusedTwins > 0 && `${tally.refusedTwins} creates left for a post that Buffer held already`,
    tally.unfinished.length > 0 &&
      `${tally.unfinished.length} posts never came to an end, as ${JSON.stringify(tally.unfinished[0])}`,
    asks > posts * MOST_ASKED && `the person was asked for ${asks} of ${posts} posts`,
  ].filter((sentence) => typeof sentence === 'string');
}

export async function reportOf(stage: Stage, { cases, ...sentence }: Judgement): Promise<Report> {
  const { tally, writer, killer, sandbox } = stage;
  const log = await sandbox.log();
  const creates = log.filter(({ operation }) => operation === 'createPost');
  const looks = log.filter(({ operation }) => operation === 'posts');
  const result = {
    kills: hits(tally.kills),
    crashes: hits(tally.crashes),
    posts: writer.accepted.size,
    ...sentence,
  };
  const lines = [
    `kills by the work they hit (idle ones are not counted below): ${listed(Object.entries(tally.kills))}`,
    `crashes by the work they hit (likewise): ${listed(Object.entries(tally.crashes))}`,
    `workers started: ${killer.starts}; accepts offered again: ${writer.repeated}; signed in again: ${tally.signIns}`,
    `attempts: ${tally.attempts}; creates at the local Buffer: ${creates.length} (${listed(byStatus(creates))})`,
    `lists read at the local Buffer: ${looks.length} (${listed(byStatus(looks))})`,
    `how the posts ended by themselves: ${listed(tally.ends)}`,
    ...cases.map((one) => `lost or doubled: ${one}`),
  ];
  return { result, lines, objections: objections(stage, result) };
}
