// Eight channels on eight networks, as one person might keep them.
import { boardsOf, week } from './channel-kinds.ts';
import type { Channel, Day, ScheduleDay } from './model.ts';

export const ORGANIZATION = { id: '64f00a900000000000000001', name: 'Walking Notes' };

/** The channels' ids, fixed so that scripts may name them. */
export const CHANNEL_IDS = {
  twitter: '64f0c0de0000000000000001',
  linkedin: '64f0c0de0000000000000002',
  bluesky: '64f0c0de0000000000000003',
  mastodon: '64f0c0de0000000000000004',
  facebook: '64f0c0de0000000000000005',
  instagram: '64f0c0de0000000000000006',
  threads: '64f0c0de0000000000000007',
  pinterest: '64f0c0de0000000000000008',
} as const;

export type SeededService = keyof typeof CHANNEL_IDS;

const WEEKDAYS: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
type Row = Pick<Channel, 'type' | 'name' | 'displayName' | 'descriptor' | 'timezone' | 'externalLink'> &
  Partial<Channel> & { postingSchedule: ScheduleDay[] };

const ROWS: Record<SeededService, Row> = {
  twitter: {
    type: 'profile',
    name: 'mara_walks',
    displayName: 'Mara Alder',
    descriptor: 'X Profile',
    timezone: 'America/New_York',
    externalLink: 'https://x.com/mara_walks',
    postingSchedule: week(['08:15', '12:40', '17:05']),
  },
  linkedin: {
    type: 'profile',
    name: 'Mara Alder',
    displayName: 'Mara Alder',
    descriptor: 'LinkedIn Profile',
    timezone: 'Europe/Berlin',
    externalLink: 'https://www.linkedin.com/in/mara-alder',
    postingSchedule: week(['09:10', '16:30'], WEEKDAYS),
  },
  bluesky: {
    type: 'profile',
    name: 'mara.walkingnotes.example',
    displayName: 'Mara on foot',
    descriptor: 'Bluesky Profile',
    timezone: 'Europe/Lisbon',
    externalLink: 'https://bsky.app/profile/mara.walkingnotes.example',
    serverUrl: 'https://bsky.social',
    postingSchedule: week(['07:45', '19:20']),
  },
  mastodon: {
    type: 'profile',
    name: 'mara@slow.example',
    displayName: 'Mara, slowly',
    descriptor: 'Mastodon Profile',
    timezone: 'Asia/Tokyo',
    externalLink: 'https://slow.example/@mara',
    serverUrl: 'https://slow.example',
    maxCharacters: 1000,
    postingSchedule: week(['10:00', '20:30']),
  },
  facebook: {
    type: 'page',
    name: 'The Reading Room',
    displayName: 'The Reading Room',
    descriptor: 'Facebook Page',
    timezone: 'Europe/London',
    externalLink: 'https://www.facebook.com/thereadingroom.example',
    isQueuePaused: true,
    postingSchedule: week(['11:30'], ['tue', 'thu', 'sat']),
  },
  instagram: {
    type: 'business',
    name: 'leaf.and.lane',
    displayName: 'Leaf & Lane',
    descriptor: 'Instagram Professional Account',
    timezone: 'Australia/Sydney',
    externalLink: 'https://www.instagram.com/leaf.and.lane',
    postingSchedule: week(['06:50', '18:10']),
  },
  threads: {
    type: 'profile',
    name: 'mara.alder',
    displayName: 'Footpath talk',
    descriptor: 'Threads Profile',
    timezone: 'America/Los_Angeles',
    externalLink: 'https://www.threads.net/@mara.alder',
    isDisconnected: true,
    postingSchedule: week(['09:00', '21:15']),
  },
  pinterest: {
    type: 'profile',
    name: 'walkingnotes',
    displayName: 'Walking Notes',
    descriptor: 'Pinterest Account',
    timezone: 'Pacific/Auckland',
    externalLink: 'https://www.pinterest.com/walkingnotes',
    boards: boardsOf(['Notebooks in use', 'Paths worth the detour', 'Reading corners'], 'walkingnotes'),
    postingSchedule: week(['08:00', '20:00'], ['sat', 'sun', 'wed']),
  },
};

/** The seeded channels; `now` in milliseconds, `origin` is where their avatars are served. */
export function seedChannels(now: number, origin: string): Channel[] {
  const services = Object.keys(CHANNEL_IDS) as SeededService[];
  return services.map((service, index) => ({
    id: CHANNEL_IDS[service],
    organizationId: ORGANIZATION.id,
    service,
    serviceId: `1784140000000${1000 + index}`,
    avatar: `${origin}/media/avatars/${service}.jpg`,
    isQueuePaused: false,
    isDisconnected: false,
    isLocked: false,
    createdAt: now - (400 - index) * 86_400_000,
    updatedAt: now - (20 - index) * 86_400_000,
    ...structuredClone(ROWS[service]),
  }));
}
