// What the outbox has changed in Buffer.
import { isMissedBy, type OutboxSummary } from '@/lib/outbox/summary.ts';
import type { ShownList } from './shown-list.ts';

/** The channels of posts that have reached Buffer, or were taken back out of it. */
export function changedBetween(before: OutboxSummary, after: OutboxSummary): Set<string> {
  if (before === after) return new Set();
  const confirmed = ({ entries }: OutboxSummary) => entries.filter(({ state }) => state === 'confirmed');
  const [had, has] = [confirmed(before), confirmed(after)];
  const isNew = (others: typeof had) => (one: (typeof had)[number]) =>
    !others.some(({ id }) => id === one.id);
  return new Set([...has.filter(isNew(had)), ...had.filter(isNew(has))].map(({ channelId }) => channelId));
}

/** Whether a list of the queue, of one channel or of all (null), was read before Buffer had a post from here; `now` in ms. */
export function isBehind(
  { entries }: OutboxSummary,
  list: ShownList,
  { channelId, now }: { channelId: string | null; now: number },
): boolean {
  return entries.some(
    (entry) =>
      isMissedBy(list, entry) &&
      (entry.dueAt === null || entry.dueAt > now) &&
      (channelId === null || entry.channelId === channelId),
  );
}
