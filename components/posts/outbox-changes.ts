// What the outbox has changed in Buffer.
import type { OutboxSummary } from '@/lib/outbox/summary.ts';

/** The channels of posts that have reached Buffer, or were taken back out of it. */
export function changedBetween(before: OutboxSummary, after: OutboxSummary): Set<string> {
  if (before === after) return new Set();
  const confirmed = ({ entries }: OutboxSummary) => entries.filter(({ state }) => state === 'confirmed');
  const [had, has] = [confirmed(before), confirmed(after)];
  const isNew = (others: typeof had) => (one: (typeof had)[number]) =>
    !others.some(({ id }) => id === one.id);
  return new Set([...has.filter(isNew(had)), ...had.filter(isNew(has))].map(({ channelId }) => channelId));
}
