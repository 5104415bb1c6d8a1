// The shapes of the classic API's answers that this product relies on; fields beyond these are let through.
// PHP has written them: what is empty may be null, false, absent, or `[]` in the place of an object.
// Each is made when it is first used: a worker or a popup that starts needs few of them.
import * as z from 'zod/mini';

const word = z.string().check(z.minLength(1));
const maybeWord = z.nullish(z.string());
const maybeNumber = z.nullish(z.number());
const count = z.number().check(z.minimum(0));
/** What only decorates a row does not spoil it. */
const loose = z.optional(z.unknown());

/** Rows are known by `id`, by `_id`, or by both with the same value. */
const known = { id: z.optional(word), _id: z.optional(word) };

/** The name of a row, which must have one. */
export function idOf(row: { id?: string | undefined; _id?: string | undefined }): string {
  return row.id ?? row._id ?? '';
}

const hasId = z.refine<{ id?: string | undefined; _id?: string | undefined }>((row) => idOf(row) !== '');

/** Both envelopes of failures, `{error, code}` and `{success: false, message, code}`, and what beside an answer is neither. */
export const envelopeSchema = z.lazy(() =>
  z.object({
    success: loose,
    code: loose,
    error: loose,
    message: loose,
    link: loose,
  }),
);
export type Envelope = z.infer<typeof envelopeSchema>;

/** What all that it says is that it was done. */
export const doneSchema = z.lazy(() => z.object({ success: z.literal(true) }));

export const accountSchema = z.lazy(() =>
  z
    .object({
      ...known,
      name: maybeWord,
      email: maybeWord,
      avatar: loose,
      timezone: maybeWord,
      twentyfour_hour_time: loose,
      week_starts_monday: loose,
    })
    .check(hasId),
);
export type AccountRow = z.infer<typeof accountSchema>;

export const schedulesSchema = z.lazy(() =>
  z.array(z.object({ days: z.array(z.string()), times: z.array(z.string()) })),
);
export type ScheduleBlock = z.infer<typeof schedulesSchema>[number];

export const profileSchema = z.lazy(() =>
  z
    .object({
      ...known,
      service: z.string(),
      service_type: maybeWord,
      service_id: loose,
      service_username: maybeWord,
      formatted_username: maybeWord,
      avatar: loose,
      avatar_https: loose,
      timezone: maybeWord,
      organization_id: maybeWord,
      schedules: z.nullish(schedulesSchema),
      paused: loose,
      disconnected: loose,
      oauth_broken: loose,
      locked: loose,
      disabled: loose,
      subprofiles: z.nullish(z.array(z.object({ ...known, name: maybeWord }).check(hasId))),
    })
    .check(hasId),
);
export const profilesSchema = z.lazy(() => z.array(profileSchema));
export type ProfileRow = z.infer<typeof profileSchema>;

/** Pictures come back as `picture`, never as the `photo` that they were sent as. */
const picture = z.object({ picture: loose, photo: loose, alt_text: loose });
const media = z.lazy(() =>
  z.extend(picture, {
    link: loose,
    extra_media: z.catch(z.nullish(z.array(picture)), null),
    video: z.catch(z.nullish(z.object({ details: z.object({ location: loose }) })), null),
  }),
);

export const updateSchema = z.lazy(() =>
  z
    .object({
      ...known,
      profile_id: word,
      profile_service: z.string(),
      text: maybeWord,
      status: z.string(),
      needs_approval: loose,
      shared_now: loose,
      created_at: z.number(),
      due_at: maybeNumber,
      sent_at: maybeNumber,
      scheduled_at: loose,
      media: z.nullish(z.union([media, z.array(z.unknown())])),
      retweet: z.nullish(z.union([z.object({ tweet_id: loose, comment: maybeWord }), z.array(z.unknown())])),
      retweeted_tweet_id: loose,
      service_link: loose,
      error: loose,
      statistics: loose,
    })
    .check(hasId),
);
export type UpdateRow = z.infer<typeof updateSchema>;

export const updatesSchema = z.lazy(() => z.object({ total: count, updates: z.array(updateSchema) }));

/** The queue after it was put into another order. */
export const orderSchema = z.lazy(() =>
  z.object({ success: z.literal(true), updates: z.array(updateSchema) }),
);

/** What `create` answers; its rows are read one by one, as only one of them is ours. */
export const createdSchema = z.lazy(() =>
  z.object({
    success: z.optional(z.literal(true)),
    updates: z.array(z.unknown()),
  }),
);

export const editedSchema = z.lazy(() => z.object({ success: z.literal(true), update: updateSchema }));

const person = z.lazy(() =>
  z.object({
    username: maybeWord,
    name: maybeWord,
    followers: maybeNumber,
    avatar: loose,
    avatar_https: loose,
  }),
);
const interaction = { created_at: z.number(), event: word, text: maybeWord, user: z.nullish(person) };

const interactionSchema = z.lazy(() => z.object({ ...known, ...interaction }).check(hasId));
export const interactionsSchema = z.lazy(() =>
  z.object({ total: count, interactions: z.array(interactionSchema) }),
);

/** The comment that was made; it has no name of its own. */
export const repliedSchema = z.lazy(() =>
  z.object({
    success: z.literal(true),
    update: z.object({ ...known, ...interaction, update_id: word }),
  }),
);
export type InteractionRow = z.infer<typeof interactionSchema> | z.infer<typeof repliedSchema>['update'];

export const sharesSchema = z.lazy(() => z.object({ shares: count }));

const typeSchema = z.lazy(() =>
  z.object({
    character_limit: maybeNumber,
    schedule_limit: maybeNumber,
    supported_interactions: z.nullish(z.array(z.string())),
  }),
);
export const configurationSchema = z.lazy(() =>
  z.object({
    services: z.record(z.string(), z.object({ types: z.record(z.string(), typeSchema) })),
  }),
);
export type ConfigurationRow = z.infer<typeof configurationSchema>;

/** What the token address answers: a token that lives until it is revoked, or a word of OAuth's. */
export const tokenSchema = z.lazy(() => z.object({ access_token: word }));
export const tokenErrorSchema = z.lazy(() => z.object({ error: z.string() }));
