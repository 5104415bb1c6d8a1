// Asks the background how often a link was shared through Buffer.
import { send } from '@/lib/platform/messaging.ts';

/** Null where it cannot be told: no connection, no budget for it, or an API without such counts. */
export async function countShares(url: string): Promise<number | null> {
  const reply = await send({ type: 'count-shares', url }).catch(() => null);
  return reply?.ok ? (reply.count ?? null) : null;
}
