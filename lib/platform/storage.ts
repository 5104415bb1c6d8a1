// Everything that is kept in extension storage: one page that names every key and its fallback. What is read is not
// checked each time: all of it is brought into the shapes of this build once, before anything of it is read (adopt.ts).
import { browser } from 'wxt/browser';
import type { LinkChoice } from '../capture/link-choices.ts';
import type { SiteChannels } from '../capture/sites.ts';
import type { Draft } from '../drafts/draft.ts';
import { EMPTY_SUMMARY, type OutboxSummary } from '../outbox/summary.ts';
import { DEFAULT_SETTINGS, type Settings } from '../settings.ts';
import { BUILD } from './build.ts';
import { send } from './messaging.ts';
import type {
  ChannelsCache,
  ConnectionView,
  Handoff,
  Interactions,
  KnownConfiguration,
  PostEdits,
  PostLists,
} from './schemas.ts';

type Area = 'local' | 'session';

/** One named value, and what it is when nothing is stored. */
export interface Stored<T> {
  area: Area;
  key: string;
  fallback: T;
}

export const CONNECTION: Stored<ConnectionView> = {
  area: 'local',
  key: 'connection',
  fallback: { status: 'signed-out', method: null, can: [], account: null },
};

export const CHANNELS: Stored<ChannelsCache> = {
  area: 'local',
  key: 'channels',
  fallback: { fetchedAt: 0, channels: [], queued: {} },
};

const NO_LISTS: PostLists = { accountId: null, changedAt: 0, lists: {} };

/** Buffer's own queue as it was last known. */
export const BUFFER_QUEUE: Stored<PostLists> = {
  area: 'local',
  key: 'bufferQueue',
  fallback: NO_LISTS,
};

/** What Buffer has published, as it was last known. */
export const BUFFER_SENT: Stored<PostLists> = {
  area: 'local',
  key: 'bufferSent',
  fallback: NO_LISTS,
};

/** Limits and events of the networks, where the API tells them. */
export const CONFIGURATION: Stored<KnownConfiguration> = {
  area: 'local',
  key: 'configuration',
  fallback: { fetchedAt: 0, networks: {} },
};

/** What was read of published posts since the browser started. */
export const INTERACTIONS: Stored<Interactions> = {
  area: 'session',
  key: 'interactions',
  fallback: {},
};

export const OUTBOX: Stored<OutboxSummary> = {
  area: 'local',
  key: 'outbox',
  fallback: EMPTY_SUMMARY,
};

/** How many entries the outbox's database must hold; an empty database beside a count is data loss, said aloud. */
export const OUTBOX_MIRROR: Stored<{ generation: number; count: number }> = {
  area: 'local',
  key: 'outboxMirror',
  fallback: { generation: 0, count: 0 },
};

export const SETTINGS: Stored<Settings> = {
  area: 'local',
  key: 'settings',
  fallback: DEFAULT_SETTINGS,
};

/** The channels and the time that were chosen last. */
export const CHOICE: Stored<{ channelIds: string[] | null; when: Draft['when'] }> = {
  area: 'local',
  key: 'choice',
  fallback: { channelIds: null, when: 'queue' },
};

/** Which channels are chosen on which site. */
export const SITES: Stored<SiteChannels[]> = {
  area: 'local',
  key: 'sites',
  fallback: [],
};

/** What was chosen last in the fields of each channel, by its id. */
export const FIELD_CHOICES: Stored<Draft['options']> = {
  area: 'local',
  key: 'fieldChoices',
  fallback: {},
};

/** Which kind of link was chosen on which site. */
export const LINK_CHOICES: Stored<LinkChoice[]> = {
  area: 'local',
  key: 'linkChoices',
  fallback: [],
};

/** What was clicked in the context menu, or is to be written anew, on its way to the composer that it opens. */
export const HANDOFF: Stored<Handoff | null> = {
  area: 'session',
  key: 'handoff',
  fallback: null,
};

