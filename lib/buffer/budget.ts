// The rate budget: rolling windows and what was sent in them say whether a call may leave now, else when.
import { type ObservedWindow, readRateHeaders } from './rate-headers.ts';

/**
 * What a call is for. Posts come first; looking for a post, what a person looks at (`view`), and what is read beside
 * all that (`list`) have a share only.
 */
export type Purpose = 'post' | 'look' | 'list' | 'view';

/** Where each purpose is counted in a group of stamps. */
const PLACE = { post: 0, look: 1, list: 2, view: 3 } as const;

/** A rolling window: `limit` calls in `seconds`, the last `keep` of which are never used. */
export interface WindowLimit {
  seconds: number;
  limit: number;
  keep: number;
}

/** The windows of an API before its first answer, and by how much a window is stretched for safety. */
export interface BudgetProfile {
  windows: WindowLimit[];
  /** Arrivals compress on their way: two calls 60 s apart here may be 58 s apart there. */
  marginMs: number;
}

/** Calls that left close together. They leave the window together, when the latest of them does. */
interface Stamps {
  first: number;
  last: number;
  /** By `PLACE`; what an older version has stored is shorter. */
  counts: number[];
}

export interface BudgetWindow extends WindowLimit {
  stamps: Stamps[];
  /** What the server last said is left, less what was reserved since; it forgets at `until`. */
  told: { remaining: number; until: number } | null;
}

/** Plain data, stored with every reservation. Times are milliseconds since the epoch. */
export interface BudgetState {
  windows: BudgetWindow[];
  marginMs: number;
  /** Nothing leaves before this moment (a 429, or a window that the server called empty). */
  closedUntil: number;
  /** The device's time when `keptRight` last saw it; absent before that. */
  rightAt?: number;
}

export type Reservation = { ok: true; state: BudgetState } | { ok: false; until: number };

/** Buffer's GraphQL API per client on the smallest plan; the answers' headers then correct it. */
export const GRAPHQL_BUDGET: BudgetProfile = {
  windows: [
    { seconds: 900, limit: 100, keep: 3 },
    { seconds: 86_400, limit: 250, keep: 5 },
    { seconds: 2_592_000, limit: 3000, keep: 30 },
  ],
  marginMs: 2000,
};

/** The classic API: 60 per person and minute, of which 55 are used (at exactly 60, bursts exceed it). */
export const CLASSIC_BUDGET: BudgetProfile = {
  windows: [{ seconds: 60, limit: 60, keep: 5 }],
  marginMs: 2000,
};

const LONG_WINDOW_SECONDS = 3600;
const SHARES = {
  long: { post: 1, look: 0.2, list: 0.1, view: 0.2 },
  short: { post: 1, look: 0.5, list: 0.5, view: 0.5 },
} as const;

// A window is kept as at most this many groups of stamps, so that 15,000 calls a month stay a small record.
const GROUPS_PER_WINDOW = 60;

// Calls that are under way when an answer says what is left are not in its count; no more than this leave at once.
export const TOLD_KEEP = 3;

// An answer may name windows that the profile does not; a broken one must not make the record grow.
const MOST_WINDOWS = 6;

/** A budget in which nothing was sent yet. */
export function createBudgetState(profile: BudgetProfile = GRAPHQL_BUDGET): BudgetState {
  return {
    windows: profile.windows.map((limit) => ({ ...limit, stamps: [], told: null })),
    marginMs: profile.marginMs,
    closedUntil: 0,
  };
}

/** Calls of the given purposes that the window may hold. */
function allowance(window: BudgetWindow, purpose: Purpose): number {
  const share = SHARES[window.seconds > LONG_WINDOW_SECONDS ? 'long' : 'short'][purpose];
  return Math.max(1, Math.floor((window.limit - window.keep) * share));
}

/** When (ms) the calls that left together are forgotten. */
export function leavesAt(window: Pick<WindowLimit, 'seconds'>, stamps: Stamps, marginMs: number): number {
  return stamps.last + window.seconds * 1000 + marginMs;
}

/** When `count` of the calls picked by `weigh` have left the window, given that only `room` may stay. */
function whenUnder(
  window: BudgetWindow,
  room: number,
  options: { weigh: (s: Stamps) => number; marginMs: number },
) {
  let held = window.stamps.reduce((sum, stamps) => sum + options.weigh(stamps), 0);
  let until = 0;
  for (const stamps of window.stamps) {
    if (held < room) break;
    held -= options.weigh(stamps);
    until = leavesAt(window, stamps, options.marginMs);
  }
  return until;
}

function windowOpensAt(window: BudgetWindow, purpose: Purpose, marginMs: number): number {
  const all = (s: Stamps) => s.counts.reduce((sum, count) => sum + count, 0);
  const own = (s: Stamps) => s.counts[PLACE[purpose]] ?? 0;
  const told = window.told !== null && window.told.remaining <= TOLD_KEEP ? window.told.until : 0;
  return Math.max(
    whenUnder(window, allowance(window, 'post'), { weigh: all, marginMs }),
    purpose === 'post' ? 0 : whenUnder(window, allowance(window, purpose), { weigh: own, marginMs }),
    told,
  );
}

