// From the classic API's words to this product's; its moments are seconds, ours milliseconds.
import type { Account, Channel, Configuration, Interaction, Picture, Post, PostStatus } from '../types.ts';
import { webAddress } from '../web-address.ts';
import { createOptions } from './input.ts';
import { toSchedule } from './schedule.ts';
import {
  type AccountRow,
  type ConfigurationRow,
  type InteractionRow,
  idOf,
  type ProfileRow,
  type UpdateRow,
} from './schemas.ts';
import { wordsOf } from './words.ts';

const STATUSES: ReadonlyMap<string, PostStatus> = new Map<string, PostStatus>([
  ['buffer', 'scheduled'],
  ['sent', 'sent'],
  // What was published past Buffer, and an answer to somebody there.
  ['service', 'sent'],
  ['service_reply', 'sent'],
  ['error', 'error'],
  ['draft', 'draft'],
]);

/** The API knows organizations only by what a profile says of its own. */
export function toAccount(row: AccountRow): Account {
  return {
    id: idOf(row),
    name: row.name || null,
    email: row.email || null,
    avatar: address(row.avatar),
    timezone: row.timezone || null,
    organizations: [],
    preferences: {
      when: null,
      hours: choice(row.twentyfour_hour_time, 24, 12),
      weekStart: choice(row.week_starts_monday, 'mon', 'sun'),
    },
  };
}

/** What PHP says of a switch that is on, off, or not there. */
function choice<T>(isOn: unknown, on: T, off: T): T | null {
  return typeof isOn === 'boolean' ? (isOn ? on : off) : null;
}

export function toChannel(row: ProfileRow): Channel {
  return {
    id: idOf(row),
    organizationId: row.organization_id ?? '',
    network: row.service,
    name: nameOf(row),
    type: row.service_type || null,
    avatar: address(row.avatar_https) ?? address(row.avatar),
    timezone: row.timezone || 'UTC',
    isPaused: Boolean(row.paused),
    isDisconnected: Boolean(row.disconnected || row.oauth_broken),
    isLocked: Boolean(row.locked || row.disabled),
    schedule: toSchedule(row.schedules ?? []),
    maxCharacters: null,
    // `media[photo]` is one picture; the documents know no way to send a second.
    maxPictures: 1,
    fields: createOptions(row.service),
    boards: (row.subprofiles ?? []).map((board) => ({ id: idOf(board), name: board.name || idOf(board) })),
  };
}

/** X's names have been empty for other people's apps since 2019. */
function nameOf(row: ProfileRow): string {
  const serviceId = typeof row.service_id === 'string' ? row.service_id : '';
  return row.formatted_username || row.service_username || serviceId || idOf(row);
}

export function toPost(row: UpdateRow): Post {
  const video = videoOf(row.media);
  return {
    id: idOf(row),
    channelId: row.profile_id,
    network: row.profile_service,
    text: textOf(row),
    status: statusOf(row),
    createdAt: row.created_at * 1000,
    dueAt: moment(row.due_at),
    sentAt: moment(row.sent_at),
    isCustomTime: Boolean(row.scheduled_at),
    pictures: picturesOf(row.media),
    ...(video && { video }),
    link: linkOf(row.media),
    externalLink: address(row.service_link),
    retweetOf: retweetOf(row),
    error: wordsOf(row.error).message,
    statistics: counts(row.statistics),
  };
}

function statusOf({ status, needs_approval, shared_now }: UpdateRow): PostStatus {
  if (needs_approval === true) return 'needs-approval';
  // Shared at once and not out yet: it waits for no slot any more.
  if (status === 'buffer' && shared_now === true) return 'sending';
  return STATUSES.get(status) ?? 'unknown';
}

/** `text` of a retweet is what somebody else wrote; ours is the comment on it. */
function textOf({ retweet, text }: UpdateRow): string {
  if (retweet && !Array.isArray(retweet)) return retweet.comment ?? '';
  return text ?? '';
}

/** The id stands in the `retweet` itself, or beside it, where posts of one's own have an empty one. */
function retweetOf({ retweet, retweeted_tweet_id: beside }: UpdateRow): string | null {
  const inside = retweet && !Array.isArray(retweet) ? retweet.tweet_id : null;
  return [inside, beside].find((id): id is string => typeof id === 'string' && id !== '') ?? null;
}

/** Zero stands for a moment that there is not: no slot, or not sent. */
function moment(seconds: number | null | undefined): number | null {
  return seconds ? seconds * 1000 : null;
}

function picturesOf(media: UpdateRow['media']): Picture[] {
  if (!media || Array.isArray(media)) return [];
  // A link has a picture too, which is the card's.
  if (isLink(media)) return [];
  return [media, ...(media.extra_media ?? [])].flatMap((one) => {
    const url = address(one.picture) ?? address(one.photo);
    return url === null ? [] : [{ url, alt: typeof one.alt_text === 'string' ? one.alt_text : '' }];
  });
}

function videoOf(media: UpdateRow['media']): string | null {
  return media && !Array.isArray(media) ? address(media.video?.details.location) : null;
}

function linkOf(media: UpdateRow['media']): string | null {
  return media && !Array.isArray(media) ? address(media.link) : null;
}

function isLink(media: { link?: unknown }): boolean {
  return typeof media.link === 'string' && media.link !== '';
}

function counts(statistics: unknown): Record<string, number> {
  const all = typeof statistics === 'object' && statistics !== null ? Object.entries(statistics) : [];
  return Object.fromEntries(all.filter((one): one is [string, number] => typeof one[1] === 'number'));
}

function address(value: unknown): string | null {
  return typeof value === 'string' ? webAddress(value) : null;
}

export function toInteraction(row: InteractionRow): Interaction {
  const { user } = row;
  return {
    id: idOf(row),
    event: row.event,
    at: row.created_at * 1000,
    text: row.text || null,
    person: {
      name: user?.name || user?.username || '',
      avatar: address(user?.avatar_https) ?? address(user?.avatar),
      followers: user?.followers ?? null,
    },
  };
}

export function toConfiguration({ services }: ConfigurationRow): Configuration {
  return mapValues(services, ({ types }) =>
    mapValues(types, (type) => ({
      characters: type.character_limit || null,
      slots: type.schedule_limit || null,
      interactions: singulars(type.supported_interactions ?? []),
    })),
  );
}

/** Every event is listed twice, as `likes` and as `like`, which ask for the same. */
function singulars(events: string[]): string[] {
  return events.filter((event) => !(event.endsWith('s') && events.includes(event.slice(0, -1))));
}

function mapValues<From, To>(record: Record<string, From>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
