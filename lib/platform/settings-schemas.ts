// The shapes of the settings and of what is chosen per site, as they are stored and as they stand in a file.
import * as z from 'zod/mini';
import { DEFAULT_SETTINGS, type Settings } from '../settings.ts';
import { linkChoicesSchema } from './schemas.ts';

const ids = () => z.array(z.string());

const utm = () =>
  z.object({
    on: z.boolean(),
    source: z.string(),
    medium: z.string(),
    campaign: z.string(),
    term: z.string(),
    content: z.string(),
  });

const fields = () => ({
  theme: z.enum(['system', 'light', 'dark']),
  defaultChannelIds: z.nullable(ids()),
  shortenLinks: z.boolean(),
  templates: z.record(z.string(), z.string()),
  channelMemory: z.enum(['last', 'site']),
  cleanLinks: z.boolean(),
  utm: utm(),
  badge: z.enum(['queued', 'attention', 'off']),
  noticeSaved: z.boolean(),
  noticeNeedsYou: z.boolean(),
});

/** What is missing, or was stored by a version that had other words, is as in a new installation. */
export const settingsSchema = z.lazy(() => {
  const id = z.nullable(z.string());
  const all: Record<keyof Settings, z.ZodMiniType> = { ...fields(), clientId: id, classicClientId: id };
  const kept = Object.entries(all).map(([name, field]) => [
    name,
    z.catch(field, DEFAULT_SETTINGS[name as keyof Settings]),
  ]);
  return z.object(Object.fromEntries(kept)) as unknown as z.ZodMiniType<Settings>;
});

/** The channels and the time that were chosen last. */
export const choiceSchema = z.lazy(() =>
  z.object({
    channelIds: z.nullable(ids()),
    when: z.catch(z.enum(['queue', 'next', 'now', 'at', 'draft']), 'queue'),
  }),
);

export const sitesSchema = z.lazy(() => z.array(z.object({ host: z.string(), channelIds: ids() })));

/** An exported file: a part may be missing, but none may be wrong, and what is not known here is passed over. */
export const settingsFileSchema = z.lazy(() =>
  z.object({
    settings: z._default(z.partial(z.object(fields())), {}),
    sites: z.optional(sitesSchema),
    choice: z.optional(choiceSchema),
    linkChoices: z.optional(linkChoicesSchema),
  }),
);
