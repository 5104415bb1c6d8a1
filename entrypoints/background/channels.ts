// Keeps the list of channels, and how many posts wait in each queue, as fresh as the rate budget allows.
import type { BufferBackend } from '@/lib/buffer/backend.ts';
import { BufferError } from '@/lib/buffer/errors.ts';
import type { Channel } from '@/lib/buffer/types.ts';
import type { OutboxSummary } from '@/lib/outbox/summary.ts';
import type { ChannelsCache } from '@/lib/platform/schemas.ts';
import { CHANNELS, read } from '@/lib/platform/storage.ts';
import { changeChannels } from './known-channels.ts';
import type { Background } from './post-office.ts';

const FRESH_MS = 10 * 60_000;
/** Queues longer than this are shown as this many. */
const MOST_PAGES = 2;

type Reserve = () => Promise<boolean>;
type Keep = (fresh: Partial<ChannelsCache>) => Promise<void>;

async function countQueued(backend: BufferBackend, channels: Channel[], reserve: Reserve) {
  const queued: Record<string, number> = {};
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES && channels.length > 0; page += 1) {
    if (!(await reserve())) return null;
    const answer = await backend.queue({ channels, first: 100, ...(after ? { after } : {}) });
    for (const { channelId } of answer.posts) queued[channelId] = (queued[channelId] ?? 0) + 1;
    if (!answer.after) break;
    after = answer.after;
  }
  return queued;
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
    await fetchAll(backend, reserve, keep);
  } catch (error) {
    if (!(error instanceof BufferError)) throw error;
    console.warn('the channels could not be refreshed:', error.failure.kind);
  }
}

async function fetchAll(backend: BufferBackend, reserve: Reserve, keep: Keep): Promise<void> {
  if (!(await reserve())) return;
  const account = await backend.account();
  if (!(await reserve())) return;
  const channels = await backend.channels(account);
  await keep({ channels });
  const queued = await countQueued(backend, channels, reserve);
  if (queued) await keep({ queued });
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
