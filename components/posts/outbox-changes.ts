// What the outbox has changed in Buffer.
import type { EntryView, OutboxSummary } from '@/lib/outbox/summary.ts';
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

/** What was accepted so long (ms) before a list was read stands in it, or was taken out of it in Buffer. */
const LONG_MS = 10 * 60_000;

/** Whether a list of the queue, of one channel or of all (null), was read before Buffer had a post from here; `now` in ms. */
export function isBehind(
  { entries }: OutboxSummary,
  { posts, fetchedAt }: ShownList,
  { channelId, now }: { channelId: string | null; now: number },
): boolean {
  const waits = ({ state, mode, dueAt }: EntryView) =>
    state === 'confirmed' && mode !== 'now' && mode !== 'draft' && (dueAt === null || dueAt > now);
  return entries.some(
    (entry) =>
      waits(entry) &&
      entry.acceptedAt > fetchedAt - LONG_MS &&
      (channelId === null || entry.channelId === channelId) &&
      entry.remoteId !== null &&
      !posts.some(({ id }) => id === entry.remoteId),
  );
}
