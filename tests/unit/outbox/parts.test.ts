// The outbox's smaller parts: when to try again, what is due, what is shown, and what is kept beside the entries.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBudgetState } from '../../../lib/buffer/budget.ts';
import { backoff, lookBackoff } from '../../../lib/outbox/backoff.ts';
import { createBudgetKeeper } from '../../../lib/outbox/budget.ts';
import { dueSends, isExpired, LIMIT, nextWake } from '../../../lib/outbox/due.ts';
import type { Entry } from '../../../lib/outbox/entry.ts';
import { createServerClock } from '../../../lib/outbox/server-clock.ts';
import { createMemoryStore } from '../../../lib/outbox/store.memory.ts';
import type { Attempt } from '../../../lib/outbox/store.ts';
import { summarise } from '../../../lib/outbox/summary.ts';
import { lookWindow } from '../../../lib/outbox/window.ts';
import { caller, channel, entry, newPost, T0 } from './fixtures.ts';

const NOTHING_WRONG = { unreadable: [], lost: null };

describe('backoff', () => {
  test('looks grow further apart than sends, so that an outage of six hours leaves looks for after it', () => {
    expect([1, 5, 9].map((failures) => lookBackoff(failures, () => 0.5))).toEqual(
      [1, 5, 9].map((failures) => backoff(failures, () => 0.5)),
    );
    expect([10, 11, 12, 400].map((failures) => lookBackoff(failures, () => 0))).toEqual([
      256_000, 512_000, 900_000, 900_000,
    ]);
    expect(lookBackoff(400, () => 0.9999999)).toBeLessThanOrEqual(30 * 60_000);
    let [looks, waited] = [0, 0];
    for (; waited < 6 * 3_600_000; looks += 1) waited += lookBackoff(looks + 1, () => 0.1);
    expect(looks).toBeLessThan(40);
  });

  test('doubles from one second to five minutes', () => {
    const longest = [0, 1, 2, 3, 9, 10, 400].map((failures) => backoff(failures, () => 0.9999999));
    expect(longest).toEqual([1_000, 1_000, 2_000, 4_000, 256_000, 300_000, 300_000]);
  });

  test('is full jitter, and never nothing', () => {
    expect(backoff(3, () => 0)).toBe(1);
    expect(backoff(3, () => 0.5)).toBe(2_000);
  });
});

describe('what is due', () => {
  const online = { now: T0, online: true };
  const one = (id: string, change: Partial<Entry> = {}) => entry({ id, ...change });
  const sends = (entries: Entry[], moment = online) => dueSends(entries, moment).map(({ id }) => id);

  test('the oldest due of each channel', () => {
    const elsewhere = newPost({ channel: channel('c2') });
    expect(sends([one('a'), one('b'), one('c', { post: elsewhere }), one('d', { accountId: 'a2' })])).toEqual(
      ['a', 'c', 'd'],
    );
  });

  test.each<Partial<Entry>>([
    { nextAt: T0 + 1 },
    { nextAt: null },
    { state: 'checking' },
    { state: 'sending' },
  ])('an older queue post that is not through (%o) holds up the queue, and only the queue', (older) => {
    const timed = one('t', { post: newPost({ mode: { at: T0 } }) });
    expect(sends([one('a', older), one('b')])).toEqual([]);
    expect(sends([one('a', older), one('b'), timed])).toEqual(['t']);
  });

  test.each<Partial<Entry>>([
    { state: 'needs-you' },
    { state: 'confirmed', settledAt: T0 },
    { state: 'cancelled', settledAt: T0 },
    { state: 'checking', post: newPost({ mode: 'next' }) },
  ])('an older one that is out of the way (%o) does not', (older) => {
    expect(sends([one('a', older), one('b')])).toEqual(['b']);
  });

  test('what waits for a connection is due with it', () => {
    const waiting = one('a', { reason: 'offline', nextAt: T0 + 9 });
    expect(sends([waiting])).toEqual(['a']);
    expect(sends([waiting], { now: T0, online: false })).toEqual([]);
  });

  test('the next wake-up is the soonest of what can be done, and of what grows too old', () => {
    expect(nextWake([])).toBeNull();
    expect(nextWake([one('a', { nextAt: T0 + 5 }), one('b', { nextAt: T0 })])).toBe(T0 + 5);
    expect(nextWake([one('a', { state: 'checking', nextAt: T0 + 3 })])).toBe(T0 + 3);
    expect(nextWake([one('a', { nextAt: null })])).toBe(T0 + LIMIT);
    expect(nextWake([one('a', { state: 'needs-you', nextAt: null })])).toBeNull();
  });

  test('24 hours are the limit', () => {
    expect(isExpired(one('a'), T0 + LIMIT - 1)).toBe(false);
    expect(isExpired(one('a'), T0 + LIMIT)).toBe(true);
    expect(isExpired(one('a', { state: 'checking' }), T0 + LIMIT)).toBe(true);
    expect(isExpired(one('a', { state: 'needs-you' }), T0 + LIMIT)).toBe(false);
  });
});