/** The window at `now` (ms), without what has left it. */
export function forget(window: BudgetWindow, now: number, marginMs: number): BudgetWindow {
  // A clock that was set back leaves stamps in the future: they count as sent now, else they would never leave.
  const sane = window.stamps.map((stamps) => ({ ...stamps, last: Math.min(stamps.last, now) }));
  return {
    ...window,
    stamps: sane.filter((stamps) => leavesAt(window, stamps, marginMs) > now),
    told: window.told !== null && window.told.until > now ? window.told : null,
  };
}

function stamp(window: BudgetWindow, purpose: Purpose, now: number): BudgetWindow {
  const latest = window.stamps.at(-1);
  const joins = latest !== undefined && now - latest.first < (window.seconds * 1000) / GROUPS_PER_WINDOW;
  const group: Stamps = joins
    ? { ...latest, counts: [...latest.counts] }
    : { first: now, last: now, counts: [0, 0, 0, 0] };
  group.last = Math.max(group.last, now);
  group.counts[PLACE[purpose]] = (group.counts[PLACE[purpose]] ?? 0) + 1;
  return {
    ...window,
    stamps: [...(joins ? window.stamps.slice(0, -1) : window.stamps), group],
    told: window.told && { ...window.told, remaining: window.told.remaining - 1 },
  };
}

/**
 * Asks for one call. `ok: true` gives the state to store before the call leaves; else `until` (ms since the
 * epoch) is when asking again makes sense. Never over a window at the server, whatever the latency up to the margin.
 */
export function reserve(state: BudgetState, purpose: Purpose, now: number): Reservation {
  const windows = state.windows.map((window) => forget(window, now, state.marginMs));
  const opens = windows.map((window) => windowOpensAt(window, purpose, state.marginMs));
  const until = Math.max(state.closedUntil, ...opens);
  if (until > now) return { ok: false, until };
  return { ok: true, state: { ...state, windows: windows.map((window) => stamp(window, purpose, now)) } };
}

/** Nothing leaves before `until` (ms since the epoch): what a 429 asks for, from `Failure.retryAt`. */
export function close(state: BudgetState, until: number): BudgetState {
  return { ...state, closedUntil: Math.max(state.closedUntil, until) };
}

/**
 * The state at `now` (ms), to be asked for before each use and stored every few minutes. If the device's clock was
 * set back since the last time, what had to wait waits as long as it had to then, instead of until the old time
 * comes again.
 */
export function keptRight(state: BudgetState, now: number): BudgetState {
  const ms = Math.max(0, (state.rightAt ?? now) - now);
  const windows = state.windows.map((window) => ({
    ...window,
    stamps: window.stamps.map((stamps) => ({ ...stamps, first: stamps.first - ms, last: stamps.last - ms })),
    told: window.told && { ...window.told, until: window.told.until - ms },
  }));
  return { ...state, windows, closedUntil: state.closedUntil - ms, rightAt: now };
}

function findWindow(state: BudgetState, observed: ObservedWindow): number {
  if (observed.seconds !== null) return state.windows.findIndex((w) => w.seconds === observed.seconds);
  return state.windows.findIndex((w) => w.limit === observed.limit);
}

function learnWindow(state: BudgetState, observed: ObservedWindow, now: number): BudgetState {
  const { limit, remaining, resetAt } = observed;
  const index = findWindow(state, observed);
  const window = state.windows[index] ?? newWindow(state, observed);
  if (!window) return remaining === 0 && resetAt !== null ? close(state, resetAt) : state;
  const learned: BudgetWindow = {
    ...window,
    limit: limit ?? window.limit,
    told: remaining === null ? window.told : { remaining, until: resetAt ?? now + window.seconds * 1000 },
  };
  return { ...state, windows: index < 0 ? [...state.windows, learned] : state.windows.with(index, learned) };
}

/** A window that the profile does not name, if enough is told of it. */
function newWindow(state: BudgetState, { seconds, limit }: ObservedWindow): BudgetWindow | null {
  if (!seconds || !limit || state.windows.length >= MOST_WINDOWS) return null;
  return { seconds, limit, keep: Math.max(TOLD_KEEP, Math.ceil(limit * 0.02)), stamps: [], told: null };
}

/** Takes in what an answer's headers say (limits, what is left, `Retry-After`); `now` (ms) is when it came. */
export function learn(state: BudgetState, headers: Headers, now: number): BudgetState {
  const read = readRateHeaders(headers, now);
  const learned = read.windows.reduce((next, window) => learnWindow(next, window, now), state);
  return read.retryAt === null ? learned : close(learned, read.retryAt);
}
