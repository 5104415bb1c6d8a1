// The next free slot: posting times, clock changes, and what is known to hold a slot already.
import { describe, expect, it } from 'vitest';
import { berlin, daily, handedOver, slotOf, waiting } from './slots.ts';

describe('the next slot', () => {
  it('is the first posting time that is a minute away or more, in the channel’s own zone', () => {
    expect(slotOf(berlin(), { now: '2026-11-24T07:00:00Z' })).toBe('2026-11-24T08:10Z');
    expect(slotOf(berlin(), { now: '2026-11-24T08:09:00Z' })).toBe('2026-11-24T08:10Z');
    expect(slotOf(berlin(), { now: '2026-11-24T08:09:01Z' })).toBe('2026-11-24T15:30Z');
    expect(slotOf(berlin(), { now: '2026-11-24T16:00:00Z' })).toBe('2026-11-25T08:10Z');
    const tokyo = berlin({ timezone: 'Asia/Tokyo' });
    expect(slotOf(tokyo, { now: '2026-11-24T16:00:00Z' })).toBe('2026-11-25T00:10Z');
  });

  it('takes the times of a day in their order, twice told or not', () => {
    const channel = berlin({ schedule: daily('16:30', '09:10', '09:10') });
    const posts = [waiting('2026-11-24T08:10:00Z')];
    expect(slotOf(channel, { now: '2026-11-24T07:00:00Z' })).toBe('2026-11-24T08:10Z');
    expect(slotOf(channel, { now: '2026-11-24T07:00:00Z', posts })).toBe('2026-11-24T15:30Z');
  });

  it('passes over days that are paused, and days without times', () => {
    const schedule = daily('09:10').map((day) => ({
      ...day,
      paused: day.day === 'wed',
      times: day.day === 'thu' ? [] : day.times,
    }));
    expect(slotOf(berlin({ schedule }), { now: '2026-11-24T12:00:00Z' })).toBe('2026-11-27T08:10Z');
  });

  it('is none where nothing is shared, or where it cannot be known', () => {
    const now = '2026-11-24T12:00:00Z';
    const paused = daily('09:10').map((day) => ({ ...day, paused: true }));
    expect(slotOf(berlin({ isPaused: true }), { now })).toBe('paused');
    expect(slotOf(berlin({ schedule: [] }), { now })).toBe('no-times');
    expect(slotOf(berlin({ schedule: paused }), { now })).toBe('no-times');
    expect(slotOf(berlin({ schedule: daily('25:00', 'noon') }), { now })).toBe('no-times');
    expect(slotOf(berlin({ timezone: 'Mars/Olympus' }), { now })).toBe('unknown');
    expect(slotOf(berlin(), { now, end: Date.parse('2026-11-24T15:00:00Z') })).toBe('unknown');
    expect(slotOf(berlin(), { now, end: Date.parse('2026-11-24T15:30:00Z') })).toBe('2026-11-24T15:30Z');
  });
});

describe('a change of the clocks', () => {
  it('moves a time that is skipped forward', () => {
    const channel = berlin({ schedule: daily('02:30') });
    expect(slotOf(channel, { now: '2027-03-27T12:00:00Z' })).toBe('2027-03-28T01:30Z');
    expect(slotOf(channel, { now: '2027-03-28T02:00:00Z' })).toBe('2027-03-29T00:30Z');
  });

  it('gives no slot twice to two times that meet there', () => {
    const channel = berlin({ schedule: daily('02:30', '03:30') });
    const posts = [waiting('2027-03-28T01:30:00Z')];
    expect(slotOf(channel, { now: '2027-03-28T00:00:00Z', posts })).toBe('2027-03-29T00:30Z');
  });

  it('takes the first passing of an hour that comes twice', () => {
    const channel = berlin({ schedule: daily('02:30') });
    expect(slotOf(channel, { now: '2026-10-24T12:00:00Z' })).toBe('2026-10-25T00:30Z');
    expect(slotOf(channel, { now: '2026-10-25T01:00:00Z' })).toBe('2026-10-26T01:30Z');
  });
});

