// The sorts of worlds that schedules are drawn from, and how often each is.
import type { Api } from '../../lib/buffer/backend.ts';
import type { Temper } from './browser.ts';
import { LATEST_COMMIT_MS, type Weather } from './buffer/fault.ts';
import { type Habits, PLAIN_HABITS } from './buffer/posts.ts';
import { DIALECTS, type Dialect } from './buffer/windows.ts';
import { type ClassicWorld, drawApi, drawBrownout, drawClassicWorld } from './classic-world.ts';
import type { Random } from './random.ts';

export const PROFILE_NAMES = ['mixed', 'burst', 'offline-day', 'thirty-days', 'outage', 'brownout'] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A request may be on its way there for as long. */
const TRANSIT_MS = 10_000;

/** When the device has no connection; `known` is whether the browser says so. */
export interface Spell {
  from: number;
  to: number;
  known: boolean;
}

/** Everything that is decided about a world before it begins; times are milliseconds from its start. */
export interface Setup {
  profile: ProfileName;
  /** Which API people are signed in through at the start. */
  api: Api;
  classic: ClassicWorld;
  /** When people and faults stop; what is unsettled has an hour from then. */
  calmAt: number;
  /** How many times something is shared, and to how many channels at most. */
  shares: number;
  mostChannels: number;
  /** Shares come at any time, or all at once. */
  atOnce: boolean;
  /** Milliseconds that a call travels one way. */
  latency: [low: number, high: number];
  weather: Weather;
  temper: Temper;
  spells: Spell[];
  outage: { from: number; to: number } | null;
  /** How often each of these happens. */
  events: { kills: number; crashes: number; naps: number; clockJumps: number; hellos: number };
  /** How often people and others do these. */
  acts: { undos: number; lookIns: number; signOuts: number; switches: number; outside: number };
  /** How far the device's clock is off at the start, in ms. */
  skew: number;
  accounts: number;
  /** How long an access token lives, in ms; null for a key, which does not die. */
  tokenLife: number | null;
  habits: Habits;
  dialect: Dialect;
  /** The outside actor edits and deletes, too, posts that no entry has claimed yet. */
  outsideEdits: boolean;
}

const WEIGHTS = { cut: 4, status: 2, unreadable: 1, limited: 1, refusal: 0.5, token: 0.2 };

const NOT_CLASSIC: ClassicWorld = { shortens: false, publishes: 0, moves: [], brownouts: [] };

function base(random: Random, profile: ProfileName): Setup {
  return {
    profile,
    api: 'graphql',
    classic: NOT_CLASSIC,
    calmAt: 10 * MINUTE,
    shares: 1,
    mostChannels: 3,
    atOnce: false,
    latency: [20, 400],
    weather: { faults: 0, weights: WEIGHTS, latestCommit: LATEST_COMMIT_MS - TRANSIT_MS },
    temper: { kills: 0, slowDisk: 0, badDisk: 0 },
    spells: [],
    outage: null,
    events: { kills: 0, crashes: 0, naps: 0, clockJumps: 0, hellos: 1 },
    acts: { undos: 0, lookIns: 1, signOuts: 0, switches: 0, outside: 0 },
    skew: random.chance(0.5) ? 0 : random.whole(-3 * HOUR, 3 * HOUR),
    accounts: 1,
    tokenLife: null,
    habits: PLAIN_HABITS,
    dialect: 'none',
    outsideEdits: false,
  };
}

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

/** What is listed late must have been committed so much sooner, or it is not there in time to be found. */
function inTime(setup: Setup): Setup {
  const { weather, habits } = setup;
  const latestCommit = Math.min(weather.latestCommit, LATEST_COMMIT_MS - TRANSIT_MS - habits.listLag);
  return { ...setup, weather: { ...weather, latestCommit } };
}

function habits(random: Random): Habits {
  return {
    shortensLinks: random.chance(0.3),
    collapsesSpace: random.chance(0.4),
    listLag: random.chance(0.2) ? 50_000 : 0,
    refusesDuplicates: random.chance(0.1),
  };
}

function spells(random: Random, length: number, count: number): Spell[] {
  return Array.from({ length: count }, () => {
    const from = random.next() * length;
    return { from, to: Math.min(length, from + random.next() * length * 0.5), known: random.chance(0.6) };
  });
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
