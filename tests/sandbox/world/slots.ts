// The posting times of a channel as instants, in its own time zone.
import { Temporal } from 'temporal-polyfill';
import { type Channel, type ScheduleDay, WEEK } from './model.ts';

const HORIZON_DAYS = 10 * 366;

/** A queued post needs some time to be prepared, so a slot that is about to pass is not given away. */
export const LEAD_MS = 60_000;

function timesOn(date: Temporal.PlainDate, schedule: readonly ScheduleDay[]): readonly string[] {
  const day = WEEK[date.dayOfWeek - 1];
  return schedule.filter((entry) => entry.day === day && !entry.paused).flatMap((entry) => entry.times);
}

function instantsOn(date: Temporal.PlainDate, channel: Channel): number[] {
  const zone = channel.timezone;
  // A time that a clock change skips moves forward, a doubled one means its first passing ("compatible").
  const instants = timesOn(date, channel.postingSchedule).map(
    (time) =>
      date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds,
  );
  return [...new Set(instants)].sort((a, b) => a - b);
}

/** The channel's slots at or after `from` in order, at most ten years ahead; none when it has no posting times. */
export function* slotsFrom(channel: Channel, from: number): Generator<number> {
  if (!channel.postingSchedule.some((entry) => !entry.paused && entry.times.length > 0)) return;
  let date = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(channel.timezone).toPlainDate();
  let last = Number.NEGATIVE_INFINITY;
  for (let day = 0; day < HORIZON_DAYS; day += 1) {
    for (const instant of instantsOn(date, channel)) {
      // A day without midnight can hand the same instant to two dates.
      if (instant < from || instant <= last) continue;
      last = instant;
      yield instant;
    }
    date = date.add({ days: 1 });
  }
}

/** The first slot nobody holds, at least a minute from now; null when the channel has no posting times. */
export function nextFreeSlot(channel: Channel, taken: ReadonlySet<number>, now: number): number | null {
  for (const slot of slotsFrom(channel, now + LEAD_MS)) {
    if (!taken.has(slot)) return slot;
  }
  return null;
}

/** The first and last instant of the day that `now` falls into for the channel. */
export function dayAround(channel: Channel, now: number): { start: number; end: number } {
  const start = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(channel.timezone).startOfDay();
  return { start: start.epochMilliseconds, end: start.add({ days: 1 }).epochMilliseconds - 1 };
}
