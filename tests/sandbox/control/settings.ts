// The bodies that change what a person would change in Buffer's own pages, and how Buffer behaves.
import { z } from 'zod';
import { CHANNEL_KINDS, week } from '../world/channel-kinds.ts';
import { type Service, WEEK } from '../world/model.ts';
import type { NewChannel } from '../world/more-channels.ts';

// Farther away, a time has no date.
export const FURTHEST_SECONDS = 1e10;

export const behaviourSchema = z.strictObject({
  listLagSeconds: z.number().min(0).max(FURTHEST_SECONDS).optional(),
  shortenLinks: z.boolean().optional(),
  collapseWhiteSpace: z.boolean().optional(),
  queueLimit: z.int().min(0).nullable().optional(),
  queueLimitKind: z.enum(['profile', 'team', 'soft']).optional(),
  shuffleSeed: z.int().nullable().optional(),
  encodedCodes: z.boolean().optional(),
});

const type = z.enum(['account', 'business', 'channel', 'group', 'page', 'profile']).optional();

export const channelSchema = z.strictObject({
  id: z.string(),
  type,
  isQueuePaused: z.boolean().optional(),
  isDisconnected: z.boolean().optional(),
  isLocked: z.boolean().optional(),
  dailyLimit: z.int().min(0).nullable().optional(),
  subscriptionType: z.string().nullable().optional(),
});

function isTimezone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }) !== undefined;
  } catch {
    return false;
  }
}

const timezone = z.string().refine(isTimezone, { message: 'there is no such time zone' }).optional();

const scheduleSchema = z.array(
  z.strictObject({
    days: z.array(z.enum(WEEK)).default([...WEEK]),
    times: z.array(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  }),
);

const newChannelSchema = z.strictObject({
  service: z.enum(Object.keys(CHANNEL_KINDS) as [Service, ...Service[]]),
  name: z.string().min(1),
  type,
  timezone,
  schedule: scheduleSchema.optional(),
});

const MOST_CHANNELS = 500;

/** How many channels there shall be, or which ones shall join those that are there. */
export const channelsSchema = z.union(
  [
    z.strictObject({ count: z.int().min(0).max(MOST_CHANNELS) }),
    z.array(newChannelSchema).max(MOST_CHANNELS),
  ],
  { error: `either {"count": a number up to ${MOST_CHANNELS}} or a list of channels is expected` },
);

/** The schedule's entries become one week, in which a day has the times of all entries that name it. */
export function toNewChannel({ schedule, ...given }: z.infer<typeof newChannelSchema>): NewChannel {
  if (!schedule) return given;
  const days = week([]).map((day) => ({
    ...day,
    times: schedule.flatMap((entry) => (entry.days.includes(day.day) ? entry.times : [])).sort(),
  }));
  return { ...given, schedule: days };
}

export const accountSchema = z.strictObject({
  plan: z.enum(['free', 'essentials', 'team']).optional(),
  timeFormat: z.enum(['12', '24']).optional(),
  startOfWeek: z.enum(['monday', 'sunday']).optional(),
  defaultScheduleOption: z.enum(['Queue', 'Prioritize', 'FixedTime', 'Now']).optional(),
  timezone,
});
