// The life of an entry as one pure function: which event leads from which state to which.
import type { Failure } from '../buffer/errors.ts';
import type { Entry, Reason } from './entry.ts';
import type { Event } from './event.ts';

/** Looks at +5 s, +60 s and +180 s after an attempt; each gap (ms) counts from the step before it. */
const LOOK_GAPS = [5_000, 55_000, 120_000];

/**
 * Gives the entry as it is after an event, `now` being the device's clock in ms.
 * An event that its state does not know gives the very same object: commands of a user interface and outcomes
 * of calls may cross, and what comes too late has to be harmless rather than an error that stops the others.
 */
export function advance(entry: Entry, event: Event, now: number): Entry {
  switch (entry.state) {
    case 'waiting':
      return fromWaiting(entry, event, now);
    case 'sending':
      return fromSending(entry, event, now);
    case 'checking':
      return fromChecking(entry, event, now);
    case 'needs-you':
      return fromNeedsYou(entry, event, now);
    case 'confirmed':
      return event.type === 'deleted' ? cancelled(entry, now) : entry;
    case 'cancelled':
      return entry;
  }
}

function fromWaiting(entry: Entry, event: Event, now: number): Entry {
  switch (event.type) {
    case 'send-started':
      return {
        ...entry,
        state: 'sending',
        attempts: entry.attempts + 1,
        firstSentAt: entry.firstSentAt ?? event.at,
        lastSentAt: event.at,
        looks: 0,
        nextAt: null,
      };
    case 'held':
      return held(entry, event);
    case 'signed-out':
      return paused(entry, event.failure);
    case 'signed-in':
      return entry.nextAt === null || entry.reason === 'retired'
        ? { ...entry, reason: 'accepted', nextAt: now }
        : entry;
    case 'expired':
      return needsYou(entry, 'too-old', entry.lastError);
    case 'set-back':
      return needsYou(entry, 'unclear', entry.lastError);
    case 'clock-set':
      return entry.nextAt !== null && entry.nextAt > now ? { ...entry, nextAt: now } : entry;
    case 'cancel':
    case 'withdraw':
      return cancelled(entry, now);
    default:
      return entry;
  }
}

function fromSending(entry: Entry, event: Event, now: number): Entry {
  switch (event.type) {
    case 'confirmed':
      return confirmed(entry, event, now);
    case 'held':
      return entry.cancelWished ? cancelled(entry, now) : held(entry, event);
    case 'signed-out':
      return entry.cancelWished ? cancelled(entry, now) : paused(entry, event.failure);
    case 'refused':
      return entry.cancelWished ? cancelled(entry, now) : needsYou(entry, event.reason, event.failure);
    case 'duplicate':
      return inDoubt(entry, event, now);
    case 'dropped':
      return inDoubt(entry, event, now + gapAfter(0));
    case 'set-back':
      return needsYou(entry, 'unclear', null);
    case 'cancel':
      return { ...entry, cancelWished: true };
    default:
      return entry;
  }
}

function fromChecking(entry: Entry, event: Event, now: number): Entry {
  switch (event.type) {
    case 'look-matched':
      return confirmed(entry, event, now);
    case 'look-clean':
      return afterCleanLook(entry, event.resendAt, now);
    case 'look-near':
      return countsAsEvidence(entry)
        ? { ...needsYou(entry, 'near-match', null), remoteId: event.remoteId, found: event.found }
        : lookAgain(entry, now);
    case 'look-failed':
      return {
        ...entry,
        nextAt: event.until,
        failures: failuresWith(entry, event),
        lastError: event.failure,
      };
    case 'signed-out':
      return entry.nextAt === null ? entry : { ...entry, nextAt: null, lastError: event.failure };
    case 'signed-in':
      return goneOn(entry, now);
    case 'expired':
    case 'set-back':
      return needsYou(entry, 'unclear', entry.lastError);
    case 'clock-set':
      // How long ago the attempt was cannot be told any more, so absence says nothing for three minutes from now.
      return { ...entry, looks: 0, nextAt: entry.nextAt === null ? null : now + gapAfter(0) };
    case 'cancel':
      return { ...entry, cancelWished: true };
    default:
      return entry;
  }
}

