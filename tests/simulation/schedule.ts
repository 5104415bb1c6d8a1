// Runs one schedule from its seed: builds the world, lets everything happen, lets the faults stop, and judges.
import { budgetOf } from '../../lib/buffer/backends.ts';
import { createBudgetState } from '../../lib/buffer/budget.ts';
import { callerKey, callersOf } from '../../lib/outbox/caller.ts';
import type { Entry } from '../../lib/outbox/entry.ts';
import { Clock } from './clock.ts';
import { judge, type Violation } from './judge.ts';
import { actOutside } from './outsider.ts';
import type { Stage } from './people.ts';
import { drawSetup } from './profiles.ts';
import { createRandom, type Random } from './random.ts';
import { PROFILE_NAMES, type ProfileName, type Setup } from './setup.ts';
import { installTimers } from './timers.ts';
import { type Counts, Trace } from './trace.ts';
import { ACCOUNTS, build, type World } from './world.ts';

const START = Date.UTC(2026, 2, 1);
const HOUR = 3_600_000;
const UNSETTLED: ReadonlySet<string> = new Set(['waiting', 'sending', 'checking']);
export interface Outcome {
  seed: number;
  profile: ProfileName;
  violations: Violation[];
  counts: Counts;
  hash: number;
}

export interface ScheduleOptions {
  seed: number;
  profile: ProfileName;
  print?: (line: string) => void;
}

/** The world that a seed draws, and the randomness that is left for what happens in it. */
export function drawWorld({ seed, profile }: Pick<ScheduleOptions, 'seed' | 'profile'>) {
  const number = seed * 8 + PROFILE_NAMES.indexOf(profile);
  const [random, own] = [createRandom(number), createRandom(-1 - number)];
  return { setup: drawSetup(profile, random.fork(), own.fork()), random, own };
}

export async function runSchedule({ seed, profile, print }: ScheduleOptions): Promise<Outcome> {
  const clock = new Clock(START);
  const uninstall = installTimers(clock);
  try {
    const { setup, random, own } = drawWorld({ seed, profile });
    const trace = new Trace(clock, print ?? null);
    const world = build(clock, random, { setup, trace, own });
    await begin(world);
    plan(world, random.fork());
    await clock.runUntil(START + setup.calmAt);
    const violations = await finish(world);
    return { seed, profile, violations, counts: trace.counts, hash: trace.hash >>> 0 };
  } finally {
    uninstall();
  }
}

async function begin({ browser, setup, people, clock, trace }: World): Promise<void> {
  if (setup.api === 'rest') trace.counts.classic += 1;
  browser.skew = setup.skew;
  for (const accountId of ACCOUNTS) {
    for (const caller of callersOf(accountId)) {
      await browser.disk.store.changeValue('budget', callerKey(caller), () => ({
        value: createBudgetState(budgetOf(caller.api)),
        result: undefined,
      }));
    }
  }
  void people.signIn('ann');
  await clock.runUntil(clock.now);
}

/** Puts everything that people, the device and others do on the clock. */
function plan({ clock, setup, browser, people, ...rest }: World, random: Random): void {
  const { calmAt, events, acts } = setup;
  const stage: Stage = { clock, setup, browser, ...rest };
  const some = (count: number, run: () => void) => {
    for (let index = 0; index < count; index += 1) clock.at(START + random.next() * calmAt, run);
  };
  const from = random.next() * calmAt * 0.2;
  for (let index = 0; index < setup.shares; index += 1) {
    const at = setup.atOnce ? from + random.next() * 2000 : random.next() * calmAt * 0.9;
    clock.at(START + at, () => void people.share());
  }
  some(events.kills, () => browser.kill());
  some(events.crashes, () => browser.crash(random.whole(1000, 600_000)));
  some(events.naps, () => browser.sleep(random.whole(10_000, 3 * HOUR)));
  some(events.clockJumps, () => browser.setClock(random.chance(0.5) ? 0 : random.whole(-2 * HOUR, 2 * HOUR)));
  some(events.hellos, () => void people.hello());
  some(acts.undos, () => void people.undo());
  some(acts.lookIns, () => void people.seeTo());
  some(acts.outside, () => actOutside(stage));
  some(acts.signOuts, () => people.signOut());
  some(acts.switches, () => void people.signIn(random.pick(ACCOUNTS)));
  for (const at of setup.classic.moves) clock.at(START + at, () => void people.move());
  const own = random.fork();
  if (own.chance(0.15)) some(2, () => void people.withdraw(own));
}

