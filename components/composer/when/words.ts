// What is said of a moment: elsewhere, in the person's zone, and in the hours in which clocks change.

import { localMinute } from '@/lib/drafts/local-time.ts';
import type { NoSlot } from '@/lib/drafts/slots.ts';
import { t } from '@/lib/platform/i18n.ts';
import { cityOf, clockIn, clockOf, otherClock, ownZone, weekdayName } from '@/lib/platform/zoned-time.ts';

/** The time in another zone where it differs from here: `03:10 in New York`; else null. `moment` in ms. */
export function elsewhere(moment: number, zone: string): string | null {
  const there = otherClock(moment, ownZone(), zone);
  return there === null ? null : t('when.inZone', [there, cityOf(zone)]);
}

const NONE: Record<NoSlot, 'when.isPaused' | 'when.noTimes' | 'when.notKnown'> = {
  paused: 'when.isPaused',
  'no-times': 'when.noTimes',
  unknown: 'when.notKnown',
};

export function noSlot(none: NoSlot): string {
  return t(NONE[none]);
}

/** `UTC+1`, `UTC−3:30` or `UTC`. */
function offsetWords(zoned: Temporal.ZonedDateTime): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)/.exec(zoned.offset) ?? [];
  if (zoned.offsetNanoseconds === 0) return 'UTC';
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}

/** Of a local time (`YYYY-MM-DDTHH:MM`): in which zone it is told, and what the clocks do to it there. */
export function zoneWords(local: string, zone: string): { zone: string; change: string | null } {
  const plain = Temporal.PlainDateTime.from(local);
  const zoned = plain.toZonedDateTime(zone);
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  const offset = offsetWords(zoned);
  const name = offset === zone ? zone : `${zone} (${offset})`;
  return { zone: t('when.yourTime', [name]), change: changeWords(plain, zoned, later) };
}

function changeWords(
  plain: Temporal.PlainDateTime,
  zoned: Temporal.ZonedDateTime,
  later: Temporal.ZonedDateTime,
): string | null {
  const wanted = clockIn(Date.parse(`${plain}Z`), 'UTC');
  const day = plain.toLocaleString(undefined, { day: 'numeric', month: 'long' });
  if (!zoned.toPlainDateTime().equals(plain)) {
    return t('when.skipped', [wanted, day, clockIn(zoned.epochMilliseconds, zoned.timeZoneId)]);
  }
  return later.equals(zoned) ? null : t('when.twice', [wanted, day, offsetWords(zoned)]);
}

/** What a time that is picked often is called, and the local time that it stands for. */
export interface QuickTime {
  words: string;
  local: string;
}

/** In an hour, the next morning, and the next Monday's unless that is the same; `now` in ms. */
export function quickTimes(now: number): QuickTime[] {
  const toMonday = (8 - new Date(now).getDay()) % 7 || 7;
  const nine = clockOf('09:00');
  const morning = (days: number) => localMinute(new Date(now).setHours(24 * days + 9, 0, 0, 0));
  return [
    { words: t('when.inAnHour'), local: localMinute(now + 3_600_000) },
    { words: t('when.tomorrowAt', [nine]), local: morning(1) },
    ...(toMonday === 1 ? [] : [{ words: `${weekdayName(0)} ${nine}`, local: morning(toMonday) }]),
  ];
}
