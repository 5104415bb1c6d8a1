// Keeps the list of channels, and how many posts wait in each queue, as fresh as the rate budget allows.
import type { BufferBackend } from '@/lib/buffer/backend.ts';
import { withLimits } from '@/lib/buffer/configuration.ts';
import { BufferError } from '@/lib/buffer/errors.ts';
import type { Channel, DailyLimit } from '@/lib/buffer/types.ts';
import type { OutboxSummary } from '@/lib/outbox/summary.ts';
import type { ChannelsCache, PostList } from '@/lib/platform/schemas.ts';
import { CHANNELS, read } from '@/lib/platform/storage.ts';
import { freshConfiguration } from './configuration.ts';
import { changeChannels, countQueued } from './known-channels.ts';
import { ALL, keepList } from './known-posts.ts';
import type { Background } from './post-office.ts';

const FRESH_MS = 10 * 60_000;
/** Queues longer than this are shown as this many. */
const MOST_PAGES = 2;

type Reserve = () => Promise<boolean>;
type Keep = (fresh: Partial<ChannelsCache>) => Promise<void>;

/** The queue of all channels as far as it is counted; null when the rate budget has no call for it. */
async function readQueue(backend: BufferBackend, channels: Channel[], reserve: Reserve) {
  const list: PostList = { fetchedAt: Date.now(), posts: [], after: null };
  for (let page = 0; page < MOST_PAGES && channels.length > 0; page += 1) {
    if (!(await reserve())) return null;
    const { after } = list;
    const answer = await backend.queue({ channels, first: 100, ...(after !== null && { after }) });
    list.posts.push(...answer.posts);
    list.after = answer.after;
    if (!answer.after) break;
  }
  return list;
}

/** Asks Buffer again when what is known is older than ten minutes, or at once with `force`. */
export async function refreshChannels({ office, session }: Background, force = false): Promise<void> {
  const [signed, cache] = await Promise.all([session.current(), read(CHANNELS)]);
  if (!signed || (!force && Date.now() - cache.fetchedAt < FRESH_MS)) return;
  const { accountId, backend } = signed;
  const reserve = async () => (await office.budget.reserve('list', signed)).ok;
  // An answer that comes after a sign-out, or after somebody else's sign-in, is nobody's any more.
  const keep = (fresh: Partial<ChannelsCache>) =>
    changeChannels(async (known) =>
      (await session.current())?.accountId === accountId
        ? { ...known, ...fresh, fetchedAt: Date.now() }
        : null,
    );
  try {
    await fetchChannels(backend, reserve, keep);
    const { channels } = await read(CHANNELS);
    const askedAt = Date.now();
    const list = await readQueue(backend, channels, reserve);
    if (!list) return;
    await keep({ queued: countQueued(list.posts) });
    await keepList('queue', ALL, { accountId, askedAt, list });
    if (!backend.dailyLimits || channels.length === 0 || !(await reserve())) return;
    await keep({ atLimit: reached(await backend.dailyLimits(channels), channels) });
  } catch (error) {
    if (!(error instanceof BufferError)) throw error;
    console.warn('the channels could not be refreshed:', error.failure.kind);
  }
}

async function fetchChannels(backend: BufferBackend, reserve: Reserve, keep: Keep): Promise<void> {
  if (!(await reserve())) return;
  const account = await backend.account();
  if (!(await reserve())) return;
  const fresh = await backend.channels(account);
  const { networks } = await freshConfiguration(backend, reserve);
  const channels = fresh.map((channel) => withLimits(channel, networks));
  await keep({ channels, preferences: account.preferences });
}

/** What is known of reached limits holds until the channel's day is over. */
function reached(limits: DailyLimit[], channels: Channel[]): ChannelsCache['atLimit'] {
  const zones = new Map(channels.map(({ id, timezone }) => [id, timezone]));
  const full = limits.filter(({ isReached }) => isReached);
  return Object.fromEntries(
    full.map(({ channelId, limit }) => [
      channelId,
      { limit: limit ?? 0, until: endOfDay(zones.get(channelId) ?? 'UTC') },
    ]),
  );
}

/** Of a zone that this browser has never heard of, the world's. */
function endOfDay(zone: string): number {
  try {
    const today = Temporal.Now.plainDateISO(zone);
    return today.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return endOfDay('UTC');
  }
}

/** Counts posts that were confirmed or taken back here, so that the number is right before the next refresh. */
export async function followQueued(before: OutboxSummary, after: OutboxSummary): Promise<void> {
  const inQueue = ({ entries }: OutboxSummary) =>
    new Map(
      entries
        .filter(({ state, mode }) => state === 'confirmed' && mode !== 'now' && mode !== 'draft')
        .map(({ id, channelId }) => [id, channelId]),
    );
  const [had, has] = [inQueue(before), inQueue(after)];
  const cancelled = new Set(after.entries.filter(({ state }) => state === 'cancelled').map(({ id }) => id));
  const added = [...has].filter(([id]) => !had.has(id)).map(([, channelId]) => [channelId, 1] as const);
  const gone = [...had].filter(([id]) => cancelled.has(id)).map(([, channelId]) => [channelId, -1] as const);
  if (added.length + gone.length === 0) return;
  await changeChannels(async (known) => {
    const queued = { ...known.queued };
    for (const [channelId, by] of [...added, ...gone]) {
      queued[channelId] = Math.max(0, (queued[channelId] ?? 0) + by);
    }
    return { ...known, queued };
  });
}
