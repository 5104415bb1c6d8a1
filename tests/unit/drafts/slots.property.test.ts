// The next slot against an oracle that walks the days with `Intl` alone, and lets the posts join one by one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Channel } from '../../../lib/buffer/types.ts';
import { nextSlot } from '../../../lib/drafts/slots.ts';
import { berlin, handedOver, WEEK } from './slots.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'UTC',
];

const CLOCKS = new Map(
  ZONES.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }),
  ]),
);

/** What the clocks on the wall show, as if it were UTC. */
function wall(moment: number, zone: string): number {
  return Date.parse(`${CLOCKS.get(zone)?.format(moment).replace(' ', 'T')}Z`);
}

/** When the clocks show it first; what they skip is counted on from the time before. */
function momentOf(shown: number, zone: string): number {
  const [before, after] = [shown - DAY, shown + DAY].map((near) => shown - (wall(near, zone) - near));
  const real = [before, after].filter((moment) => moment !== undefined && wall(moment, zone) === shown);
  return real.length > 0 ? Math.min(...(real as number[])) : (before as number);
}

function allSlots({ schedule, timezone }: Channel, from: number): number[] {
  const today = wall(from, timezone) - (wall(from, timezone) % DAY);
  const slots = Array.from({ length: 40 }, (_, index) => today + (index - 1) * DAY).flatMap((day) => {
    const weekday = WEEK[(new Date(day).getUTCDay() + 6) % 7];
    const times = schedule.filter((one) => one.day === weekday && !one.paused).flatMap((one) => one.times);
    return times.map((time) => momentOf(day + Date.parse(`1970-01-01T${time}:00Z`), timezone));
  });
  return [...new Set(slots)].filter((slot) => slot >= from + MINUTE).sort((a, b) => a - b);
}

// Half of them in the hours in which clocks change.
const time = fc
  .tuple(fc.oneof(fc.nat(3), fc.nat(23)), fc.constantFrom('00', '15', '30', '45'))
  .map(([hour, minutes]) => `${String(hour).padStart(2, '0')}:${minutes}`);
// Around changes of the clocks, and at any other time.
const moment = fc.oneof(
  fc.constantFrom(
    '2026-10-24T12:00Z',
    '2027-03-27T12:00Z',
    '2026-10-31T12:00Z',
    '2027-03-13T12:00Z',
    '2026-10-03T12:00Z',
  ),
  fc.integer({ min: 0, max: 365 }).map((day) => new Date(Date.UTC(2026, 10, 24) + day * DAY).toISOString()),
);
const week = fc.tuple(
  ...WEEK.map((day) =>
    fc.record({ day: fc.constant(day), times: fc.array(time, { maxLength: 3 }), paused: fc.boolean() }),
  ),
);

test('it is the slot that the oracle gives', () => {
  const world = fc.record({
    zone: fc.constantFrom(...ZONES),
    schedule: week,
    start: moment,
    offset: fc.integer({ min: 0, max: 1440 }),
    /** Which of the slots are taken already, and what comes there. */
    taken: fc.array(fc.record({ slot: fc.nat(9), isCustomTime: fc.boolean() }), { maxLength: 6 }),
    coming: fc.array(fc.constantFrom('queue' as const, 'next' as const), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(world, ({ zone, schedule, start, offset, taken, coming }) => {
      const now = Date.parse(start) + offset * MINUTE;
      const channel = berlin({ timezone: zone, schedule: [...schedule] });
      const slots = allSlots(channel, now);
      fc.pre(slots.length > 20);
      const posts = taken.map(({ slot, isCustomTime }, index) => ({
        id: String(index),
        channelId: channel.id,
        status: 'scheduled' as const,
        dueAt: slots[slot] ?? null,
        isCustomTime,
      }));
      const free = slots.filter((slot) => !posts.some(({ dueAt }) => dueAt === slot));
      const entries = coming.map((mode) => handedOver({ mode }));
      const queue = { fetchedAt: 0, posts, end: Number.POSITIVE_INFINITY };
      const known = { queue, joining: entries, now };
      expect(nextSlot(channel, 'queue', known)).toEqual({ at: free[coming.length] });
      const fixed = posts.filter(({ isCustomTime }) => isCustomTime).map(({ dueAt }) => dueAt);
      const movable = posts.filter(({ isCustomTime }) => !isCustomTime).map(({ dueAt }) => dueAt);
      const top = slots.find((slot) => !fixed.includes(slot) || movable.includes(slot));
      expect(nextSlot(channel, 'next', known)).toEqual({ at: top });
    }),
    { numRuns: 1500 },
  );
});
