// How many posts a network takes from a channel in one day, as the day is in the channel's time zone.
import type { Channel, Post, Service } from './model.ts';
import { nextSlotFor } from './queue.ts';
import { dayAround } from './slots.ts';

// The one daily limit that was observed: Instagram's.
const NETWORK_LIMITS: Partial<Record<Service, number>> = { instagram: 50 };

export interface DailyStanding {
  channelId: string;
  /** Null means that there is none. */
  limit: number | null;
  sent: number;
  scheduled: number;
  isAtLimit: boolean;
}

/** How many posts the channel may send on one day; null for any number. */
export function dailyLimitOf({ dailyLimit, service }: Channel): number | null {
  return dailyLimit === undefined ? (NETWORK_LIMITS[service] ?? null) : dailyLimit;
}

/** How the channel stands on the day that `date` (ms) falls into. */
export function dailyStanding(channel: Channel, posts: readonly Post[], date: number): DailyStanding {
  const { start, end } = dayAround(channel, date);
  const isThen = (time: number | null) => time !== null && time >= start && time <= end;
  const own = posts.filter(({ channelId }) => channelId === channel.id);
  const sent = own.filter(({ sentAt }) => isThen(sentAt)).length;
  const scheduled = own.filter(({ status, dueAt }) => status === 'scheduled' && isThen(dueAt)).length;
  const limit = dailyLimitOf(channel);
  return {
    ...{ channelId: channel.id, limit, sent, scheduled },
    isAtLimit: limit !== null && sent + scheduled >= limit,
  };
}

/** Whether the day on which the post would go out holds as many as the network takes. */
export function fillsItsDay(post: Post, channel: Channel, others: readonly Post[], now: number): boolean {
  const slot = () => nextSlotFor({ channel, posts: others, now });
  const at = { shareNow: () => now, customScheduled: () => post.dueAt, addToQueue: slot, shareNext: slot }[
    post.shareMode
  ]();
  return at !== null && dailyStanding(channel, others, at).isAtLimit;
}
