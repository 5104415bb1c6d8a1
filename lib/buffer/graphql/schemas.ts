// The shapes of the GraphQL API's answers that this product relies on; fields beyond these are let through.
// zod/mini builds no functions from text, so these run under the extension's content security policy.
// Each is made when it is first used: a worker or a popup that starts needs few of them.
import * as z from 'zod/mini';

const moment = z.pipe(
  z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text)))),
  z.transform((text: string) => Date.parse(text)),
);
const id = z.string().check(z.minLength(1));
const maybeText = z.nullish(z.string());
const maybeTrue = z.nullish(z.boolean());

const errorEntry = z.lazy(() =>
  z.object({
    message: maybeText,
    /** Which field failed; absent where nothing was carried out at all. */
    path: z.nullish(z.array(z.unknown())),
    extensions: z.nullish(
      z.object({
        code: z.nullish(z.unknown()),
        window: z.nullish(z.unknown()),
        retryAfter: z.nullish(z.unknown()),
      }),
    ),
  }),
);

/** Any answer: data, errors, or both. */
export const answerSchema = z.lazy(() =>
  z.object({
    data: z.optional(z.unknown()),
    errors: z.nullish(z.array(errorEntry)),
  }),
);
export type ErrorEntry = z.infer<typeof errorEntry>;

export const accountSchema = z.lazy(() =>
  z.object({
    account: z.object({
      id,
      name: maybeText,
      email: maybeText,
      avatar: maybeText,
      timezone: maybeText,
      organizations: z.array(z.object({ id, name: maybeText })),
      preferences: z.nullish(
        z.object({ timeFormat: maybeText, startOfWeek: maybeText, defaultScheduleOption: maybeText }),
      ),
    }),
  }),
);
export type AccountRow = z.infer<typeof accountSchema>['account'];

const channelRow = z.lazy(() =>
  z.object({
    id,
    organizationId: maybeText,
    type: maybeText,
    name: maybeText,
    displayName: maybeText,
    service: z.string(),
    avatar: maybeText,
    timezone: maybeText,
    isDisconnected: maybeTrue,
    isLocked: maybeTrue,
    isQueuePaused: maybeTrue,
    postingSchedule: z.nullish(
      z.array(z.object({ day: z.string(), times: z.array(z.string()), paused: maybeTrue })),
    ),
    metadata: z.nullish(
      z.object({
        maxCharacters: z.nullish(z.number()),
        subscriptionType: maybeText,
        boards: z.nullish(z.array(z.object({ serviceId: z.string(), name: z.string() }))),
      }),
    ),
  }),
);
export const channelsSchema = z.lazy(() => z.object({ channels: z.array(channelRow) }));
export const channelSchema = z.lazy(() => z.object({ channel: channelRow }));
export type ChannelRow = z.infer<typeof channelRow>;

export const dailyLimitsSchema = z.lazy(() =>
  z.object({
    dailyPostingLimits: z.array(
      z.object({
        channelId: id,
        isAtLimit: z.boolean(),
        limit: z.nullish(z.number()),
        scheduled: z.number(),
        sent: z.number(),
      }),
    ),
  }),
);

export const postRowSchema = z.lazy(() =>
  z.object({
    id,
    channelId: id,
    channelService: z.string(),
    text: maybeText,
    status: z.string(),
    createdAt: moment,
    dueAt: z.nullish(moment),
    sentAt: z.nullish(moment),
    isCustomScheduled: maybeTrue,
    externalLink: maybeText,
    error: z.nullish(z.object({ message: maybeText })),
    assets: z.nullish(
      z.array(
        z.object({
          type: maybeText,
          source: maybeText,
          image: z.nullish(z.object({ altText: maybeText })),
        }),
      ),
    ),
    metadata: z.nullish(
      z.object({
        retweet: z.nullish(z.object({ id: maybeText })),
        linkAttachment: z.nullish(z.object({ url: maybeText })),
        type: maybeText,
        firstComment: maybeText,
        topic: maybeText,
      }),
    ),
    tags: z.optional(z.array(z.object({ id, name: maybeText, color: maybeText }))),
  }),
);
export type PostRow = z.infer<typeof postRowSchema>;

export const postsSchema = z.lazy(() =>
  z.object({
    posts: z.object({
      edges: z.nullable(z.array(z.object({ node: postRowSchema }))),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: maybeText }),
    }),
  }),
);

export const postSchema = z.lazy(() => z.object({ post: postRowSchema }));

/** What a mutation answers: a success or one of the typed errors, told apart by `__typename`. */
const payloadSchema = z.lazy(() =>
  z.object({
    __typename: z.string(),
    message: maybeText,
    code: z.nullish(z.number()),
    link: maybeText,
    id: maybeText,
    post: z.optional(z.unknown()),
  }),
);
export type Payload = z.infer<typeof payloadSchema>;

/** The data of a mutation: its payload under the mutation's own name. */
export const mutationSchema = z.lazy(() => z.record(z.string(), payloadSchema));
