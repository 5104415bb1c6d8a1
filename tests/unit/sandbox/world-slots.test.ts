import { describe, expect, test } from 'vitest';
import type { Channel, Day } from '../../sandbox/world/model.ts';
import { seedChannels } from '../../sandbox/world/seed-channels.ts';
import { dayAround, nextFreeSlot, slotsFrom } from '../../sandbox/world/slots.ts';
import { ORIGIN } from './local-api.ts';

const WEEK: Day[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function channel(timezone: string, times: string[], paused: Day[] = []): Channel {
  const [first] = seedChannels(0, ORIGIN);
  if (!first) throw new Error('no channel is seeded');
  const postingSchedule = WEEK.map((day) => ({ day, times, paused: paused.includes(day) }));
  return { ...first, timezone, postingSchedule };
}

function slots(from: string, count: number, of: Channel): string[] {
  return [...slotsFrom(of, Date.parse(from)).take(count)].map((slot) => new Date(slot).toISOString());
}

describe('slots over a change of the clocks', () => {
  test.each([
    ['America/New_York', '2026-03-08T05:00:00Z', ['2026-03-08T07:30:00.000Z', '2026-03-08T13:00:00.000Z']],
    ['Europe/Berlin', '2026-03-28T23:00:00Z', ['2026-03-29T01:30:00.000Z', '2026-03-29T07:00:00.000Z']],
    ['Australia/Sydney', '2026-10-03T14:00:00Z', ['2026-10-03T16:30:00.000Z', '2026-10-03T22:00:00.000Z']],
  ])(
    '%s: a time that is skipped moves an hour on, later ones keep their clock time',
    (zone, from, expected) => {
      expect(slots(from, 2, channel(zone, ['02:30', '09:00']))).toEqual(expected);
    },
  );

  test.each([
    [
      'America/New_York',
      '01:30',
      '2026-11-01T04:00:00Z',
      ['2026-11-01T05:30:00.000Z', '2026-11-01T14:00:00.000Z'],
    ],
    [
      'Europe/Berlin',
      '02:30',
      '2026-10-24T22:00:00Z',
      ['2026-10-25T00:30:00.000Z', '2026-10-25T08:00:00.000Z'],
    ],
    [
      'Australia/Sydney',
      '02:30',
      '2026-04-04T13:00:00Z',
      ['2026-04-04T15:30:00.000Z', '2026-04-04T23:00:00.000Z'],
    ],
  ])('%s: a doubled time is one slot, at its first passing', (zone, time, from, expected) => {
    expect(slots(from, 2, channel(zone, [time, '09:00']))).toEqual(expected);
  });

  test('the skipped time and the one it moves to are one slot', () => {
    const found = slots('2026-03-08T05:00:00Z', 2, channel('America/New_York', ['02:30', '03:30']));
    expect(found).toEqual(['2026-03-08T07:30:00.000Z', '2026-03-09T06:30:00.000Z']);
  });
});

describe('slots', () => {
  test('come in order of time, whatever the order of the schedule', () => {
    const found = slots('2026-03-02T00:00:00Z', 3, channel('UTC', ['18:00', '07:00']));
    expect(found).toEqual([
      '2026-03-02T07:00:00.000Z',
      '2026-03-02T18:00:00.000Z',
      '2026-03-03T07:00:00.000Z',
    ]);
  });

  test('pass over paused days', () => {
    const found = slots('2026-03-02T08:00:00Z', 1, channel('UTC', ['07:00'], ['tue', 'wed']));
    expect(found).toEqual(['2026-03-05T07:00:00.000Z']);
  });

  test('start at the day of the channel, not of the server', () => {
    const found = slots('2026-03-02T23:00:00Z', 1, channel('Pacific/Auckland', ['13:00']));
    expect(found).toEqual(['2026-03-03T00:00:00.000Z']);
  });

  test('less than a minute away are not given away', () => {
    const daily = channel('UTC', ['07:00']);
    const at = (time: string) => nextFreeSlot(daily, new Set(), Date.parse(time));
    expect(at('2026-03-02T06:59:00Z')).toBe(Date.parse('2026-03-02T07:00:00Z'));
    expect(at('2026-03-02T06:59:00.001Z')).toBe(Date.parse('2026-03-03T07:00:00Z'));
  });

  test('that are taken are passed over', () => {
    const taken = new Set([Date.parse('2026-03-02T07:00:00Z')]);
    const slot = nextFreeSlot(channel('UTC', ['07:00']), taken, Date.parse('2026-03-02T00:00:00Z'));
    expect(slot).toBe(Date.parse('2026-03-03T07:00:00Z'));
  });

  test('do not exist without posting times', () => {
    expect(nextFreeSlot(channel('UTC', []), new Set(), 0)).toBeNull();
  });

  test('a day of 23 hours is a day', () => {
    const { start, end } = dayAround(channel('Europe/Berlin', []), Date.parse('2026-03-29T12:00:00Z'));
    expect(end + 1 - start).toBe(23 * 3_600_000);
  });
});
