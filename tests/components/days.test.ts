// Posts by day and their times, in the zone of one channel or of the person.
import { describe, expect, it } from 'vitest';
import { byDay, commonZone, loadOf } from '@/components/posts/days.ts';
import { timeOrMoment } from '@/lib/platform/time.ts';
import {
  cityOf,
  clockIn,
  clockOf,
  dayIn,
  daysAhead,
  otherClock,
  ownZone,
  setClock,
} from '@/lib/platform/zoned-time.ts';
import { channel, NOW, post } from './buffers-posts.ts';

describe('days', () => {
  it('end at midnight of the zone; what has no time yet is last', () => {
    // 12:00 UTC, which is 13:00 in Berlin and 21:00 in Tokyo.
    const posts = [post('none', null), post('1', 1), post('2', 4), post('3', 12)];
    const days = (zone: string) =>
      byDay(posts, zone).map(({ date, posts: those }) => [date, those.map(({ id }) => id)]);
    expect(days('Europe/Berlin')).toEqual([
      ['2026-11-24', ['1', '2']],
      ['2026-11-25', ['3']],
      [null, ['none']],
    ]);
    expect(days('Asia/Tokyo')).toEqual([
      ['2026-11-24', ['1']],
      ['2026-11-25', ['2', '3']],
      [null, ['none']],
    ]);
  });

  it('have a load each, from today on, across the end of a month', () => {
    const days = byDay([post('1', 1), post('2', 2), post('3', 24 * 7), post('none', null)], 'UTC');
    const load = loadOf(days, '2026-11-24', 8);
    expect(load[0]).toEqual({ date: '2026-11-24', count: 2 });
    expect(load[7]).toEqual({ date: '2026-12-01', count: 1 });
    expect(load.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  });

  it('are counted across a change of the clocks', () => {
    const before = Date.parse('2026-10-24T22:30:00Z');
    expect(daysAhead('2026-10-26', before, 'Europe/Berlin')).toBe(1);
    expect(daysAhead('2026-10-25', before, 'Europe/Berlin')).toBe(0);
  });

  it('are told in the zone of the channels if they have one, else in the person’s own', () => {
    expect(commonZone([channel('a'), channel('b')])).toBe('Europe/Berlin');
    expect(commonZone([channel('a'), channel('b', { timezone: 'Asia/Tokyo' })])).toBe(ownZone());
    expect(commonZone([])).toBe(ownZone());
  });
});

describe('times', () => {
  it('are told for elsewhere where they differ, with the day where that differs too', () => {
    expect(otherClock(NOW, 'Europe/Berlin', 'Europe/Paris')).toBeNull();
    expect(otherClock(NOW, 'Europe/Berlin', 'Europe/London')).toBe(clockOf('12:00'));
    expect(otherClock(NOW + 4 * 3_600_000, 'Europe/Berlin', 'Asia/Tokyo')).toBe(`Wed ${clockOf('01:00')}`);
  });

  it('are written with 12 or 24 hours as the person has set it', () => {
    const moment = Date.parse('2026-11-24T16:05:00Z');
    setClock(24);
    expect([clockIn(moment, 'UTC'), clockOf('09:10'), clockOf('00:05')]).toEqual(['16:05', '09:10', '00:05']);
    expect(timeOrMoment(moment, moment)).toBe(clockIn(moment));
    setClock(12);
    expect([clockIn(moment, 'UTC'), clockOf('00:05')].map((words) => words.replace(/\s/, ' '))).toEqual([
      '4:05 PM',
      '12:05 AM',
    ]);
    expect(timeOrMoment(moment, moment)).toBe(clockIn(moment));
    setClock(null);
    const asUsual = new Intl.DateTimeFormat(undefined, { timeStyle: 'short', timeZone: 'UTC' });
    expect(clockIn(moment, 'UTC')).toBe(asUsual.format(moment));
  });

  it('survive a zone that the browser has never heard of', () => {
    expect(dayIn(NOW, 'Mars/Olympus')).toBe(dayIn(NOW, ownZone()));
    expect(cityOf('America/Port_of_Spain')).toBe('Port of Spain');
  });
});
