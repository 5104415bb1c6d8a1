// Moments as a field for date and time has them: in the person's own zone.

const MINUTE_MS = 60_000;

/** A moment (ms) as a datetime-local field wants it, with seconds only where it has some. */
export function localTime(ms: number): string {
  const shifted = new Date(ms - new Date(ms).getTimezoneOffset() * MINUTE_MS).toISOString();
  return ms % MINUTE_MS === 0 ? shifted.slice(0, 16) : shifted.slice(0, 23);
}

/** The minute that a moment (ms) lies in. */
export function localMinute(ms: number): string {
  return localTime(ms - (ms % MINUTE_MS));
}
