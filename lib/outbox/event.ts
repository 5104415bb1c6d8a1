// Everything that can happen to an entry: a closed list, so that every state must have an answer to each.
import type { Failure } from '../buffer/errors.ts';
import type { Found, Reason } from './entry.ts';

export type HoldReason = Extract<Reason, 'accepted' | 'offline' | 'rate-limited' | 'daily-limit' | 'retired'>;
export type RefusalReason = Extract<Reason, 'queue-full' | 'invalid' | 'forbidden' | 'duplicate'>;

export type Event =
  /** A create is about to leave; `at` by the server's clock. */
  | { type: 'send-started'; at: number }
  /** Buffer's answer named the post. */
  | { type: 'confirmed'; remoteId: string; dueAt: number | null }
  /** It certainly did not reach Buffer, or Buffer certainly did nothing: try again at `until`. */
  | { type: 'held'; reason: HoldReason; until: number; failure: Failure | null }
  | { type: 'signed-out'; failure: Failure | null }
  /** Calls may leave: what was paused goes on, and what an API that is switched off has put off. */
  | { type: 'signed-in' }
  /** Buffer said no, and trying again would not help. */
  | { type: 'refused'; reason: RefusalReason; failure: Failure }
  /** Buffer says it holds the same post already: perhaps ours, so look. */
  | { type: 'duplicate'; failure: Failure }
  /** Nobody knows whether it arrived; without a failure the worker died. */
  | { type: 'dropped'; failure: Failure | null }
  | { type: 'look-matched'; remoteId: string; dueAt: number | null }
  /** A look that came back without it; `resendAt` is when a new attempt may leave if this was the last. */
  | { type: 'look-clean'; resendAt: number }
  /** Buffer holds something that may be it; `remoteId` if there is one candidate. */
  | { type: 'look-near'; remoteId: string | null; found: Found | null }
  | { type: 'look-failed'; until: number; failure: Failure | null }
  | { type: 'expired' }
  /** The database is older than what was shown of it: what has happened since is unknown. */
  | { type: 'set-back' }
  /** Somebody has set the device's clock: what was planned by it may be hours away, or has passed too soon. */
  | { type: 'clock-set' }
  | { type: 'cancel' }
  /** The user wants to write it anew: taken back only where Buffer was not asked, or the user was. */
  | { type: 'withdraw' }
  /** `unnamed`: the candidate turned out to be another entry's, so which post it is stays unknown. */
  | { type: 'resolve-there'; unnamed?: true }
  | { type: 'resolve-again' }
  | { type: 'resolve-discard' }
  /** Buffer has deleted it on the user's word. */
  | { type: 'deleted' };

export type EventType = Event['type'];
