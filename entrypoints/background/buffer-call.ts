// One call to Buffer on behalf of a person who waits for its answer: reserved first, and every failure is data.
import type { Signed } from '@/lib/buffer/backend.ts';
import type { Purpose } from '@/lib/buffer/budget.ts';
import { BufferError, type ErrorKind, type Failure } from '@/lib/buffer/errors.ts';
import type { PostProblem, Reply } from '@/lib/messages.ts';
import type { Background } from './post-office.ts';

/** After these nobody knows whether a write was done. */
const OPEN: readonly ErrorKind[] = ['unreachable', 'server', 'unreadable'];

function refusal(failure: Failure, purpose: Purpose): Reply {
  const { kind, message, retryAt } = failure;
  const isOpen = purpose === 'post' && !failure.unsent && OPEN.includes(kind);
  const problem: PostProblem = isOpen ? 'unclear' : kind;
  return {
    ok: false,
    problem,
    ...(message !== null && WITH_WORDS.includes(kind) && { message }),
    ...(retryAt !== undefined && { until: retryAt }),
  };
}

/** Where Buffer's own words say more than ours. */
const WITH_WORDS: readonly ErrorKind[] = ['invalid', 'duplicate', 'queue-full', 'forbidden'];

/**
 * Lists and looks are reads; `post` is a write. A read whose token was refused is made once more, for another token may
 * do. Rejects only with what is no failure of Buffer's.
 */
export async function callBuffer(
  { office, session }: Background,
  purpose: Purpose,
  work: (signed: Signed) => Promise<Reply>,
): Promise<Reply> {
  const once = async (signed: Signed): Promise<Reply> => {
    try {
      await office.reserve(purpose, signed);
      return await work(signed);
    } catch (error) {
      if (error instanceof BufferError) return refusal(error.failure, purpose);
      throw error;
    }
  };
  const signed = await session.current();
  if (!signed) return { ok: false, problem: 'signed-out' };
  const reply = await once(signed);
  if (reply.ok || reply.problem !== 'unauthorized' || purpose === 'post') return reply;
  const still = await session.current();
  return still ? once(still) : reply;
}
