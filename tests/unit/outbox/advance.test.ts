import { describe, expect, test } from 'vitest';
import { advance } from '../../../lib/outbox/advance.ts';
import type { Entry, EntryState } from '../../../lib/outbox/entry.ts';
import type { Event, EventType } from '../../../lib/outbox/event.ts';
import { entry, failure, newPost, T0 } from './fixtures.ts';

const NOW = T0 + 10_000;
const FAILED = failure('server');

const FOUND = { text: 'what is there', link: 'https://example.com/there' };

const EVENTS: { [Type in EventType]: Extract<Event, { type: Type }> } = {
  'send-started': { type: 'send-started', at: NOW + 500 },
  confirmed: { type: 'confirmed', remoteId: 'p1', dueAt: NOW + 1 },
  held: { type: 'held', reason: 'rate-limited', until: NOW + 60_000, failure: FAILED },
  'signed-out': { type: 'signed-out', failure: FAILED },
  'signed-in': { type: 'signed-in' },
  refused: { type: 'refused', reason: 'queue-full', failure: FAILED },
  duplicate: { type: 'duplicate', failure: FAILED },
  dropped: { type: 'dropped', failure: FAILED },
  'look-matched': { type: 'look-matched', remoteId: 'p1', dueAt: null },
  'look-clean': { type: 'look-clean', resendAt: NOW + 700 },
  'look-near': { type: 'look-near', remoteId: 'p2', found: FOUND },
  'look-failed': { type: 'look-failed', until: NOW + 900, failure: FAILED },
  expired: { type: 'expired' },
  'set-back': { type: 'set-back' },
  'clock-set': { type: 'clock-set' },
  cancel: { type: 'cancel' },
  withdraw: { type: 'withdraw' },
  'resolve-there': { type: 'resolve-there' },
  'resolve-again': { type: 'resolve-again' },
  'resolve-discard': { type: 'resolve-discard' },
  deleted: { type: 'deleted' },
};

const sent = { attempts: 1, firstSentAt: T0, lastSentAt: T0, nextAt: null };
const STATES: Record<EntryState, Entry> = {
  waiting: entry(),
  sending: entry({ state: 'sending', ...sent }),
  checking: entry({ state: 'checking', reason: 'dropped', ...sent, nextAt: NOW }),
  confirmed: entry({ state: 'confirmed', ...sent, remoteId: 'p1', settledAt: T0 }),
  'needs-you': entry({
    state: 'needs-you',
    reason: 'near-match',
    ...sent,
    remoteId: 'p2',
    found: FOUND,
  }),
  cancelled: entry({ state: 'cancelled', ...sent, settledAt: T0 }),
};

const settled = { nextAt: null, settledAt: NOW };
const CANCELLED: Partial<Entry> = { state: 'cancelled', ...settled };

/** What each event changes in each state; what is not listed must leave the very same entry. */
const TABLE: Record<EntryState, Partial<Record<EventType, Partial<Entry>>>> = {
  waiting: {
    'send-started': {
      state: 'sending',
      attempts: 1,
      firstSentAt: NOW + 500,
      lastSentAt: NOW + 500,
      nextAt: null,
    },
    held: { reason: 'rate-limited', nextAt: NOW + 60_000, failures: 1, lastError: FAILED },
    'signed-out': { reason: 'signed-out', nextAt: null, lastError: FAILED },
    expired: { state: 'needs-you', reason: 'too-old', nextAt: null },
    'set-back': { state: 'needs-you', reason: 'unclear', nextAt: null },
    withdraw: CANCELLED,
    cancel: CANCELLED,
  },
  sending: {
    confirmed: { state: 'confirmed', remoteId: 'p1', dueAt: NOW + 1, ...settled },
    held: { state: 'waiting', reason: 'rate-limited', nextAt: NOW + 60_000, failures: 1, lastError: FAILED },
    'signed-out': { state: 'waiting', reason: 'signed-out', lastError: FAILED },
    refused: { state: 'needs-you', reason: 'queue-full', lastError: FAILED },
    duplicate: { state: 'checking', reason: 'duplicate', nextAt: NOW, lastError: FAILED },
    dropped: { state: 'checking', reason: 'dropped', nextAt: NOW + 5_000, lastError: FAILED },
    'set-back': { state: 'needs-you', reason: 'unclear' },
    cancel: { cancelWished: true },
  },
  checking: {
    'look-matched': { state: 'confirmed', remoteId: 'p1', dueAt: null, ...settled },
    'look-clean': { looks: 1, nextAt: NOW + 55_000 },
    'look-near': { looks: 1, nextAt: NOW + 55_000 },
    'look-failed': { nextAt: NOW + 900, failures: 1, lastError: FAILED },
    'signed-out': { nextAt: null, lastError: FAILED },
    expired: { state: 'needs-you', reason: 'unclear', nextAt: null },
    'set-back': { state: 'needs-you', reason: 'unclear', nextAt: null },
    'clock-set': { looks: 0, nextAt: NOW + 5_000 },
    cancel: { cancelWished: true },
  },
  'needs-you': {
    'resolve-there': { state: 'confirmed', remoteId: 'p2', found: null, ...settled },
    'resolve-again': {
      state: 'waiting',
      reason: 'accepted',
      acceptedAt: NOW,
      nextAt: NOW,
      remoteId: null,
      found: null,
    },
    withdraw: CANCELLED,
    'resolve-discard': CANCELLED,
    cancel: CANCELLED,
  },
  confirmed: { deleted: CANCELLED },
  cancelled: {},
};

