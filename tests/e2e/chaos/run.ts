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
import { hits, type Report, reportOf } from './report.ts';
import { goOn, isOpen, signInAgain, standstill } from './settle.ts';
import type { Stage, Tally } from './stage.ts';
import { author, submit, Writer } from './writer.ts';

const KILLS_A_ROUND = 10;
/** The share of a round's kills that fall while posts are being accepted; the others fall while they are looked for. */
const IN_BURST = 0.7;
const LONGEST_PAUSE_MS = 400;
/** What was killed at rest does not count; after so many tries for each the next round goes on. */
const TRIES = 3;
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
  const found = { ends: new Map(), histories: new Map(), unfinished: [] };
  return { kills: noWork(), crashes: noWork(), ...found, ...counts };
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

/** Kills the worker; true if that hit it at work. */
async function killWorker({ extension, killer, writer, clock, tally }: Stage): Promise<boolean> {
  const accepting = writer.waits;
  if (!(await killer.stopWorker())) return false;
  const work = workUnderWay(await readLedger(extension), clock.now(), accepting);
  tally.kills[work] += 1;
  return work !== 'idle';
}

/** Kills the browser; true if that hit it at work. */
async function crash({ extension, killer, writer, clock, tally }: Stage): Promise<boolean> {
  const work = workUnderWay(await readLedger(extension), clock.now(), writer.waits);
  await killer.crash();
  tally.crashes[work] += 1;
  return work !== 'idle';
}

interface Round {
  kills: number;
  crash: boolean;
}

/** Posts keep coming, and each time something is killed a moment later. */
async function burst(stage: Stage, { kills, crash: crashes }: Round): Promise<void> {
  const { chance, writer, sandbox, clock, author: who } = stage;
  const blows = [...Array<typeof crash>(kills).fill(killWorker)];
  if (crashes) blows.splice(chance.whole(0, kills), 0, crash);
  for (let tries = blows.length * TRIES; blows.length > 0 && tries > 0; tries -= 1) {
    await sandbox.faults(fates(chance));
    for (let count = chance.whole(1, 3); count > 0; count -= 1) {
      const mark = `n${writer.made + 1}z`;
      writer.offer(submit(chance, who, { mark, now: clock.now() }));
    }
    await pause(chance.below(LONGEST_PAUSE_MS));
    if (await blows[0]?.(stage)) blows.shift();
  }
  writer.wake();
  await writer.finish();
}

/** While what is unknown is looked for and sent again, under faults still. */
async function check(stage: Stage, kills: number): Promise<void> {
  let left = kills;
  for (let tries = kills * TRIES; left > 0 && tries > 0; tries -= 1) {
    await stage.sandbox.faults(fates(stage.chance));
    const ledger = await standstill(stage, HANGS_MS);
    if (ledger && !ledger.entries.some(isOpen)) return;
    if (ledger) {
      await signInAgain(stage);
      await goOn(stage, ledger);
      await pause(stage.chance.below(LONGEST_PAUSE_MS));
    }
    if (await killWorker(stage)) left -= 1;
    stage.writer.wake();
  }
}

async function playRound(stage: Stage, round: Round): Promise<void> {
  const before = new Set(stage.writer.accepted.keys());
  const inBurst = Math.ceil(round.kills * IN_BURST);
  await burst(stage, { ...round, kills: inBurst });
  await check(stage, round.kills - inBurst);
  await closeRound(stage, new Set([...stage.writer.accepted.keys()].filter((id) => !before.has(id))));
  await stage.clock.pass(DAY_MS);
  await stage.killer.stopWorker();
}

/** Plays rounds until as much was killed as was ordered, then judges. */
export async function runChaos(order: Order): Promise<Report> {
  const stage = await setUp(order);
  const { tally, writer } = stage;
  const started = Date.now();
  const roundsFor = (kills: number, crashes: number) => Math.max(crashes, Math.ceil(kills / KILLS_A_ROUND));
  for (let most = roundsFor(order.kills, order.crashes) * TRIES; most > 0; most -= 1) {
    const kills = order.kills - hits(tally.kills);
    const crashes = order.crashes - hits(tally.crashes);
    if (kills + crashes === 0 || tally.unfinished.length > 0) break;
    const rounds = roundsFor(kills, crashes);
    await playRound(stage, { kills: Math.ceil(kills / rounds), crash: crashes > 0 });
    const done = `${hits(tally.kills)} kills, ${hits(tally.crashes)} crashes, ${writer.accepted.size} posts`;
    order.say(`${Math.round((Date.now() - started) / 1000)} s: ${done}`);
  }
  return reportOf(stage, await judge(stage));
}
