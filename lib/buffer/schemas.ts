// The product's own shapes as they come back from storage and messages (the APIs' answers have schemas of their own).
import * as z from 'zod/mini';
import { ERROR_KINDS } from './errors.ts';

export const shareModeSchema = z.union([
  z.enum(['queue', 'next', 'now', 'draft']),
  z.object({ at: z.number() }),
]);

export const channelRefSchema = z.object({ id: z.string(), organizationId: z.string(), network: z.string() });

export const channelSchema = z.extend(channelRefSchema, {
  name: z.string(),
  // Channels that an older version has stored lack these two.
  type: z._default(z.nullable(z.string()), null),
  maxPictures: z._default(z.nullable(z.number()), null),
  avatar: z.nullable(z.string()),
  timezone: z.string(),
  isPaused: z.boolean(),
  isDisconnected: z.boolean(),
  isLocked: z.boolean(),
  schedule: z.array(z.object({ day: z.string(), times: z.array(z.string()), paused: z.boolean() })),
  maxCharacters: z.nullable(z.number()),
  boards: z.array(z.object({ id: z.string(), name: z.string() })),
});

const pictureSchema = z.object({ url: z.string(), alt: z.string() });

const attachmentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('card'),
    card: z.object({
      url: z.string(),
      title: z.string(),
      description: z.string(),
      picture: z.nullable(z.string()),
    }),
  }),
  z.object({ kind: z.literal('pictures'), pictures: z.array(pictureSchema) }),
]);

export const newPostSchema = z.object({
  channel: channelRefSchema,
  text: z.string(),
  attachment: attachmentSchema,
  mode: shareModeSchema,
  options: z.object({
    boardId: z.optional(z.string()),
    linkUrl: z.optional(z.string()),
    title: z.optional(z.string()),
    retweetOf: z.optional(z.string()),
  }),
});

export const failureSchema = z.object({
  kind: z.enum(ERROR_KINDS),
  message: z.nullable(z.string()),
  status: z.optional(z.number()),
  code: z.optional(z.number()),
  link: z.optional(z.string()),
  retryAt: z.optional(z.number()),
  unsent: z.optional(z.literal(true)),
});
