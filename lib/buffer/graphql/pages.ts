// Lists over several organizations: the API asks for one organization at a time, so they follow each other.
import type { ChannelRef } from '../types.ts';

/** The channels of one organization, as one query asks for them. */
export interface Group {
  organizationId: string;
  channelIds: string[];
}

/** Where a list goes on: in which organization, and after which cursor of the server's (null: at its start). */
export interface Place {
  index: number;
  after: string | null;
}

/** Channels by organization, in the order in which the organizations first occur. */
export function groupChannels(channels: ChannelRef[]): Group[] {
  const groups = Map.groupBy(channels, (channel) => channel.organizationId);
  return [...groups].map(([organizationId, refs]) => ({
    organizationId,
    channelIds: [...new Set(refs.map((ref) => ref.id))],
  }));
}

/** A place as the opaque cursor that callers carry; it survives a change of the other organizations. */
export function toCursor(groups: Group[], place: Place): string | null {
  const group = groups[place.index];
  return group ? `${encodeURIComponent(group.organizationId)}:${place.after ?? ''}` : null;
}

/** The place that a cursor names; null if it is of another list. */
export function fromCursor(groups: Group[], cursor: string | undefined): Place | null {
  if (cursor === undefined) return { index: 0, after: null };
  const [, organization = '', after = ''] = /^([^:]*):(.*)$/s.exec(cursor) ?? [];
  const index = groups.findIndex((group) => encodeURIComponent(group.organizationId) === organization);
  return index < 0 ? null : { index, after: after || null };
}
