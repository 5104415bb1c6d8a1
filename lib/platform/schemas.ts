// The shapes of what is stored beside the outbox's database. Only what another build has stored is held against them,
// so each is made when it is first used.
import * as z from 'zod/mini';
import { CAPABILITIES } from '../buffer/backend.ts';
import {
  channelSchema,
  configurationSchema,
  failureSchema,
  postSchema,
  preferencesSchema,
  shareModeSchema,
} from '../buffer/schemas.ts';
import type { Interaction } from '../buffer/types.ts';
import { REASONS } from '../outbox/entry.ts';

/** One that this version does not know, as another has stored it, is passed over. */
const capabilities = z.lazy(() =>
  z.pipe(
    z.array(z.string()),
    z.transform((names: string[]) => CAPABILITIES.filter((name) => names.includes(name))),
  ),
);

/** What the pages may know of the sign-in; the credentials themselves are kept elsewhere. */
export const connectionSchema = z.lazy(() =>
  z.object({
    status: z.enum(['signed-out', 'signed-in', 'expired']),
    method: z.nullable(z.enum(['oauth', 'api-key', 'classic'])),
    /** What the API that was signed in to can do beyond the others. */
    can: z._default(capabilities, []),
    account: z.nullable(
      z.object({
        id: z.string(),
        name: z.nullable(z.string()),
        email: z.nullable(z.string()),
        avatar: z.nullable(z.string()),
      }),
    ),
  }),
);
export type ConnectionView = z.infer<typeof connectionSchema>;

/** The channels as Buffer gave them last; `queued` counts the posts that wait in each channel's queue. */
export const channelsCacheSchema = z.lazy(() =>
  z.object({
    fetchedAt: z.number(),
    channels: z.array(channelSchema),
    queued: z.record(z.string(), z.number()),
    /** The channels that have reached their daily limit, and when their day ends (ms). */
    atLimit: z.optional(z.record(z.string(), z.object({ limit: z.number(), until: z.number() }))),
    /** When single channels were read afresh (ms), by their ids. */
    readAt: z.optional(z.record(z.string(), z.number())),
    /** The account's, as they were read with the channels. */
    preferences: z.optional(preferencesSchema),
  }),
);
export type ChannelsCache = z.infer<typeof channelsCacheSchema>;

/** Posts of Buffer's as it gave them at `fetchedAt` (ms); `after` is where the next ones begin. */
const postListSchema = z.lazy(() =>
  z.object({
    fetchedAt: z.number(),
    posts: z.array(postSchema),
    after: z.nullable(z.string()),
  }),
);
export type PostList = z.infer<typeof postListSchema>;

/** The lists of an account that are kept: of all channels, and of the one that was looked at last. */
export const postListsSchema = z.lazy(() =>
  z.object({
    accountId: z.nullable(z.string()),
    /** When something was last changed from here (ms): an answer to an older question is outdated. */
    changedAt: z.number(),
    /** By channel, or `all`. */
    lists: z.record(z.string(), postListSchema),
  }),
);
export type PostLists = z.infer<typeof postListsSchema>;

/** A post in Buffer whose words are being changed: `saved` is what Buffer has of them. */
const postEditSchema = z.lazy(() => z.object({ post: postSchema, text: z.string(), saved: z.string() }));
export type PostEdit = z.infer<typeof postEditSchema>;

/** By the ids of the posts. */
export const postEditsSchema = z.lazy(() => z.record(z.string(), postEditSchema));
export type PostEdits = z.infer<typeof postEditsSchema>;

/** What Buffer says of its networks, as of `fetchedAt` (ms). */
export const knownConfigurationSchema = z.lazy(() =>
  z.object({
    fetchedAt: z.number(),
    networks: configurationSchema,
  }),
);
export type KnownConfiguration = z.infer<typeof knownConfigurationSchema>;

/** What people did with published posts, by post and event; see `interactionKey`. */
export type Interactions = Record<string, { total: number; interactions: Interaction[] }>;

const entryViewSchema = z.lazy(() =>
  z.object({
    id: z.string(),
    groupId: z.string(),
    accountId: z._default(z.string(), ''),
    channelId: z.string(),
    network: z.string(),
    text: z.string(),
    mode: shareModeSchema,
    state: z.enum(['waiting', 'sending', 'checking', 'confirmed', 'needs-you', 'cancelled']),
    reason: z.enum(REASONS),
    acceptedAt: z.number(),
    nextAt: z.nullable(z.number()),
    dueAt: z.nullable(z.number()),
    remoteId: z.nullable(z.string()),
    // Without it the projection of an older version would count as empty for a moment.
    found: z._default(
      z.nullable(z.object({ text: z.nullable(z.string()), link: z.nullable(z.string()) })),
      null,
    ),
    error: z.nullable(failureSchema),
  }),
);

export const outboxSummarySchema = z.lazy(() =>
  z.object({
    onTheirWay: z.number(),
    needsYou: z.number(),
    entries: z.array(entryViewSchema),
    unreadable: z._default(z.array(z.object({ id: z.string(), text: z.nullable(z.string()) })), []),
    lost: z._default(
      z.nullable(z.object({ at: z.number(), count: z.number(), entries: z.array(entryViewSchema) })),
      null,
    ),
  }),
);

/** How many entries the outbox's database must hold. */
export const outboxMirrorSchema = z.lazy(() => z.object({ generation: z.number(), count: z.number() }));

/** The entries whose trouble the person was told of already. */
export const notifiedSchema = z.lazy(() => z.array(z.string()));

interface Handed {
  /** The window whose side panel it is for; none for a composer that opens with it. */
  windowId?: number | undefined;
}

interface HandedTab extends Handed {
  tab: { id?: number | undefined; url: string; title: string };
}

/** What was clicked in the context menu, and in which tab. */
export interface ClickHandoff extends HandedTab {
  click: {
    itemId: 'page' | 'selection' | 'link' | 'image' | 'video';
    pageUrl: string;
    linkUrl?: string | undefined;
    srcUrl?: string | undefined;
    selectionText?: string | undefined;
    frameId?: number | undefined;
    editable?: boolean | undefined;
  };
}

/** What a composer opens with, or turns to: a click, a draft that is kept already, or a tab. */
export type Handoff = ClickHandoff | HandedTab | (Handed & { draftKey: string });

/** A word that a later version has stored chooses nothing here. */
export const linkChoicesSchema = z.lazy(() => z.array(z.object({ host: z.string(), source: z.string() })));

export const draftSchema = z.lazy(() =>
  z.object({
    key: z.string(),
    pageUrl: z.string(),
    channelIds: z.array(z.string()),
    text: z.string(),
    // Drafts that an older version has stored lack these six.
    changedAt: z._default(z.number(), 0),
    texts: z._default(z.record(z.string(), z.string()), {}),
    options: z._default(z.record(z.string(), z.record(z.string(), z.optional(z.string()))), {}),
    firstComment: z._default(z.string(), ''),
    tagIds: z._default(z.record(z.string(), z.array(z.string())), {}),
    video: z._default(z.string(), ''),
    link: z.string(),
    attachment: z.enum(['card', 'pictures', 'none', 'retweet', 'video']),
    card: z.object({ title: z.string(), description: z.string(), picture: z.nullable(z.string()) }),
    pictures: z.array(z.object({ url: z.string(), alt: z.string(), chosen: z.boolean() })),
    when: z.enum(['queue', 'next', 'now', 'at', 'draft']),
    at: z.nullable(z.string()),
  }),
);
