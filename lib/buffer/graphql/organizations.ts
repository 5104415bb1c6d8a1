// Channels that were remembered under the classic API name no organization; the GraphQL API lists by it.
import { BufferError } from '../errors.ts';
import type { Http } from '../http.ts';
import type { ChannelRef } from '../types.ts';
import { ask } from './call.ts';
import { CHANNEL } from './operations.ts';
import { channelSchema } from './schemas.ts';

/** The same channels, each with its organization: where none is named, Buffer is asked. */
export async function withOrganizations(http: Http, channels: ChannelRef[]): Promise<ChannelRef[]> {
  const asked = new Map<string, string>();
  for (const { id, organizationId } of channels) {
    if (organizationId === '' && !asked.has(id)) asked.set(id, await organizationOf(http, id));
  }
  return channels.map((ref) => ({ ...ref, organizationId: ref.organizationId || (asked.get(ref.id) ?? '') }));
}

async function organizationOf(http: Http, id: string): Promise<string> {
  const { channel } = await ask(http, { query: CHANNEL, input: { id } }, channelSchema);
  if (channel.organizationId) return channel.organizationId;
  throw new BufferError({ kind: 'unreadable', message: 'a channel without an organization' });
}