function fromNeedsYou(entry: Entry, event: Event, now: number): Entry {
  switch (event.type) {
    case 'resolve-there':
      return confirmed(entry, { remoteId: event.unnamed ? null : entry.remoteId, dueAt: null }, now);
    case 'resolve-again':
      // The user has accepted it anew, so its 24 hours begin anew; its attempts stay what they were.
      return {
        ...entry,
        state: 'waiting',
        reason: 'accepted',
        acceptedAt: now,
        nextAt: now,
        failures: 0,
        cancelWished: false,
        remoteId: null,
        found: null,
        lastError: null,
      };
    case 'resolve-discard':
    case 'withdraw':
    case 'cancel':
      return cancelled(entry, now);
    default:
      return entry;
  }
}

function afterCleanLook(entry: Entry, resendAt: number, now: number): Entry {
  const wasLast = entry.looks + 1 >= LOOK_GAPS.length;
  // Buffer has said that it holds such a post: not even who wished it gone is told that there is none.
  if (entry.reason === 'duplicate') return needsYou(entry, 'duplicate', entry.lastError);
  if (entry.cancelWished) return wasLast ? cancelled(entry, now) : lookAgain(entry, now);
  // A second "share now" cannot be taken back, so one look that counts is enough to ask.
  if (entry.post.mode === 'now' && countsAsEvidence(entry))
    return needsYou(entry, 'unclear', entry.lastError);
  if (!wasLast) return lookAgain(entry, now);
  return {
    ...entry,
    state: 'waiting',
    reason: 'not-found-there',
    looks: entry.looks + 1,
    nextAt: resendAt,
    failures: 0,
  };
}

/** Not at once: absence says something only as long after the attempt as the looks are apart. */
function goneOn(entry: Entry, now: number): Entry {
  const soon = now + gapAfter(entry.looks);
  if (entry.nextAt === null) return { ...entry, nextAt: soon };
  if (!isOff(entry.lastError)) return entry;
  return { ...entry, nextAt: Math.min(entry.nextAt, soon), lastError: null };
}

/** The look after 5 s comes too early to say anything but "it is there". */
function countsAsEvidence(entry: Entry): boolean {
  return entry.looks > 0 || entry.reason === 'duplicate';
}

function lookAgain(entry: Entry, now: number): Entry {
  const looks = entry.looks + 1;
  return { ...entry, looks, nextAt: now + gapAfter(looks), failures: 0 };
}

function gapAfter(looks: number): number {
  return LOOK_GAPS[Math.min(looks, LOOK_GAPS.length - 1)] as number;
}

function held(entry: Entry, event: Extract<Event, { type: 'held' }>): Entry {
  const { reason, until, failure } = event;
  return {
    ...entry,
    state: 'waiting',
    reason,
    nextAt: until,
    failures: failuresWith(entry, event),
    lastError: failure,
  };
}

/** An API that is switched off has distances of its own, after which others need not begin as long. */
function failuresWith({ failures }: Entry, event: { failure: Failure | null }): number {
  return isOff(event.failure) ? failures : failures + 1;
}

function isOff(failure: Failure | null): boolean {
  return failure?.kind === 'retired';
}

function inDoubt(
  entry: Entry,
  { type, failure }: Extract<Event, { type: 'duplicate' | 'dropped' }>,
  nextAt: number,
): Entry {
  return { ...entry, state: 'checking', reason: type, looks: 0, nextAt, lastError: failure };
}

function paused(entry: Entry, failure: Failure | null): Entry {
  if (entry.state === 'waiting' && entry.nextAt === null) return entry;
  return { ...entry, state: 'waiting', reason: 'signed-out', nextAt: null, lastError: failure };
}

function needsYou(entry: Entry, reason: Reason, failure: Failure | null): Entry {
  return { ...entry, state: 'needs-you', reason, nextAt: null, lastError: failure };
}

function cancelled(entry: Entry, now: number): Entry {
  return { ...entry, state: 'cancelled', nextAt: null, settledAt: now };
}

function confirmed(
  entry: Entry,
  post: { remoteId: string | null; dueAt: number | null },
  now: number,
): Entry {
  const { remoteId, dueAt } = post;
  return {
    ...entry,
    state: 'confirmed',
    remoteId,
    dueAt,
    nextAt: null,
    settledAt: now,
    found: null,
    failures: 0,
    lastError: null,
  };
}
