// How many calls Buffer still takes, for whoever is about to write.
import type { Reply } from '@/lib/messages.ts';
import type { Background } from './post-office.ts';

/** Answers with nothing where nobody is signed in. */
export async function readQuota({ office, session }: Background): Promise<Reply> {
  const signed = await session.current();
  return signed ? { ok: true, quota: await office.budget.quota(signed) } : { ok: true };
}
