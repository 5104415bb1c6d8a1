// How often a link was shared through Buffer, for whoever is about to share it once more.
import type { Reply } from '@/lib/messages.ts';
import type { Background } from './post-office.ts';

/** Answers with no count where nobody is signed in, the API has none, or the rate budget is used up. */
export async function countShares({ office, session }: Background, url: string): Promise<Reply> {
  const signed = await session.current();
  if (!signed?.backend.shares || !(await office.budget.reserve('list', signed)).ok) return { ok: true };
  return { ok: true, count: await signed.backend.shares(url) };
}
