// What may wait in a channel's queue, to vary in the tests of its slots.
import type { Channel, ScheduleDay } from '../../../lib/buffer/types.ts';
import type { KnownQueue } from '../../../lib/drafts/slots.ts';
import { nextSlot } from '../../../lib/drafts/slots.ts';
import { type EntryView, joining } from '../../../lib/outbox/summary.ts';
import { channel } from './fixtures.ts';

export const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export function daily(...times: string[]): ScheduleDay[] {
  return WEEK.map((day) => ({ day, times, paused: false }));
}

/** A channel in Berlin that shares at 09:10 and 16:30 every day. */
export function berlin(change: Partial<Channel> = {}): Channel {
  return channel('linkedin', { schedule: daily('09:10', '16:30'), ...change });
}

export function waiting(dueAt: string | null, change: Partial<KnownQueue['posts'][number]> = {}) {
  return {
    id: `post due ${dueAt}`,
    channelId: 'linkedin',
    status: 'scheduled' as const,
    dueAt: dueAt === null ? null : Date.parse(dueAt),
    isCustomTime: false,
    ...change,
  };
}

/** A post that was handed over from here, a minute after the queue was read. */
export function handedOver(change: Partial<EntryView>): EntryView {
  return {
    id: 'e',
    groupId: 'g',
    accountId: 'me',
    channelId: 'linkedin',
    network: 'linkedin',
    text: '',
    mode: 'queue',
    state: 'waiting',
    reason: 'accepted',
    acceptedAt: 60_000,
    nextAt: null,
    dueAt: null,
    remoteId: null,
    found: null,
    error: null,
    ...change,
  };
}

/** The next slot in words: an ISO moment, or why there is none. */
export function slotOf(
  one: Channel,
  {
    now,
    posts = [],
    entries = [],
    end = Number.POSITIVE_INFINITY,
    mode = 'queue',
  }: Partial<KnownQueue> & {
    now: string;
    entries?: EntryView[];
    mode?: 'queue' | 'next';
  },
): string {
  const queue = { fetchedAt: 0, posts, end };
  const slot = nextSlot(one, mode, {
    queue,
    joining: joining(entries, queue),
    now: Date.parse(now),
  });
  return 'at' in slot ? new Date(slot.at).toISOString().replace(':00.000Z', 'Z') : slot.none;
}
