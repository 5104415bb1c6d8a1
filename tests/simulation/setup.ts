// Everything that is decided about a world before it begins, and what the sorts of worlds have in common.
import type { Api } from '../../lib/buffer/backend.ts';
import type { Temper } from './browser.ts';
import { LATEST_COMMIT_MS, type Weather } from './buffer/fault.ts';
import { type Habits, PLAIN_HABITS } from './buffer/posts.ts';
import type { Dialect } from './buffer/windows.ts';
import type { ClassicWorld } from './classic-world.ts';
import type { Random } from './random.ts';

export const PROFILE_NAMES = ['mixed', 'burst', 'offline-day', 'thirty-days', 'outage', 'brownout'] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** A request may be on its way there for as long. */
export const TRANSIT_MS = 10_000;

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

export const WEIGHTS = { cut: 4, status: 2, unreadable: 1, limited: 1, refusal: 0.5, token: 0.2 };

export const NOT_CLASSIC: ClassicWorld = { shortens: false, publishes: 0, moves: [], brownouts: [] };

/** A quiet world of the GraphQL API: what a profile does not say. */
export function base(random: Random, profile: ProfileName): Setup {
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

/** What is listed late must have been committed so much sooner, or it is not there in time to be found. */
export function inTime(setup: Setup): Setup {
  const { weather, habits } = setup;
  const latestCommit = Math.min(weather.latestCommit, LATEST_COMMIT_MS - TRANSIT_MS - habits.listLag);
  return { ...setup, weather: { ...weather, latestCommit } };
}

export function habits(random: Random): Habits {
  return {
    shortensLinks: random.chance(0.3),
    collapsesSpace: random.chance(0.4),
    listLag: random.chance(0.2) ? 50_000 : 0,
    refusesDuplicates: random.chance(0.1),
  };
}

export function spells(random: Random, length: number, count: number): Spell[] {
  return Array.from({ length: count }, () => {
    const from = random.next() * length;
    return { from, to: Math.min(length, from + random.next() * length * 0.5), known: random.chance(0.6) };
  });
}
