// What another build has stored, brought into the shapes of this one, before anything of it is read.
import { browser } from 'wxt/browser';
import type * as z from 'zod/mini';
import { BUILD } from './build.ts';
import {
  channelsCacheSchema,
  connectionSchema,
  draftSchema,
  knownConfigurationSchema,
  linkChoicesSchema,
  notifiedSchema,
  outboxMirrorSchema,
  outboxSummarySchema,
  postEditsSchema,
  postListsSchema,
} from './schemas.ts';
import { choiceSchema, fieldChoicesSchema, settingsSchema, sitesSchema } from './settings-schemas.ts';
import {
  BUFFER_QUEUE,
  BUFFER_SENT,
  CHANNELS,
  CHOICE,
  CONFIGURATION,
  CONNECTION,
  draftItem,
  editsItem,
  FIELD_CHOICES,
  LINK_CHOICES,
  NOTIFIED,
  OUTBOX,
  OUTBOX_MIRROR,
  SETTINGS,
  SHAPED_BY,
  SITES,
  type Stored,
} from './storage.ts';

/** What a person has typed, and this build cannot read, waits under this name for one that can. */
const ASIDE = 'aside:';

const shape = <T>({ key }: Stored<T>, schema: z.ZodMiniType<NonNullable<T>>) => [key, schema] as const;

/** By the beginnings of their keys. */
const WORDS = [shape(draftItem(''), draftSchema), shape(editsItem(''), postEditsSchema)];

const SHAPES = new Map<string, z.ZodMiniType>([
  shape(CONNECTION, connectionSchema),
  shape(CHANNELS, channelsCacheSchema),
  shape(BUFFER_QUEUE, postListsSchema),
  shape(BUFFER_SENT, postListsSchema),
  shape(CONFIGURATION, knownConfigurationSchema),
  shape(OUTBOX, outboxSummarySchema),
  shape(OUTBOX_MIRROR, outboxMirrorSchema),
  shape(SETTINGS, settingsSchema),
  shape(CHOICE, choiceSchema),
  shape(SITES, sitesSchema),
  shape(FIELD_CHOICES, fieldChoicesSchema),
  shape(LINK_CHOICES, linkChoicesSchema),
  shape(NOTIFIED, notifiedSchema),
]);

function schemaOf(name: string): z.ZodMiniType | undefined {
  return WORDS.find(([beginning]) => name.startsWith(beginning))?.[1] ?? SHAPES.get(name);
}

/** Under which key a value belongs now, and what it is; null if this build cannot read it. */
function adopted(key: string, raw: unknown, stored: object): [key: string, value: unknown] | null {
  const name = key.replace(ASIDE, '');
  if (key !== name && name in stored) return [key, raw];
  const { success, data } = schemaOf(name)?.safeParse(raw) ?? {};
  if (success) return [name, data];
  return SHAPES.has(name) ? null : [ASIDE + name, raw];
}

async function adoptAll(): Promise<void> {
  const { local } = browser.storage;
  const stored = await local.get(null);
  const keys = Object.keys(stored).filter((key) => schemaOf(key.replace(ASIDE, '')));
  const kept = Object.fromEntries(
    keys.map((key) => adopted(key, stored[key], stored)).filter((one) => one !== null),
  );
  await local.set(kept);
  await local.remove(keys.filter((key) => !(key in kept)));
  await local.set({ [SHAPED_BY]: BUILD });
}

let running: Promise<void> | null = null;

/**
 * Gives every value of the local area the shape that this build reads: what an older one left out is filled in, what a
 * newer one has added is passed over, and what cannot be read is forgotten, but for what a person has typed.
 */
export function adopt(): Promise<void> {
  running ??= adoptAll().finally(() => {
    running = null;
  });
  return running;
}
