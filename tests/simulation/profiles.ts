// The sorts of worlds that schedules are drawn from, and how often each is.
import { LATEST_COMMIT_MS } from './buffer/fault.ts';
import { DIALECTS } from './buffer/windows.ts';
import { drawApi, drawBrownout, drawClassicWorld } from './classic-world.ts';
import type { Random } from './random.ts';
import {
  base,
  HOUR,
  habits,
  inTime,
  MINUTE,
  NOT_CLASSIC,
  PROFILE_NAMES,
  type ProfileName,
  type Setup,
  spells,
  TRANSIT_MS,
  WEIGHTS,
} from './setup.ts';

const DAY = 24 * HOUR;

function mixed(random: Random): Setup {
  const calmAt = random.whole(MINUTE, 12 * MINUTE);
  const often = (probability: number, most: number) =>
    random.chance(probability) ? random.whole(1, most) : 0;
  const oauth = random.chance(0.12);
  const accounts = random.chance(0.15) ? 2 : 1;
  return {
    ...base(random, 'mixed'),
    calmAt,
    shares: random.whole(1, 3),
    mostChannels: random.pick([1, 2, 3, 4]),
    latency: random.pick([
      [0, 5],
      [20, 400],
      [100, 3000],
    ]),
    weather: {
      faults: random.next() ** 2 * 0.6,
      weights: oauth ? { ...WEIGHTS, token: 0.7 } : WEIGHTS,
      latestCommit: LATEST_COMMIT_MS - TRANSIT_MS,
    },
    temper: {
      kills: random.chance(0.6) ? random.next() : 0,
      slowDisk: random.chance(0.4) ? 0.3 : 0,
      badDisk: random.chance(0.1) ? 0.05 : 0,
    },
    spells: spells(random, calmAt, often(0.2, 2)),
    events: {
      kills: often(0.2, 2),
      crashes: often(0.1, 1),
      naps: often(0.1, 2),
      clockJumps: often(0.15, 1),
      hellos: often(0.4, 3),
    },
    acts: {
      undos: often(0.25, 2),
      lookIns: often(0.5, 3),
      signOuts: often(0.06, 1),
      switches: accounts === 2 ? random.whole(1, 3) : 0,
      outside: often(0.1, 2),
    },
    accounts,
    tokenLife: oauth ? random.whole(70_000, 20 * MINUTE) : null,
    habits: habits(random),
    dialect: random.chance(0.3) ? random.pick(DIALECTS) : 'none',
    outsideEdits: random.chance(0.3),
  };
}

/** Many posts at once against a server that answers at once: here the windows are met from below. */
function burst(random: Random): Setup {
  const classic = random.chance(0.5);
  return {
    ...base(random, 'burst'),
    api: classic ? 'rest' : 'graphql',
    calmAt: 5 * MINUTE,
    shares: random.whole(9, 20),
    mostChannels: 6,
    atOnce: true,
    latency: random.pick([
      [0, 5],
      [0, 5],
      [0, 1800],
    ]),
    weather: { faults: random.chance(0.3) ? 0.03 : 0, weights: WEIGHTS, latestCommit: 60_000 },
    temper: { kills: random.chance(0.3) ? 0.5 : 0, slowDisk: 0, badDisk: 0 },
    events: { kills: random.chance(0.3) ? 1 : 0, crashes: 0, naps: 0, clockJumps: 0, hellos: 2 },
    dialect: random.pick(DIALECTS),
  };
}

function offlineDay(random: Random): Setup {
  const calmAt = random.whole(6, 23) * HOUR;
  return {
    ...base(random, 'offline-day'),
    calmAt,
    shares: random.whole(2, 5),
    weather: { faults: 0.1, weights: WEIGHTS, latestCommit: LATEST_COMMIT_MS - TRANSIT_MS },
    temper: { kills: 0.05, slowDisk: 0, badDisk: 0 },
    spells: [{ from: random.next() * HOUR, to: calmAt - random.next() * HOUR, known: random.chance(0.7) }],
    events: { kills: 0, crashes: random.whole(0, 1), naps: random.whole(1, 4), clockJumps: 0, hellos: 2 },
  };
}

