// From the GraphQL API's words to this product's.
import type { Account, Channel, Picture, Post, PostStatus, Preferences, Tag } from '../types.ts';
import { webAddress } from '../web-address.ts';
import { WEEK } from '../week.ts';
import type { AccountRow, ChannelRow, PostRow } from './schemas.ts';

const STATUSES: ReadonlyMap<string, PostStatus> = new Map<string, PostStatus>([
  ['draft', 'draft'],
  ['needs_approval', 'needs-approval'],
  ['scheduled', 'scheduled'],
  ['sending', 'sending'],
  ['sent', 'sent'],
  ['error', 'error'],
]);

const WHENS: ReadonlyMap<string, Preferences['when']> = new Map<string, Preferences['when']>([
  ['Queue', 'queue'],
  ['Prioritize', 'next'],
  ['FixedTime', 'at'],
  ['Now', 'now'],
]);

// https://support.buffer.com/article/588: what X lets its paying accounts write.
const PAID_X_CHARACTERS = 25_000;

export function toAccount(row: AccountRow): Account {
  return {
    id: row.id,
    name: row.name || null,
    email: row.email || null,
    avatar: webAddress(row.avatar),
    timezone: row.timezone || null,
    organizations: row.organizations.map(({ id, name }) => ({ id, name: name || id })),
    preferences: toPreferences(row.preferences),
  };
}

/** The schema calls format and day plain strings: `24` and `monday` were seen. */
function toPreferences(row: AccountRow['preferences']): Preferences {
  const day = row?.startOfWeek?.slice(0, 3).toLowerCase() ?? '';
  const format = row?.timeFormat ?? '';
  return {
    when: WHENS.get(row?.defaultScheduleOption ?? '') ?? null,
    hours: format.startsWith('24') ? 24 : format.startsWith('12') ? 12 : null,
    weekStart: WEEK.includes(day) ? day : null,
  };
}

export function toChannel(row: ChannelRow, organizationId: string): Channel {
  return {
    id: row.id,
    organizationId,
    network: row.service,
    name: row.displayName || row.name || row.id,
    type: row.type || null,
    avatar: webAddress(row.avatar),
    timezone: row.timezone || 'UTC',
    isPaused: row.isQueuePaused ?? false,
    isDisconnected: row.isDisconnected ?? false,
    isLocked: row.isLocked ?? false,
    schedule: (row.postingSchedule ?? []).map(({ day, times, paused }) => ({
      day,
      times,
      paused: paused ?? false,
    })),
    maxCharacters: maxCharacters(row.metadata),
    maxPictures: null,
    boards: (row.metadata?.boards ?? []).map(({ serviceId, name }) => ({ id: serviceId, name })),
  };
}

function maxCharacters(metadata: ChannelRow['metadata']): number | null {
  // 'None' is there too. What is paid for: https://developers.buffer.com/guides/character-limits.md
  if (/^(?:basic|premium)/i.test(metadata?.subscriptionType ?? '')) return PAID_X_CHARACTERS;
  const own = metadata?.maxCharacters ?? 0;
  return own > 0 ? own : null;
}

export function toPost(row: PostRow): Post {
  const video = webAddress(row.assets?.find(({ type }) => type === 'video')?.source);
  return {
    id: row.id,
    channelId: row.channelId,
    network: row.channelService,
    text: row.text ?? '',
    status: STATUSES.get(row.status) ?? 'unknown',
    createdAt: row.createdAt,
    dueAt: row.dueAt ?? null,
    sentAt: row.sentAt ?? null,
    isCustomTime: row.isCustomScheduled ?? false,
    pictures: (row.assets ?? []).flatMap(toPicture),
    ...(video && { video }),
    link: webAddress(row.metadata?.linkAttachment?.url),
    externalLink: webAddress(row.externalLink),
    retweetOf: row.metadata?.retweet?.id || null,
    error: row.error?.message ?? null,
    ...(row.tags?.length && { tags: row.tags.map(toTag) }),
    statistics: {},
  };
}

function toTag({ id, name, color }: NonNullable<PostRow['tags']>[number]): Tag {
  return { id, name: name || id, color: color ?? '' };
}

function toPicture(asset: NonNullable<PostRow['assets']>[number]): Picture[] {
  const url = asset.type === 'image' ? webAddress(asset.source) : null;
  return url === null ? [] : [{ url, alt: asset.image?.altText ?? '' }];
}
