// What can go wrong in the composer, in words that the status line has a sentence for.
import type { AcceptProblem, Reply } from '@/lib/messages.ts';

export type Trouble =
  | 'notSaved'
  | 'diskFull'
  | 'tooMany'
  | 'tooMuch'
  | 'signedOut'
  | 'notUndone'
  | 'noFit'
  | 'failed';

const BY_PROBLEM: Record<AcceptProblem, Trouble> = {
  'too-many': 'tooMany',
  'too-long': 'tooMuch',
  'disk-full': 'diskFull',
  failed: 'notSaved',
};

/** Why a submit was not taken in; null stands for no answer. */
export function troubleOf(reply: Reply | null): Trouble {
  if (reply === null || reply.ok) return 'notSaved';
  return BY_PROBLEM[reply.problem as AcceptProblem] ?? 'notSaved';
}
