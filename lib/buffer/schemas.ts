// The product's own shapes as they come back from storage and messages (the APIs' answers have schemas of their own).
// Each is made when it is first used: a worker or a popup that starts needs few of them.
import * as z from 'zod/mini';
import { ERROR_KINDS } from './errors.ts';

// What many of them share is made once: each schema of its own takes room in every worker.
const text = z.string();
const number = z.number();
const flag = z.boolean();
const maybeText = z.nullable(text);
const maybeNumber = z.nullable(number);

export const shareModeSchema = z.lazy(() =>
  z.union([z.enum(['queue', 'next', 'now', 'draft']), z.object({ at: number })]),
);

const channelRef = { id: text, organizationId: text, network: text };

export const channelRefSchema = z.object(channelRef);

export const scheduleDaySchema = z.object({
  day: text,
  times: z.array(text),
  paused: flag,
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
  z.object({
    ...channelRef,
    name: text,
    // Channels that an older version has stored lack these two.
    type: z._default(maybeText, null),
    maxPictures: z._default(maybeNumber, null),
    fields: z.optional(z.array(text)),
    avatar: maybeText,
    timezone: text,
    isPaused: flag,
    isDisconnected: flag,
    isLocked: flag,
    schedule: z.array(scheduleDaySchema),
    maxCharacters: maybeNumber,
    boards: z.array(z.object({ id: text, name: text })),
  }),
);

const pictureSchema = z.lazy(() => z.object({ url: text, alt: text }));

const attachmentSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z.object({
      kind: z.literal('card'),
      card: z.object({
        url: text,
        title: text,
        description: text,
        picture: maybeText,
      }),
    }),
    z.object({ kind: z.literal('pictures'), pictures: z.array(pictureSchema) }),
    z.object({ kind: z.literal('video'), url: text }),
  ]),
);

const postOptionsSchema = z.lazy(() => {
  const words = z.optional(text);
  return z.object({
    type: words,
    boardId: words,
    linkUrl: words,
    title: words,
    categoryId: words,
    privacy: words,
    spoilerText: words,
    topic: words,
    button: words,
    start: words,
    end: words,
    allDay: z.optional(flag),
    code: words,
    terms: words,
    firstComment: words,
    tagIds: z.optional(z.array(text)),
    retweetOf: words,
  });
});

export const newPostSchema = z.lazy(() =>
  z.object({
    channel: channelRefSchema,
    text: text,
    attachment: attachmentSchema,
    mode: shareModeSchema,
    options: postOptionsSchema,
  }),
);

export const postSchema = z.lazy(() =>
  z.object({
    id: text,
    channelId: text,
    network: text,
    text: text,
    status: z.enum(['draft', 'needs-approval', 'scheduled', 'sending', 'sent', 'error', 'unknown']),
    createdAt: number,
    dueAt: maybeNumber,
    sentAt: maybeNumber,
    isCustomTime: flag,
    pictures: z.array(pictureSchema),
    video: z.optional(text),
    // An older version has stored none.
    link: z._default(maybeText, null),
    externalLink: maybeText,
    retweetOf: maybeText,
    error: maybeText,
    tags: z.optional(z.array(z.object({ id: text, name: text, color: text }))),
    statistics: z.record(text, number),
  }),
);

/** By network, then by type of account. */
export const configurationSchema = z.lazy(() =>
  z.record(
    text,
    z.record(
      text,
      z.object({
        characters: maybeNumber,
        slots: maybeNumber,
        interactions: z.array(text),
      }),
    ),
  ),
);

export const failureSchema = z.object({
  kind: z.enum(ERROR_KINDS),
  message: maybeText,
  status: z.optional(number),
  code: z.optional(number),
  link: z.optional(text),
  retryAt: z.optional(number),
  unsent: z.optional(z.literal(true)),
});
