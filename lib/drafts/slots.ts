// The next free slot of a channel, worked out here from its posting times and from what is known to wait in it.
import type { Channel, Post, ShareMode } from '../buffer/types.ts';
import { WEEK } from '../buffer/week.ts';

/** Buffer's queue as it was read at `fetchedAt`; from `end` on nothing is known of it (both ms). */
export interface KnownQueue {
  fetchedAt: number;
  posts: readonly Pick<Post, 'id' | 'channelId' | 'status' | 'dueAt' | 'isCustomTime'>[];
  end: number;
}

/** A post that was handed over from here and does not stand in the queue as it is known. */
export interface Joining {
  channelId: string;
  mode: ShareMode;
  /** When Buffer has said that it is due (ms); null while it is on its way there. */
  dueAt: number | null;
}

export interface Known {
  queue: KnownQueue;
  joining: readonly Joining[];
  /** Milliseconds since the epoch. */
  now: number;
}

/** Why a channel has no next slot that could be told. */
export type NoSlot = 'paused' | 'no-times' | 'unknown';
export type NextSlot = { at: number } | { none: NoSlot };

const MINUTE_MS = 60_000;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** When a post would be shared that joins the channel's queue now (ms): at its end, or before everything that waits. */
export function nextSlot(channel: Channel, mode: 'queue' | 'next', known: Known): NextSlot {
  if (channel.isPaused) return { none: 'paused' };
  const times = timesByDay(channel);
  if (times.size === 0) return { none: 'no-times' };
  const slots = slotsAfter(times, channel.timezone, known.now + MINUTE_MS);
  if (!slots) return { none: 'unknown' };
  const held = holdingsOf(channel.id, known);
  const at = firstFree(slots, held.minutes, mode === 'queue' ? held.waiting : 0);
  const first = mode === 'next' ? Math.min(at, ...held.queued.filter((due) => due > known.now)) : at;
  return first > known.queue.end ? { none: 'unknown' } : { at: first };
}

/** The times of each weekday (0 for Monday) on which something is shared. */
function timesByDay({ schedule }: Channel): Map<number, string[]> {
  const byDay = new Map<number, string[]>();
  for (const { day, times, paused } of schedule) {
    const index = WEEK.indexOf(day);
    const valid = times.filter((time) => TIME.test(time));
    if (index < 0 || paused || valid.length === 0) continue;
    byDay.set(index, [...(byDay.get(index) ?? []), ...valid]);
  }
  return byDay;
}

/** Every slot from a moment (ms) on, without an end; null in a zone that this browser has never heard of. */
function slotsAfter(times: Map<number, string[]>, zone: string, from: number): Generator<number> | null {
  try {
    const today = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate();
    return slots(times, { zone, today, from });
  } catch {
    return null;
  }
}

function* slots(
  times: Map<number, string[]>,
  { zone, today, from }: { zone: string; today: Temporal.PlainDate; from: number },
): Generator<number> {
  let last = from - 1;
  for (let day = today; ; day = day.add({ days: 1 })) {
    const moments = (times.get(day.dayOfWeek - 1) ?? []).map((time) => momentOn(day, time, zone));
    for (const moment of moments.sort((a, b) => a - b)) {
      if (moment <= last) continue;
      last = moment;
      yield moment;
    }
  }
}

/** Temporal moves a time that the clocks skip forward, and takes the first passing of one that they show twice. */
function momentOn(day: Temporal.PlainDate, time: string, timeZone: string): number {
  return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}

interface Holdings {
  /** Starts of the minutes (ms) that something is scheduled for. */
  minutes: Set<number>;
  /** When the posts of the queue itself are due (ms): those at a time of their own do not move. */
  queued: number[];
  /** How many more will take the next free slots, whichever these are. */
  waiting: number;
}

function holdingsOf(channelId: string, { queue, joining }: Known): Holdings {
  const posts = queue.posts.filter((post) => post.channelId === channelId && post.status === 'scheduled');
  const held: Holdings = { minutes: new Set(), queued: [], waiting: 0 };
  for (const { dueAt, isCustomTime } of posts) {
    if (dueAt !== null) hold(held, dueAt, !isCustomTime);
  }
  const own = joining.filter((post) => post.channelId === channelId);
  for (const { dueAt, mode } of own) if (dueAt !== null) holdConfirmed(held, dueAt, mode);
  for (const { dueAt, mode } of own) if (dueAt === null) holdComing(held, mode);
  return held;
}

function hold({ minutes, queued }: Holdings, moment: number, isQueued: boolean): void {
  minutes.add(moment - (moment % MINUTE_MS));
  if (isQueued) queued.push(moment);
}

/** What went to the top has pushed another post out of the slot where that is known to be: one more has moved on. */
function holdConfirmed(held: Holdings, dueAt: number, mode: ShareMode): void {
  const isQueued = typeof mode === 'string';
  if (isQueued && held.minutes.has(dueAt)) held.waiting += 1;
  else hold(held, dueAt, isQueued);
}

function holdComing(held: Holdings, mode: ShareMode): void {
  if (typeof mode === 'object') hold(held, mode.at, false);
  else if (mode === 'queue' || mode === 'next') held.waiting += 1;
}

function firstFree(slots: Generator<number>, taken: Set<number>, passedOver: number): number {
  let left = passedOver;
  for (const slot of slots) {
    if (taken.has(slot)) continue;
    if (left === 0) return slot;
    left -= 1;
  }
  return Number.POSITIVE_INFINITY;
}