describe.each(Object.keys(STATES) as EntryState[])('from %s', (state) => {
  test.each(Object.keys(EVENTS) as EventType[])('%s', (type) => {
    const before = Object.freeze(STATES[state]);
    const change = TABLE[state][type];
    const after = advance(before, EVENTS[type], NOW);
    if (change) expect(after).toEqual({ ...before, ...change });
    else expect(after).toBe(before);
  });
});

function afterEvents(start: Entry, ...events: Event[]): Entry {
  return events.reduce((current, event) => advance(current, event, NOW), start);
}

describe('looking', () => {
  const clean = EVENTS['look-clean'];

  test('sends again only after three looks, at +5, +60 and +180 seconds', () => {
    const times: (number | null)[] = [];
    let current = advance(STATES.sending, EVENTS.dropped, T0);
    while (current.state === 'checking') {
      times.push(current.nextAt);
      current = advance(current, clean, current.nextAt as number);
    }
    expect(times).toEqual([T0 + 5_000, T0 + 60_000, T0 + 180_000]);
    expect(current).toMatchObject({
      state: 'waiting',
      reason: 'not-found-there',
      nextAt: clean.resendAt,
      looks: 3,
    });
  });

  test('a new attempt begins with no looks and keeps the time of the first', () => {
    const again = { ...STATES.waiting, ...sent, looks: 3, nextAt: NOW };
    expect(advance(again, EVENTS['send-started'], NOW)).toMatchObject({
      looks: 0,
      attempts: 2,
      firstSentAt: T0,
      lastSentAt: NOW + 500,
    });
  });

  test('something like it asks, except at the early look', () => {
    const later = { ...STATES.checking, looks: 1 };
    const asked = { state: 'needs-you', reason: 'near-match', remoteId: 'p2', found: FOUND };
    expect(advance(later, EVENTS['look-near'], NOW)).toMatchObject(asked);
    expect(advance({ ...STATES.checking, reason: 'duplicate' }, EVENTS['look-near'], NOW)).toMatchObject(
      asked,
    );
  });

  test('"share now" is never sent again by itself', () => {
    const now = { ...STATES.checking, post: newPost({ mode: 'now' }) };
    const first = advance(now, clean, NOW);
    expect(first.state).toBe('checking');
    expect(advance(first, clean, NOW)).toMatchObject({ state: 'needs-you', reason: 'unclear', nextAt: null });
  });

  test('what Buffer calls a duplicate and is not ours needs the user after one look', () => {
    const duplicate = advance(STATES.sending, EVENTS.duplicate, NOW);
    expect(advance(duplicate, clean, NOW)).toMatchObject({
      state: 'needs-you',
      reason: 'duplicate',
      lastError: FAILED,
    });
  });
});

describe('cancelling what may have left', () => {
  const wished = advance(STATES.sending, EVENTS.cancel, NOW);

  test.each(['held', 'signed-out', 'refused'] as const)('%s makes it cancelled', (type) => {
    expect(advance(wished, EVENTS[type], NOW)).toMatchObject({ state: 'cancelled', settledAt: NOW });
  });

  test('a post that is there stays, and the wish with it', () => {
    expect(advance(wished, EVENTS.confirmed, NOW)).toMatchObject({ state: 'confirmed', cancelWished: true });
  });

  test('absence has to be proved as for any other', () => {
    const checking = advance(wished, EVENTS.dropped, NOW);
    const clean = EVENTS['look-clean'];
    expect(afterEvents(checking, clean, clean).state).toBe('checking');
    expect(afterEvents(checking, clean, clean, clean)).toMatchObject({ state: 'cancelled', settledAt: NOW });
  });

  test('where Buffer says that it holds such a post, its absence from a list proves nothing', () => {
    const wished = advance(STATES.sending, EVENTS.cancel, NOW);
    const duplicate = advance(wished, EVENTS.duplicate, NOW);
    expect(advance(duplicate, EVENTS['look-clean'], NOW)).toMatchObject({
      state: 'needs-you',
      reason: 'duplicate',
    });
  });

  test('sending it again takes the wish back', () => {
    const asked = { ...STATES['needs-you'], cancelWished: true };
    expect(advance(asked, EVENTS['resolve-again'], NOW)).toMatchObject({
      state: 'waiting',
      cancelWished: false,
    });
  });
});

describe('a signed-out account', () => {
  test('pauses an entry once, and signing in makes it due', () => {
    const paused = advance(STATES.waiting, EVENTS['signed-out'], NOW);
    expect(advance(paused, EVENTS['signed-out'], NOW)).toBe(paused);
    expect(advance(paused, EVENTS['signed-in'], NOW)).toMatchObject({ reason: 'accepted', nextAt: NOW });
  });

  test('pauses looking too', () => {
    const paused = advance(STATES.checking, EVENTS['signed-out'], NOW);
    expect(advance(paused, EVENTS['signed-out'], NOW)).toBe(paused);
    expect(advance(paused, EVENTS['signed-in'], NOW)).toMatchObject({
      state: 'checking',
      nextAt: NOW + 5_000,
    });
    const late = { ...paused, looks: 2 };
    expect(advance(late, EVENTS['signed-in'], NOW).nextAt).toBe(NOW + 120_000);
  });
});

test('a post that is there without a name stays nameless', () => {
  const after = advance(STATES['needs-you'], { type: 'resolve-there', unnamed: true }, NOW);
  expect(after).toMatchObject({ state: 'confirmed', remoteId: null });
});
