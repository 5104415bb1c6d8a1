// Moments and days in a channel's own time zone, in a person's words.

import { learned } from './learned.ts';

let hourCycle: 'h12' | 'h23' | undefined;

/** Has times of day written with 12 or 24 hours from now on; with anything else as the browser's language does. */
export function setClock(hours: 12 | 24 | null | undefined): void {
  hourCycle = hours === 24 ? 'h23' : hours === 12 ? 'h12' : undefined;
}

/** The only number of its kind in a time of day. */
const MINUTE = '47';

/** How each full hour is written, with `MINUTE` for the minutes. */
function hours(): string[] {
  return learned(`hours ${hourCycle ?? 'as usual'}`, () => {
    const style = { hour: 'numeric', minute: '2-digit', numberingSystem: 'latn' } as const;
    const format = new Intl.DateTimeFormat(undefined, { ...style, timeZone: 'UTC', hourCycle });
    return Array.from({ length: 24 }, (_, hour) => format.format(Date.UTC(2024, 0, 1, hour, Number(MINUTE))));
  });
}

/** `Mon` and so on, Monday first. */
function shortWeekdays(): string[] {
  return learned('weekdays', () => {
    const format = new Intl.DateTimeFormat(undefined, { weekday: 'short', timeZone: 'UTC' });
    return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, 1 + day)));
  });
}

/** A zone that this browser has never heard of is as good as the person's own. */
function zoned(ms: number, zone = ownZone()): Temporal.ZonedDateTime {
  const instant = Temporal.Instant.fromEpochMilliseconds(ms);
  try {
    return instant.toZonedDateTimeISO(zone);
  } catch {
    return instant.toZonedDateTimeISO(ownZone());
  }
}

/** The person's own zone. */
export function ownZone(): string {
  return Temporal.Now.timeZoneId();
}

/** The day there at a moment (ms): `2026-11-24`. */
export function dayIn(ms: number, zone: string): string {
  return zoned(ms, zone).toPlainDate().toString();
}

/** The time of day there, or here without a zone: `17:30` or `5:30 PM`. */
export function clockIn(ms: number, zone?: string): string {
  const { hour, minute } = zoned(ms, zone);
  return hours()[hour]?.replace(MINUTE, String(minute).padStart(2, '0')) ?? '';
}

/** `Tue`, there or here without a zone. */
export function weekdayIn(ms: number, zone?: string): string {
  return shortWeekdays()[zoned(ms, zone).dayOfWeek - 1] ?? '';
}

/** The time in another zone where it differs: `22:30`, or `Sat 02:30` on another day than here; else null. */
export function otherClock(ms: number, here: string, there: string): string | null {
  const clock = clockIn(ms, there);
  if (dayIn(ms, here) !== dayIn(ms, there)) return `${weekdayIn(ms, there)} ${clock}`;
  return clock === clockIn(ms, here) ? null : clock;
}

/** How many days a day (`YYYY-MM-DD`) lies after today there, at `now` (ms). */
export function daysAhead(day: string, now: number, zone: string): number {
  return Math.round((Date.parse(day) - Date.parse(dayIn(now, zone))) / 86_400_000);
}

/** The day so many days after another (`YYYY-MM-DD`). */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The one letter or so that stands for the weekday of a day (`YYYY-MM-DD`). */
export function narrowWeekday(day: string): string {
  return new Intl.DateTimeFormat(undefined, { weekday: 'narrow', timeZone: 'UTC' }).format(Date.parse(day));
}

/** `Tuesday 24 November`, with the year where it is another one than now (ms). */
export function longDay(day: string, now: number): string {
  const isThisYear = day.startsWith(`${new Date(now).getFullYear()}-`);
  return new Intl.DateTimeFormat(undefined, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(Date.parse(day));
}

/** A weekday's name from its number, 0 for Monday. */
export function weekdayName(index: number): string {
  return new Intl.DateTimeFormat(undefined, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1 + index),
  );
}

/** `17:30` as the person writes times of day. */
export function clockOf(time: string): string {
  const ms = Date.parse(`2024-01-01T${time}:00Z`);
  return Number.isNaN(ms) ? time : clockIn(ms, 'UTC');
}

/** `New York` of `America/New_York`. */
export function cityOf(zone: string): string {
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
}
