// What a failed call means for the entry it was made for. One table, so that nothing is decided elsewhere.
import { BufferError, type ErrorKind, type Failure } from '../buffer/errors.ts';
import type { Event } from './event.ts';

type Verdict =
  | 'signed-out'
  | 'duplicate'
  | 'rate-limited'
  | 'unknown'
  | 'not-sent'
  | 'retired'
  | 'queue-full'
  | 'invalid'
  | 'forbidden';

const BY_KIND: Record<ErrorKind, Verdict> = {
  unauthorized: 'signed-out',
  forbidden: 'forbidden',
  invalid: 'invalid',
  duplicate: 'duplicate',
  'queue-full': 'queue-full',
  'not-found': 'forbidden',
  'rate-limited': 'rate-limited',
  unreachable: 'unknown',
  retired: 'retired',
  server: 'unknown',
  unreadable: 'unknown',
};

/** Codes of the classic table that say more than the kind they may have come under. */
const BY_CODE: Record<number, Verdict> = {
  1000: 'unknown',
  1001: 'signed-out',
  1011: 'forbidden',
  1023: 'queue-full',
  1024: 'queue-full',
  1025: 'duplicate',
  1028: 'queue-full',
};

/** Longer than Buffer's short window (15 minutes) and its margin, a wait is one for the day's limit. */
const SHORT_WAIT = 20 * 60_000;

/** Why a call waits for the budget: a moment that is near, or the limit of a day or more. */
export function holdReason(until: number, now: number): 'rate-limited' | 'daily-limit' {
  return until - now > SHORT_WAIT ? 'daily-limit' : 'rate-limited';
}

/**
 * The event that a failed create is. `retryAt` (ms since the epoch, in the future) is the earliest next try; a
 * later one that Buffer named goes before it.
 * Only what certainly committed nothing leads back to waiting; whatever is unknown leads to a look.
 */
export function classify(failure: Failure, now: number, retryAt: number): Event {
  const verdict = verdictOf(failure);
  switch (verdict) {
    case 'signed-out':
      return { type: 'signed-out', failure };
    case 'duplicate':
      return { type: 'duplicate', failure };
    case 'rate-limited': {
      const until = Math.max(failure.retryAt ?? 0, retryAt);
      return { type: 'held', reason: holdReason(until, now), until, failure };
    }
    case 'retired': {
      const until = Math.max(failure.retryAt ?? 0, retryAt);
      return { type: 'held', reason: 'retired', until, failure };
    }
    case 'not-sent':
      return { type: 'held', reason: 'accepted', until: retryAt, failure };
    case 'unknown':
      return { type: 'dropped', failure };
    default:
      return { type: 'refused', reason: verdict, failure };
  }
}

/** The same for a read: it can commit nothing, so all that is left is when to look again. */
export function classifyLook(failure: Failure, retryAt: number): Event {
  if (verdictOf(failure) === 'signed-out') return { type: 'signed-out', failure };
  return { type: 'look-failed', until: Math.max(failure.retryAt ?? 0, retryAt), failure };
}

/** What a back-end rejected with, as data; anything but a `BufferError` is an answer nobody could read. */
export function toFailure(error: unknown): Failure {
  if (error instanceof BufferError) return error.failure;
  return { kind: 'unreadable', message: error instanceof Error ? error.message : null };
}

function verdictOf(failure: Failure): Verdict {
  const verdict = (failure.code === undefined ? undefined : BY_CODE[failure.code]) ?? BY_KIND[failure.kind];
  return verdict === 'unknown' && failure.unsent ? 'not-sent' : verdict;
}
