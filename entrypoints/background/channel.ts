// One channel: read afresh when it is looked at, and its posting times changed.
import { withLimits } from '@/lib/buffer/configuration.ts';
import type { Channel } from '@/lib/buffer/types.ts';
import type { Reply } from '@/lib/messages.ts';
import { CHANNELS, CONFIGURATION, read } from '@/lib/platform/storage.ts';
import { callBuffer } from './buffer-call.ts';
import { type CommandOf, type Handlers, OK } from './handlers.ts';
import { changeChannels, knownChannel } from './known-channels.ts';
import type { Background } from './post-office.ts';

const FRESH_MS = 10 * 60_000;

/** Asks Buffer for the channel that is looked at, once in ten minutes: the list of all is read every hour. */
async function readChannel(background: Background, channelId: string): Promise<Reply> {
  const { readAt } = await read(CHANNELS);
  if (Date.now() - (readAt?.[channelId] ?? 0) < FRESH_MS) return OK;
  return callBuffer(background, 'view', async ({ backend }) => {
    const channel = await backend.channel(await knownChannel(channelId));
    const { networks } = await read(CONFIGURATION);
    await keepChannel(channelId, withLimits(channel, networks));
    return OK;
  });
}

function setSchedule(
  background: Background,
  { channelId, schedule }: CommandOf<'set-schedule'>,
): Promise<Reply> {
  return callBuffer(background, 'post', async ({ backend }) => {
    // No page offers what the back-end cannot do.
    if (!backend.setSchedule) throw new Error('this API cannot change posting times');
    const answered = await backend.setSchedule(await knownChannel(channelId), schedule);
    await keepChannel(channelId, { schedule: answered });
    return OK;
  });
}

/** A channel that is gone meanwhile, with its account for example, is not brought back. */
function keepChannel(channelId: string, fresh: Partial<Channel>): Promise<void> {
  return changeChannels(async (known) => ({
    ...known,
    channels: known.channels.map((one) => (one.id === channelId ? { ...one, ...fresh } : one)),
    readAt: { ...known.readAt, [channelId]: Date.now() },
  }));
}

export function channelHandlers(background: Background): Pick<Handlers, 'read-channel' | 'set-schedule'> {
  return {
    'read-channel': ({ channelId }) => readChannel(background, channelId),
    'set-schedule': (command) => setSchedule(background, command),
  };
}
