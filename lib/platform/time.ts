// Moments in a person's words, in their own zone and clock style.

const DAY_MS = 24 * 60 * 60 * 1000;

function startOfDay(ms: number): number {
  return new Date(ms).setHours(0, 0, 0, 0);
}

/** The time of day, as `17:30` or `5:30 PM`. */
export function timeOfDay(ms: number): string {
  return new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' }).format(ms);
}

/** A moment near `now` (both ms): `today 17:30`, `tomorrow 09:10`, `Tue 09:10`, `24 Nov 09:10`. */
export function shortMoment(ms: number, now: number): string {
  const days = Math.round((startOfDay(ms) - startOfDay(now)) / DAY_MS);
  if (Math.abs(days) <= 1) {
    const word = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(days, 'day');
    return `${word} ${timeOfDay(ms)}`;
  }
  const format: Intl.DateTimeFormatOptions =
    days > 0 && days < 7 ? { weekday: 'short' } : { day: 'numeric', month: 'short' };
  return `${new Intl.DateTimeFormat(undefined, format).format(ms)} ${timeOfDay(ms)}`;
}
