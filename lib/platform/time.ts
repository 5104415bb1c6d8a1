// Moments in a person's words, in their own zone and clock style.
import { kept } from '../networks/kept.ts';
import { learned } from './learned.ts';
import { clockIn, weekdayIn } from './zoned-time.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Yesterday, today and tomorrow. */
const nearDays = () => learned('days', () => [-1, 0, 1].map((days) => relative().format(days, 'day')));
const date = kept(() => new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' }));
const relative = kept(() => new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }));

function startOfDay(ms: number): number {
  return new Date(ms).setHours(0, 0, 0, 0);
}

function daysUntil(ms: number, now: number): number {
  return Math.round((startOfDay(ms) - startOfDay(now)) / DAY_MS);
}

/** A moment near `now` (both ms): `today 17:30`, `tomorrow 09:10`, `Tue 09:10`, `24 Nov 09:10`. */
export function shortMoment(ms: number, now: number): string {
  const days = daysUntil(ms, now);
  const time = clockIn(ms);
  const near = nearDays()[days + 1] ?? (days > 0 && days < 7 ? weekdayIn(ms) : date().format(ms));
  return `${near} ${time}`;
}

/** The same, with the time of day alone (`17:30` or `5:30 PM`) for a moment of today. */
export function timeOrMoment(ms: number, now: number): string {
  return daysUntil(ms, now) === 0 ? clockIn(ms) : shortMoment(ms, now);
}

/** A moment of some days ago without its time of day: `12 days ago`, `3 months ago`; a later one as `shortMoment`. */
export function dayOrMoment(ms: number, now: number): string {
  const days = daysUntil(ms, now);
  if (days >= -1) return shortMoment(ms, now);
  return days > -60 ? relative().format(days, 'day') : relative().format(Math.round(days / 30), 'month');
}