/** A sign-in that was begun and not finished: its one-shot secrets, kept over a restart of the worker. */
export const PENDING_SIGN_IN: Stored<unknown> = {
  area: 'session',
  key: 'pendingSignIn',
  fallback: null,
};

/** How the sign-in that is under way goes, for the page that started it. */
export const SIGN_IN: Stored<{ state: 'idle' | 'running' | 'failed'; problem: string | null }> = {
  area: 'session',
  key: 'signIn',
  fallback: { state: 'idle', problem: null },
};

/** When somebody last signed in, or a refused token was set aside to be renewed (ms); 0 for never. */
export const RENEWED_AT: Stored<number> = {
  area: 'session',
  key: 'renewedAt',
  fallback: 0,
};

/** The entries whose trouble the person was told of already. */
export const NOTIFIED: Stored<string[]> = {
  area: 'local',
  key: 'notified',
  fallback: [],
};

/** One key per draft, so that two windows that write at once never overwrite each other's words. */
export function draftItem(key: string): Stored<Draft | null> {
  return { area: 'local', key: `draft:${key}`, fallback: null };
}

/** Words of posts in Buffer that an account's person has begun to change. */
export function editsItem(accountId: string): Stored<PostEdits> {
  return { area: 'local', key: `edits:${accountId}`, fallback: {} };
}

/** Under this key stands which build has given the values of the local area their shapes. */
export const SHAPED_BY = 'shapedBy';

/** Brings what another build has stored into the shapes of this one; pages have the background do it. */
let adopt: () => Promise<unknown> = () => send({ type: 'adopt' });

/** Makes this the way to adopt what another build has stored. */
export function adoptBy(way: () => Promise<void>): void {
  adopt = way;
}

/** What is stored under these keys, in the shapes of this build. The session area does not outlive its build. */
export async function storedUnder(keys: string[], area: Area = 'local'): Promise<Record<string, unknown>> {
  if (keys.length === 0) return {};
  if (area === 'session') return browser.storage.session.get(keys);
  const { [SHAPED_BY]: shapedBy, ...values } = await browser.storage.local.get([...keys, SHAPED_BY]);
  if (shapedBy === BUILD) return values;
  await adopt();
  return browser.storage.local.get(keys);
}

type Values<Items extends readonly Stored<unknown>[]> = {
  [I in keyof Items]: Items[I] extends Stored<infer T> ? T : never;
};

/** Reads several values in one call to each storage area; what is missing is its fallback. */
export async function readAll<Items extends readonly Stored<unknown>[]>(
  ...items: Items
): Promise<Values<Items>> {
  const keysOf = (area: Area) => items.filter((item) => item.area === area).map(({ key }) => key);
  const [local, session] = await Promise.all([
    storedUnder(keysOf('local')),
    storedUnder(keysOf('session'), 'session'),
  ]);
  return items.map(
    ({ area, key, fallback }) => (area === 'local' ? local : session)[key] ?? fallback,
  ) as Values<Items>;
}

export async function read<T>(item: Stored<T>): Promise<T> {
  const [value] = await readAll(item);
  return value as T;
}

/** Writing null or undefined removes the key. */
export async function write<T>(item: Stored<T>, value: T): Promise<void> {
  if (value === null || value === undefined) await browser.storage[item.area].remove(item.key);
  else await browser.storage[item.area].set({ [item.key]: value });
}

/** Writes two values of extension storage's local area at once: both are stored, or neither. */
export function writeAll<A, B>(
  ...[[a, first], [b, second]]: [[Stored<A>, A], [Stored<B>, B]]
): Promise<void> {
  return browser.storage.local.set({ [a.key]: first, [b.key]: second });
}

/** Calls back with each new value until the returned function is called. */
export function watch<T>(item: Stored<T>, changed: (value: T) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[item.key];
    if (area === item.area && change) changed((change.newValue as T | undefined) ?? item.fallback);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
