// The shapes of the settings and of what is chosen per site, as they are stored and as they stand in a file.
import * as z from 'zod/mini';
import { DEFAULT_SETTINGS, type Settings } from '../settings.ts';
import { linkChoicesSchema } from './schemas.ts';

const ids = () => z.array(z.string());

/** Each is made once, as the worker keeps them. */
const fields = () => {
  const [text, flag] = [z.string(), z.boolean()];
  return {
    theme: z.enum(['system', 'light', 'dark']),
    defaultChannelIds: z.nullable(z.array(text)),
    shortenLinks: flag,
    templates: z.record(text, text),
    channelMemory: z.enum(['last', 'site']),
    cleanLinks: flag,
    utm: z.object({ on: flag, source: text, medium: text, campaign: text, term: text, content: text }),
    badge: z.enum(['queued', 'attention', 'off']),
    noticeSaved: flag,
    noticeNeedsYou: flag,
  };
};

/** What is missing, or was stored by a version that had other words, is as in a new installation. */
export const settingsSchema = z.lazy(() => {
  const id = z.nullable(z.string());
  const all: Record<keyof Settings, z.ZodMiniType> = { ...fields(), clientId: id, classicClientId: id };
  const names = Object.keys(all) as (keyof Settings)[];
  const known = (stored: Record<string, unknown>) =>
    names.map((name) => {
      const { success, data } = all[name].safeParse(stored[name]);
      return [name, success ? data : DEFAULT_SETTINGS[name]];
    });
  return z.pipe(
    z.record(z.string(), z.unknown()),
    z.transform((stored: Record<string, unknown>) => Object.fromEntries(known(stored)) as Settings),
  );
});

/** The channels and the time that were chosen last. */
export const choiceSchema = z.lazy(() =>
  z.object({
    channelIds: z.nullable(ids()),
    when: z.catch(z.enum(['queue', 'next', 'now', 'at', 'draft']), 'queue'),
  }),
);

/** What was chosen last in the fields of each channel, by its id. */
export const fieldChoicesSchema = z.lazy(() => z.record(z.string(), z.record(z.string(), z.string())));

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