describe('what is taken', () => {
  const now = '2026-11-24T07:00:00Z';

  it('is what waits in Buffer, at a time of its own too, and only in this channel', () => {
    const at = (change: object) =>
      slotOf(berlin(), { now, posts: [waiting('2026-11-24T08:10:00Z', change)] });
    expect(at({})).toBe('2026-11-24T15:30Z');
    expect(at({ isCustomTime: true })).toBe('2026-11-24T15:30Z');
    expect(at({ channelId: 'another' })).toBe('2026-11-24T08:10Z');
    expect(at({ status: 'needs-approval' })).toBe('2026-11-24T08:10Z');
    expect(at({ dueAt: null })).toBe('2026-11-24T08:10Z');
    expect(at({ dueAt: Date.parse('2026-11-24T08:11:00Z') })).toBe('2026-11-24T08:10Z');
  });

  it('is also one slot for each post on its way to the queue', () => {
    const on = (...entries: Parameters<typeof handedOver>[0][]) =>
      slotOf(berlin(), { now, entries: entries.map(handedOver) });
    expect(on({}, { state: 'checking', mode: 'next' })).toBe('2026-11-25T08:10Z');
    expect(on({ mode: 'now' }, { mode: 'draft' }, { state: 'needs-you' }, { state: 'cancelled' })).toBe(
      '2026-11-24T08:10Z',
    );
    expect(on({ channelId: 'another' })).toBe('2026-11-24T08:10Z');
    expect(on({ mode: { at: Date.parse('2026-11-24T08:10:00Z') } })).toBe('2026-11-24T15:30Z');
    // The one that waits takes the next free slot, which the time of the other one has taken already.
    expect(on({}, { mode: { at: Date.parse('2026-11-24T08:10:00Z') } })).toBe('2026-11-25T08:10Z');
  });

  it('is what Buffer has confirmed since its queue was read, once', () => {
    const dueAt = Date.parse('2026-11-24T08:10:00Z');
    const confirmed = handedOver({ state: 'confirmed', remoteId: 'new', dueAt });
    expect(slotOf(berlin(), { now, entries: [confirmed] })).toBe('2026-11-24T15:30Z');
    const posts = [waiting('2026-11-24T08:10:00Z', { id: 'new' })];
    expect(slotOf(berlin(), { now, entries: [confirmed], posts })).toBe('2026-11-24T15:30Z');
    const longAgo = { ...confirmed, acceptedAt: -3_600_000 };
    expect(slotOf(berlin(), { now, entries: [longAgo] })).toBe('2026-11-24T08:10Z');
  });

  it('has moved on by one slot for a post that was put to the top', () => {
    const dueAt = Date.parse('2026-11-24T08:10:00Z');
    const top = handedOver({ state: 'confirmed', mode: 'next', remoteId: 'new', dueAt });
    const posts = [waiting('2026-11-24T08:10:00Z')];
    expect(slotOf(berlin(), { now, entries: [top], posts })).toBe('2026-11-25T08:10Z');
  });
});

describe('the top of the queue', () => {
  const now = '2026-11-24T07:00:00Z';
  const top = (posts: ReturnType<typeof waiting>[], entries = [] as ReturnType<typeof handedOver>[]) =>
    slotOf(berlin(), { now, posts, entries, mode: 'next' });

  it('is the first slot: who stands there moves', () => {
    expect(top([])).toBe('2026-11-24T08:10Z');
    expect(top([waiting('2026-11-24T08:10:00Z'), waiting('2026-11-24T15:30:00Z')])).toBe('2026-11-24T08:10Z');
    expect(top([waiting('2026-11-24T15:30:00Z')])).toBe('2026-11-24T08:10Z');
    expect(top([], [handedOver({}), handedOver({ mode: 'next' })])).toBe('2026-11-24T08:10Z');
  });

  it('comes after what has a time of its own there, which does not move', () => {
    const custom = waiting('2026-11-24T08:10:00Z', { isCustomTime: true });
    expect(top([custom])).toBe('2026-11-24T15:30Z');
    expect(top([custom, waiting('2026-11-24T15:30:00Z')])).toBe('2026-11-24T15:30Z');
  });
});