function thirtyDays(random: Random): Setup {
  return {
    ...base(random, 'thirty-days'),
    calmAt: 30 * DAY,
    shares: random.whole(20, 60),
    weather: { faults: 0.08, weights: WEIGHTS, latestCommit: LATEST_COMMIT_MS - TRANSIT_MS },
    temper: { kills: 0.1, slowDisk: 0, badDisk: 0 },
    spells: spells(random, 30 * DAY, 1).map((spell) => ({
      ...spell,
      to: spell.from + random.next() * 5 * HOUR,
    })),
    events: { kills: 5, crashes: 3, naps: 10, clockJumps: random.whole(0, 2), hellos: 10 },
    acts: { undos: 3, lookIns: 30, signOuts: random.whole(0, 1), switches: 0, outside: 4 },
    tokenLife: random.chance(0.5) ? HOUR : null,
    habits: habits(random),
    dialect: random.pick(DIALECTS),
  };
}

function outage(random: Random): Setup {
  const from = random.next() * 20 * MINUTE;
  return {
    ...base(random, 'outage'),
    calmAt: from + 6 * HOUR,
    shares: random.whole(1, 4),
    weather: { faults: 0.05, weights: WEIGHTS, latestCommit: LATEST_COMMIT_MS - TRANSIT_MS },
    temper: { kills: 0.03, slowDisk: 0, badDisk: 0 },
    outage: { from, to: from + 6 * HOUR },
    events: { kills: 1, crashes: random.whole(0, 1), naps: random.whole(0, 2), clockJumps: 0, hellos: 3 },
    acts: { undos: random.whole(0, 1), lookIns: 2, signOuts: 0, switches: 0, outside: 0 },
    habits: habits(random),
  };
}

/** The classic API is switched off for hours, and people go on sharing. */
function brownout(random: Random): Setup {
  const { calmAt, brownouts, moves } = drawBrownout(random);
  return {
    ...base(random, 'brownout'),
    api: 'rest',
    classic: { ...NOT_CLASSIC, brownouts, moves },
    calmAt,
    shares: random.whole(2, 8),
    weather: { faults: 0.05, weights: WEIGHTS, latestCommit: LATEST_COMMIT_MS - TRANSIT_MS },
    temper: { kills: 0.05, slowDisk: 0, badDisk: 0 },
    events: { kills: 1, crashes: random.whole(0, 1), naps: random.whole(0, 2), clockJumps: 0, hellos: 6 },
    acts: { undos: random.whole(0, 1), lookIns: 2, signOuts: 0, switches: 0, outside: 0 },
    habits: habits(random),
  };
}

/** Each profile with its share of a run in which none is asked for, of 1,000 schedules. */
export const PROFILES: Record<ProfileName, { share: number; draw: (random: Random) => Setup }> = {
  mixed: { share: 977, draw: mixed },
  burst: { share: 8, draw: burst },
  'offline-day': { share: 3, draw: offlineDay },
  'thirty-days': { share: 2, draw: thirtyDays },
  outage: { share: 5, draw: outage },
  brownout: { share: 5, draw: brownout },
};

/** The world of a profile as a stream of random numbers makes it, and another one that part which is classic. */
export function drawSetup(profile: ProfileName, random: Random, own: Random): Setup {
  const setup = inTime(PROFILES[profile].draw(random));
  if (profile === 'brownout') return setup;
  const api = profile === 'burst' ? setup.api : drawApi(own);
  return api === 'rest' ? { ...setup, api, classic: drawClassicWorld(own, setup.calmAt) } : setup;
}

/** The profile of a schedule of a run in which none is asked for. */
export function profileOf(seed: number): ProfileName {
  let x = ((seed % 1000) + 1000) % 1000;
  // Spread, so that a few neighbouring seeds meet every profile.
  x = (x * 387) % 1000;
  for (const name of PROFILE_NAMES) {
    x -= PROFILES[name].share;
    if (x < 0) return name;
  }
  return 'mixed';
}