/** The faults stop, whoever was signed out signs in again, and an hour passes without anybody's doing. */
async function finish(world: World): Promise<Violation[]> {
  const { clock, browser, setup, server, book, people, witness, trace } = world;
  trace.note('calm');
  browser.calm();
  const { disk } = browser;
  if (disk.connection !== 'signed-in') void people.signIn(disk.record?.accountId ?? 'ann');
  await clock.runUntil(clock.now + settlingTime(setup));
  // Where the alarm is lost, it is the next start of the worker, by whatever event, that goes on.
  if (browser.hasLostAlarm) void people.hello();
  await clock.runUntil(clock.now + HOUR);
  void people.hello();
  await clock.runUntil(clock.now + 60_000);
  const waiting = await stillWaiting(world);
  await witness.shown();
  const entries = await witness.entries();
  trace.counts.limited += server.arrivals.filter(({ status }) => status === 429).length;
  trace.counts.switchedOff += server.arrivals.filter(({ off }) => off).length;
  for (const { id, state, reason } of entries.values()) trace.note('end', `${id} ${state} ${reason}`);
  const verdict = judge({
    book,
    server,
    entries,
    mayWait: ({ id }) => waiting.has(id),
    wasSetForward: browser.wasSetForward,
    diskRefused: trace.counts.refusals > 0,
    isPlain: isPlain(setup),
  });
  return [...verdict, ...witness.violations];
}

function isPlain({ acts, events, habits }: Setup): boolean {
  return acts.outside === 0 && events.clockJumps === 0 && !habits.refusesDuplicates;
}

/**
 * The entries that may still wait. Who was signed out by somebody else's sign-in comes back, too, and has an hour:
 * each account is judged while it is the one that is signed in.
 */
async function stillWaiting(world: World): Promise<Set<string>> {
  const { clock, people, witness, browser } = world;
  const open = async () =>
    [...(await witness.entries()).values()].filter(({ state }) => UNSETTLED.has(state));
  const may = (entries: Entry[]) => entries.filter((entry) => mayWait(world, entry)).map(({ id }) => id);
  const signedIn = browser.disk.record?.accountId;
  const left = await open();
  const waiting = new Set(may(left.filter(({ accountId }) => accountId === signedIn)));
  for (const accountId of new Set(left.map((entry) => entry.accountId))) {
    if (accountId === signedIn) continue;
    void people.signIn(accountId);
    await clock.runUntil(clock.now + HOUR);
    for (const id of may((await open()).filter((entry) => entry.accountId === accountId))) waiting.add(id);
  }
  return waiting;
}

/** A nap that the calm begins in is still slept out, and a browser that is down comes back. */
function settlingTime({ events }: Setup): number {
  if (events.naps > 0) return 3 * HOUR;
  return events.crashes > 0 ? HOUR / 6 : 0;
}

/** Nobody is signed in to its account, or as many calls have left as the budget's windows let go. */
function mayWait({ browser, left, clock, setup }: World, entry: Entry): boolean {
  const { disk } = browser;
  if (disk.connection !== 'signed-in' || disk.record?.accountId !== entry.accountId) return true;
  // The classic API's only window is a minute.
  if (disk.record.credentials.kind === 'classic') return false;
  const own = left.filter(({ accountId, api }) => accountId === entry.accountId && api === 'graphql');
  const within = (ms: number) => own.filter(({ at }) => clock.now - at < ms);
  // Calls leave a window in groups, a sixtieth of it later at most.
  const day = within(24.5 * HOUR);
  // Without a connection for most of a day, the looks that never arrived have used up their share of it.
  const looks = setup.spells.length === 0 ? 0 : day.filter(({ operation }) => operation === 'posts').length;
  return day.length >= 225 || looks >= 40 || within(HOUR / 4).length >= 80;
}
