// One run: rounds of posts under faults, with kills at random moments, each settled before the next begins.
import { setTimeout as pause } from 'node:timers/promises';
import type { Extension } from '../browser.ts';
import type { SandboxClient } from '../sandbox.ts';
import { signInByKey } from '../welcome.page.ts';
import { SharedClock } from './clock.ts';
import { fates } from './fates.ts';
import { closeRound, judge } from './judge.ts';
import { Killer, WORK, type Work, workUnderWay } from './killer.ts';
import { readLedger } from './ledger.ts';
import { Chance } from './random.ts';
import { type Report, reportOf } from './report.ts';
import { goOn, isOpen, signInAgain, standstill } from './settle.ts';
import type { Stage, Tally } from './stage.ts';
import { author, submit, Writer } from './writer.ts';

const KILLS_A_ROUND = 10;
/** The share of a round's kills that fall while posts are being accepted; the others fall while they are looked for. */
const IN_BURST = 0.7;
const LONGEST_PAUSE_MS = 400;
/** What hangs is waited for this long before it is killed. */
const HANGS_MS = 1500;
/** After a day and a bit every rate window but the month's is empty again. */
const DAY_MS = 25 * 3_600_000;

/** Texts do not stay as they were sent, and lists show a new post only after a while. */
const TOUCHY = { listLagSeconds: 20, shortenLinks: true, collapseWhiteSpace: true };

export interface Order {
  /** A browser whose extension follows the local Buffer's clock. */
  extension: Extension;
  sandbox: SandboxClient;
  apiKey: string;
  kills: number;
  crashes: number;
  seed: number;
  /** Told how it goes. */
  say(sentence: string): void;
}

function noWork(): Record<Work, number> {
  return Object.fromEntries(WORK.map((work) => [work, 0])) as Record<Work, number>;
}

function newTally(): Tally {
  const counts = { attempts: 0, refusedTwins: 0, untrue: 0, signIns: 0 };
  return { kills: noWork(), crashes: noWork(), ends: new Map(), histories: new Map(), ...counts };
}

async function setUp({ extension, sandbox, apiKey, seed }: Order): Promise<Stage> {
  await sandbox.behave(TOUCHY);
  await signInByKey(extension, apiKey);
  return {
    ...{ extension, sandbox, apiKey, tally: newTally(), chance: new Chance(seed) },
    clock: new SharedClock(sandbox),
    killer: new Killer(extension),
    writer: new Writer(extension),
    author: await author(extension),
  };
}

const sum = (counts: Record<Work, number>) => WORK.reduce((total, work) => total + counts[work], 0);

/** Kills the worker that runs; false if none does. */
async function killWorker({ extension, killer, writer, clock, tally }: Stage): Promise<boolean> {
  const accepting = writer.waits;
  if (!(await killer.stopWorker())) return false;
  tally.kills[workUnderWay(await readLedger(extension), clock.now(), accepting)] += 1;
  return true;
}

async function crash({ extension, killer, writer, clock, tally }: Stage): Promise<void> {
  const work = workUnderWay(await readLedger(extension), clock.now(), writer.waits);
  await killer.crash();
  tally.crashes[work] += 1;
}

interface Round {
  kills: number;
  crash: boolean;
}

/** Posts keep coming, and each time something is killed a moment later. */
async function burst(stage: Stage, { kills, crash: crashes }: Round): Promise<void> {
  const { chance, writer, sandbox, clock, author: who } = stage;
  const crashAt = crashes ? chance.whole(0, kills) : -1;
  for (let blow = 0; blow < kills + (crashes ? 1 : 0); blow += 1) {
    await sandbox.faults(fates(chance));
    for (let count = chance.whole(1, 3); count > 0; count -= 1) {
      const mark = `n${writer.made + 1}z`;
      writer.offer(submit(chance, who, { mark, now: clock.now() }));
    }
    await pause(chance.below(LONGEST_PAUSE_MS));
    if (blow === crashAt) await crash(stage);
    else while (!(await killWorker(stage))) await revive(stage);
  }
  writer.wake();
}

async function revive({ writer, chance }: Stage): Promise<void> {
  writer.wake();
  await pause(chance.below(LONGEST_PAUSE_MS));
}

/** While what is unknown is looked for and sent again, under faults still; gives the kills that found no work. */
async function check(stage: Stage, kills: number): Promise<number> {
  await stage.writer.finish();
  for (let left = kills; left > 0; ) {
    await stage.sandbox.faults(fates(stage.chance));
    const ledger = await standstill(stage, HANGS_MS);
    if (ledger && !ledger.entries.some(isOpen)) return left;
    if (ledger) {
      await signInAgain(stage);
      await goOn(stage, ledger);
      await pause(stage.chance.below(LONGEST_PAUSE_MS));
    }
    if (await killWorker(stage)) left -= 1;
    stage.writer.wake();
  }
  return 0;
}

async function playRound(stage: Stage, round: Round): Promise<number> {
  const before = new Set(stage.writer.accepted.keys());
  const inBurst = Math.ceil(round.kills * IN_BURST);
  await burst(stage, { ...round, kills: inBurst });
  const left = await check(stage, round.kills - inBurst);
  await stage.sandbox.faults([]);
  await stage.writer.finish();
  await closeRound(stage, new Set([...stage.writer.accepted.keys()].filter((id) => !before.has(id))));
  await stage.clock.pass(DAY_MS);
  await stage.killer.stopWorker();
  return left;
}

/** Plays rounds until as much was killed as was ordered, then judges. */
export async function runChaos(order: Order): Promise<Report> {
  const stage = await setUp(order);
  const { tally, writer } = stage;
  const started = Date.now();
  for (;;) {
    const kills = order.kills - sum(tally.kills);
    const crashes = order.crashes - sum(tally.crashes);
    if (kills <= 0 && crashes <= 0) break;
    const rounds = Math.max(crashes, Math.ceil(kills / KILLS_A_ROUND));
    await playRound(stage, { kills: Math.ceil(kills / rounds), crash: crashes > 0 });
    const seconds = Math.round((Date.now() - started) / 1000);
    order.say(
      `${seconds} s: ${sum(tally.kills)} kills, ${sum(tally.crashes)} crashes, ${writer.accepted.size} posts`,
    );
  }
  return reportOf(stage, await judge(stage));
}
