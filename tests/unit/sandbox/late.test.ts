// Late commits by themselves: what brings them, and how moves of the clock that meet keep out of each other's way.
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLate, type Late } from '../../sandbox/control/late.ts';
import { createClock } from '../../sandbox/world/clock.ts';

const START = Date.parse('2026-03-02T09:00:00Z');
const HOUR = 3_600_000;
const clock = createClock(START);
let stopping: AbortController;
let late: Late;
beforeEach(() => {
  clock.set(START);
  stopping = new AbortController();
  late = createLate(clock, stopping.signal);
});
afterEach(() => {
  stopping.abort();
  vi.restoreAllMocks();
});

/** Seconds since the start, as a commit finds them. */
const passed = () => Math.round((clock.now() - START) / 1000);

test('real time alone brings it, with nobody asking', async () => {
  const committed = Promise.withResolvers<number>();
  await late.hold(clock.now() + 50, async (untilDue) => {
    await untilDue();
    committed.resolve(clock.now());
  });
  expect(await committed.promise).toBeGreaterThanOrEqual(START + 50);
});

test('moves that meet add up, though a commit takes its time in the midst of one', async () => {
  const found: number[] = [];
  await late.hold(clock.now() + 60_000, async (untilDue) => {
    await untilDue();
    found.push(passed());
    await turn();
    found.push(passed());
  });
  const ahead = () => clock.now() + HOUR;
  await Promise.all([late.move(ahead), late.move(ahead)]);
  expect(found).toEqual([60, 60]);
  expect(passed()).toBe(7200);
});

test('a request that ends without a commit holds nothing up', async () => {
  await late.hold(clock.now() + 60_000, async () => undefined);
  await late.move(() => clock.now() + HOUR);
  expect(passed()).toBe(3600);
});

test('a commit that breaks is said, and the next one comes', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue();
  const committed = vi.fn();
  await late.hold(clock.now() + 1000, async (untilDue) => {
    await untilDue();
    throw new Error('broken');
  });
  await late.hold(clock.now() + 2000, (untilDue) => untilDue().then(committed));
  await late.move(() => clock.now() + HOUR);
  expect(said).toHaveBeenCalledWith('local Buffer: a late commit:', new Error('broken'));
  expect(committed).toHaveBeenCalledOnce();
});

test('a clock that is set back makes it wait longer', async () => {
  const committed = vi.fn();
  await late.hold(clock.now() + 60_000, (untilDue) => untilDue().then(committed));
  await late.move(() => START - HOUR);
  await late.move(() => START);
  expect(committed).not.toHaveBeenCalled();
  await late.move(() => START + 61_000);
  expect(committed).toHaveBeenCalledOnce();
});
