// The product's own shapes as they come back from storage and messages (the APIs' answers have schemas of their own).
// Each is made when it is first used: a worker or a popup that starts needs few of them.
import * as z from 'zod/mini';
import { ERROR_KINDS } from './errors.ts';

export const shareModeSchema = z.lazy(() =>
  z.union([z.enum(['queue', 'next', 'now', 'draft']), z.object({ at: z.number() })]),
);

export const channelRefSchema = z.object({ id: z.string(), organizationId: z.string(), network: z.string() });

export const scheduleDaySchema = z.object({
  day: z.string(),
  times: z.array(z.string()),
  paused: z.boolean(),
});

/** A word that a later version has stored is as good as none. */
export const preferencesSchema = z.lazy(() =>
  z.object({
    when: z.catch(z.nullable(z.enum(['queue', 'next', 'at', 'now'])), null),
    hours: z.catch(z.nullable(z.literal([12, 24])), null),
    weekStart: z.catch(z.nullable(z.string()), null),
  }),
);

export const channelSchema = z.lazy(() =>
  z.extend(channelRefSchema, {
    name: z.string(),
    // Channels that an older version has stored lack these two.
    type: z._default(z.nullable(z.string()), null),
    maxPictures: z._default(z.nullable(z.number()), null),
    fields: z.optional(z.array(z.string())),
    avatar: z.nullable(z.string()),
    timezone: z.string(),
    isPaused: z.boolean(),
    isDisconnected: z.boolean(),
    isLocked: z.boolean(),
    schedule: z.array(scheduleDaySchema),
    maxCharacters: z.nullable(z.number()),
    boards: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
);

const pictureSchema = z.lazy(() => z.object({ url: z.string(), alt: z.string() }));

const attachmentSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
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
  ]),
);

const postOptionsSchema = z.lazy(() => {
  const text = z.optional(z.string());
  return z.object({
    type: text,
    boardId: text,
    linkUrl: text,
    title: text,
    button: text,
    start: text,
    end: text,
    allDay: z.optional(z.boolean()),
    code: text,
    terms: text,
    firstComment: text,
    tagIds: z.optional(z.array(z.string())),
    retweetOf: text,
  });
});

export const newPostSchema = z.lazy(() =>
  z.object({
    channel: channelRefSchema,
    text: z.string(),
    attachment: attachmentSchema,
    mode: shareModeSchema,
    options: postOptionsSchema,
  }),
);

export const postSchema = z.lazy(() =>
  z.object({
    id: z.string(),
    channelId: z.string(),
    network: z.string(),
    text: z.string(),
    status: z.enum(['draft', 'needs-approval', 'scheduled', 'sending', 'sent', 'error', 'unknown']),
    createdAt: z.number(),
    dueAt: z.nullable(z.number()),
    sentAt: z.nullable(z.number()),
    isCustomTime: z.boolean(),
    pictures: z.array(pictureSchema),
    // An older version has stored none.
    link: z._default(z.nullable(z.string()), null),
    externalLink: z.nullable(z.string()),
    retweetOf: z.nullable(z.string()),
    error: z.nullable(z.string()),
    tags: z.optional(z.array(z.object({ id: z.string(), name: z.string(), color: z.string() }))),
    statistics: z.record(z.string(), z.number()),
  }),
);

export const interactionSchema = z.lazy(() =>
  z.object({
    id: z.string(),
    event: z.string(),
    at: z.number(),
    text: z.nullable(z.string()),
    person: z.object({
      name: z.string(),
      avatar: z.nullable(z.string()),
      followers: z.nullable(z.number()),
    }),
  }),
);

/** By network, then by type of account. */
export const configurationSchema = z.lazy(() =>
  z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        characters: z.nullable(z.number()),
        slots: z.nullable(z.number()),
        interactions: z.array(z.string()),
      }),
    ),
  ),
);

export const failureSchema = z.object({
  kind: z.enum(ERROR_KINDS),
  message: z.nullable(z.string()),
  status: z.optional(z.number()),
  code: z.optional(z.number()),
  link: z.optional(z.string()),
  retryAt: z.optional(z.number()),
  unsent: z.optional(z.literal(true)),
});
