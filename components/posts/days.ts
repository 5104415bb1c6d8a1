// Posts grouped by the day on which they go out, or went, in one time zone.
import type { Channel, Post } from '@/lib/buffer/types.ts';
import { dayAfter, dayIn, ownZone } from '@/lib/platform/zoned-time.ts';

export interface Day {
  /** `YYYY-MM-DD`, or null for posts without a time. */
  date: string | null;
  posts: Post[];
}

export function momentOf({ sentAt, dueAt }: Post): number | null {
  return sentAt ?? dueAt;
}

/** The zone in which posts of these channels are told: theirs, or the person's own where they have several. */
export function commonZone(channels: Channel[]): string {
  const [zone = ownZone(), ...others] = new Set(channels.map(({ timezone }) => timezone));
  return others.length === 0 ? zone : ownZone();
}

/** Days in the order in which their posts come; those without a time are last. */
export function byDay(posts: Post[], zone: string): Day[] {
  const days = new Map<string | null, Post[]>();
  for (const post of posts) {
    const moment = momentOf(post);
    const date = moment === null ? null : dayIn(moment, zone);
    days.set(date, [...(days.get(date) ?? []), post]);
  }
  const timeless = days.get(null);
  days.delete(null);
  const found = [...days].map(([date, those]): Day => ({ date, posts: those }));
  return timeless ? [...found, { date: null, posts: timeless }] : found;
}

/** How many posts each of the next days has, from `today` on. */
export function loadOf(days: Day[], today: string, many: number): { date: string; count: number }[] {
  return Array.from({ length: many }, (_, ahead) => {
    const date = dayAfter(today, ahead);
    return { date, count: days.find((day) => day.date === date)?.posts.length ?? 0 };
  });
}
