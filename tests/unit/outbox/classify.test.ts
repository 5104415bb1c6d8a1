import { expect, test } from 'vitest';
import { BufferError, type Failure } from '../../../lib/buffer/errors.ts';
import { classify, classifyLook, holdReason, toFailure } from '../../../lib/outbox/classify.ts';
import { failure, T0 } from './fixtures.ts';

const RETRY = T0 + 800;
const HOUR = 3_600_000;

const TABLE: [string, Failure, object][] = [
  ['a dead token', failure('unauthorized', { status: 401 }), { type: 'signed-out' }],
  ['403 with code 1001', failure('forbidden', { status: 403, code: 1001 }), { type: 'signed-out' }],
  ['403 with code 1011', failure('forbidden', { code: 1011 }), { type: 'refused', reason: 'forbidden' }],
  ['a 403 that is not Buffer’s own', failure('forbidden'), { type: 'refused', reason: 'forbidden' }],
  ['404', failure('not-found'), { type: 'refused', reason: 'forbidden' }],
  ['invalid input', failure('invalid', { code: 1004 }), { type: 'refused', reason: 'invalid' }],
  ['a full queue', failure('queue-full'), { type: 'refused', reason: 'queue-full' }],
  ['a full queue under 403', failure('forbidden', { code: 1023 }), { type: 'refused', reason: 'queue-full' }],
  ['a full team queue', failure('invalid', { code: 1024 }), { type: 'refused', reason: 'queue-full' }],
  ['a soft limit under 403', failure('forbidden', { code: 1028 }), { type: 'refused', reason: 'queue-full' }],
  ['a duplicate', failure('duplicate'), { type: 'duplicate' }],
  ['a duplicate as invalid', failure('invalid', { code: 1025 }), { type: 'duplicate' }],
  [
    '429 with a time',
    failure('rate-limited', { retryAt: T0 + 60_000 }),
    { type: 'held', reason: 'rate-limited', until: T0 + 60_000 },
  ],
  ['429 without a time', failure('rate-limited'), { type: 'held', reason: 'rate-limited', until: RETRY }],
  ['429 with a time in the past', failure('rate-limited', { retryAt: 1 }), { type: 'held', until: RETRY }],
  [
    '429 for a day',
    failure('rate-limited', { retryAt: T0 + 20 * HOUR }),
    { type: 'held', reason: 'daily-limit', until: T0 + 20 * HOUR },
  ],
  ['a connection that broke', failure('unreachable'), { type: 'dropped' }],
  [
    'never left',
    failure('unreachable', { unsent: true }),
    { type: 'held', reason: 'accepted', until: RETRY },
  ],
  ['5xx', failure('server', { status: 503 }), { type: 'dropped' }],
  ['an unknown error in the classic table', failure('invalid', { code: 1000 }), { type: 'dropped' }],
  ['a code that nobody knows', failure('server', { code: 4711 }), { type: 'dropped' }],
  ['a success that cannot be read', failure('unreadable', { status: 200 }), { type: 'dropped' }],
];

test.each(TABLE)('%s', (_name, failed, event) => {
  expect(classify(failed, T0, RETRY)).toMatchObject({ ...event, failure: failed });
});

test('a look that fails is put off, whatever the failure', () => {
  for (const [, failed] of TABLE) {
    const event = classifyLook(failed, RETRY);
    if (event.type === 'signed-out') continue;
    expect(event).toEqual({
      type: 'look-failed',
      until: Math.max(failed.retryAt ?? 0, RETRY),
      failure: failed,
    });
  }
  expect(classifyLook(failure('unauthorized'), RETRY)).toMatchObject({ type: 'signed-out' });
});

test('only waits beyond the quarter of an hour are the daily limit', () => {
  expect(holdReason(T0 + 15 * 60_000, T0)).toBe('rate-limited');
  expect(holdReason(T0 + HOUR, T0)).toBe('daily-limit');
});

test('what is no BufferError is an answer that nobody could read', () => {
  const failed = failure('server');
  expect(toFailure(new BufferError(failed))).toBe(failed);
  expect(toFailure(new TypeError('undefined is no object'))).toEqual({
    kind: 'unreadable',
    message: 'undefined is no object',
  });
  expect(toFailure('what?')).toEqual({ kind: 'unreadable', message: null });
});
