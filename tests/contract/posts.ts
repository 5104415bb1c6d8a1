// A channel of the local Buffer and a post for it, to vary in the tests of this folder.
import type { BufferBackend } from '../../lib/buffer/backend.ts';
import type { Channel, NewPost } from '../../lib/buffer/types.ts';

export async function channelOn(backend: BufferBackend, network: string): Promise<Channel> {
  const channel = (await backend.channels(await backend.account())).find((one) => one.network === network);
  if (!channel) throw new Error(`no ${network} channel`);
  return channel;
}

export function post(channel: Channel, change: Partial<NewPost> = {}): NewPost {
  const { id, organizationId, network } = channel;
  return {
    channel: { id, organizationId, network },
    text: 'A walk along the river',
    attachment: { kind: 'none' },
    mode: 'queue',
    options: {},
    ...change,
  };
}