describe('the window of a look', () => {
  const tried = (change: Partial<Attempt> = {}): Attempt => ({
    entryId: 'e1',
    n: 1,
    sentAt: T0,
    offset: 0,
    outcome: 'dropped',
    ...change,
  });
  const MARGIN = 120_000;
  const HOUR = 3_600_000;

  test.each<[string, Attempt[], number | null, object | null]>([
    ['nothing was sent', [], 0, null],
    [
      'nothing can have been committed',
      ['held', 'signed-out', 'refused'].map((outcome) => tried({ outcome })),
      0,
      null,
    ],
    [
      'by the server’s clock',
      [tried({ offset: HOUR })],
      HOUR,
      { possible: T0 + HOUR - MARGIN, certain: T0 + HOUR - MARGIN },
    ],
    [
      'learned since, by a clock that may have been set meanwhile',
      [tried({ offset: null })],
      HOUR,
      { possible: T0 - 24 * HOUR, certain: T0 + HOUR - MARGIN },
    ],
    ['never learned', [tried({ offset: null })], null, { possible: T0 - 24 * HOUR, certain: T0 - MARGIN }],
    ['the clock was put right', [tried()], HOUR, { possible: T0 - MARGIN, certain: T0 + HOUR - MARGIN }],
    ['a drift of seconds', [tried()], 9_000, { possible: T0 - MARGIN, certain: T0 - MARGIN }],
    [
      'from the first attempt',
      [tried({ sentAt: T0 + HOUR }), tried({ outcome: null })],
      0,
      { certain: T0 - MARGIN },
    ],
  ])('%s', (_name, attempts, offset, window) => {
    if (window) expect(lookWindow(attempts, offset)).toMatchObject(window);
    else expect(lookWindow(attempts, offset)).toBeNull();
  });
});

describe('the summary', () => {
  test('counts what is on its way and what needs someone', () => {
    const states = [
      'waiting',
      'sending',
      'checking',
      'needs-you',
      'needs-you',
      'confirmed',
      'cancelled',
    ] as const;
    const summary = summarise(
      states.map((state, n) => entry({ id: `${n}`, seq: n, state })),
      NOTHING_WRONG,
    );
    expect(summary).toMatchObject({ onTheirWay: 3, needsYou: 2 });
    expect(summary.entries.map(({ id }) => id)).toEqual(['6', '5', '4', '3', '2', '1', '0']);
  });

  test('says a wish to cancel, unless the user is asked anyway', () => {
    const reason = (change: Partial<Entry>) =>
      summarise([entry({ cancelWished: true, reason: 'near-match', ...change })], NOTHING_WRONG).entries[0]
        ?.reason;
    expect(reason({ state: 'checking' })).toBe('cancel-wished');
    expect(reason({ state: 'needs-you' })).toBe('near-match');
  });

  test('shortens the text without breaking a character', () => {
    const text = `${'x'.repeat(199)}🌲🌲`;
    expect(summarise([entry({ post: newPost({ text }) })], NOTHING_WRONG).entries[0]?.text).toBe(
      'x'.repeat(199),
    );
  });
});

describe('the server’s clock', () => {
  test('is kept for the next worker, and noise is not', async () => {
    const store = createMemoryStore();
    const clock = createServerClock(store, () => T0);
    expect(await clock.offset()).toBeNull();
    await clock.observe(null);
    await clock.observe('tomorrow or so');
    expect(await clock.offset()).toBeNull();
    await clock.observe(new Date(T0 + 60_000).toUTCString());
    await clock.observe(new Date(T0 + 62_000).toUTCString());
    expect(await createServerClock(store, () => T0).offset()).toBe(60_000);
    await clock.observe(new Date(T0 - 60_000).toUTCString());
    expect(await clock.offset()).toBe(-60_000);
  });
});

describe('the budget keeper', () => {
  const initial = () => createBudgetState({ windows: [{ seconds: 60, limit: 2, keep: 0 }], marginMs: 2_000 });

  test('a reservation outlives the worker, and each account has its own', async () => {
    const store = createMemoryStore();
    for (let n = 0; n < 2; n += 1) {
      expect(await createBudgetKeeper(store, () => T0, initial).reserve('post', caller())).toEqual({
        ok: true,
      });
    }
    const keeper = createBudgetKeeper(store, () => T0, initial);
    expect(await keeper.reserve('post', caller())).toEqual({ ok: false, until: T0 + 62_000 });
    expect(await keeper.reserve('post', caller('a2'))).toEqual({ ok: true });
  });

  test('closes, and learns from headers', async () => {
    const keeper = createBudgetKeeper(createMemoryStore(), () => T0);
    await keeper.close(T0 + 5_000, caller());
    expect(await keeper.reserve('list', caller())).toEqual({ ok: false, until: T0 + 5_000 });
    await keeper.learn(new Headers({ 'Retry-After': '90' }), caller('a2'));
    expect(await keeper.reserve('look', caller('a2'))).toEqual({ ok: false, until: T0 + 90_000 });
  });

  test('reservations made at once never exceed the window', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), async (count) => {
        const keeper = createBudgetKeeper(createMemoryStore(), () => T0, initial);
        const all = await Promise.all(Array.from({ length: count }, () => keeper.reserve('post', caller())));
        expect(all.filter(({ ok }) => ok).length).toBe(Math.min(2, count));
      }),
      { numRuns: 20 },
    );
  });
});
