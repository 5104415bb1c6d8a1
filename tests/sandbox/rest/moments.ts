// Times in the classic API's words: unix seconds, "Today", "Monday 7th November", "6:13 am".
import { Temporal } from 'temporal-polyfill';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** Unix seconds from milliseconds. */
export const seconds = (time: number): number => Math.floor(time / 1000);

function ordinal(number: number): string {
  const isTeen = number >= 11 && number <= 13;
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}

function dayWords(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const distance = today.until(day).days;
  if (distance === 0) return 'Today';
  if (distance === 1) return 'Tomorrow';
  return `${DAYS[day.dayOfWeek - 1]} ${ordinal(day.day)} ${MONTHS[day.month - 1]}`;
}

const zoned = (time: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone);

export interface Seen {
  /** Milliseconds. */
  now: number;
  zone: string;
}

/** `day` and `due_time` as a person in the zone would say them. */
export function dueWords(time: number, { now, zone }: Seen): { day: string; due_time: string } {
  const at = zoned(time, zone);
  const clock = `${at.hour % 12 || 12}:${String(at.minute).padStart(2, '0')}`;
  return {
    day: dayWords(at.toPlainDate(), zoned(now, zone).toPlainDate()),
    due_time: `${clock} ${at.hour < 12 ? 'am' : 'pm'}`,
  };
}
