// The world as it begins, and as a reset puts it back.
import type { Account, Data } from './model.ts';
import { ORGANIZATION, seedChannels } from './seed-channels.ts';
import { seedPosts } from './seed-posts.ts';
import { seedTags } from './tags.ts';

const ACCOUNT_ID = '64f0acc00000000000000001';

export function seedAccount(origin: string): Account {
  return {
    id: ACCOUNT_ID,
    name: 'Mara Alder',
    email: 'mara@example.com',
    avatar: `${origin}/media/avatars/mara.jpg`,
    timezone: 'Europe/Berlin',
    preferences: { timeFormat: '24', startOfWeek: 'monday', defaultScheduleOption: 'Queue' },
    organizationId: ORGANIZATION.id,
    createdAt: Date.UTC(2024, 2, 9, 8, 30),
  };
}

/** Channels and posts as seen from `now` (milliseconds); pictures are served from `origin`. */
export function seedData(now: number, origin: string): Data {
  const channels = seedChannels(now, origin);
  const posts = seedPosts(channels, ACCOUNT_ID, { now, origin });
  return { channels, posts, ideas: [], comments: [], tags: seedTags() };
}
