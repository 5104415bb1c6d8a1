// How a channel of each network looks in Buffer: its type, its words, its address, and what only that network has.
import { type Board, type Channel, type Day, type ScheduleDay, type Service, WEEK } from './model.ts';

type Kind = Pick<Channel, 'type' | 'descriptor'> &
  Pick<Partial<Channel>, 'serverUrl' | 'maxCharacters'> & { page: string };

export const CHANNEL_KINDS: Record<Service, Kind> = {
  twitter: { type: 'profile', descriptor: 'X Profile', page: 'https://x.com/' },
  linkedin: { type: 'page', descriptor: 'LinkedIn Page', page: 'https://www.linkedin.com/company/' },
  bluesky: {
    type: 'profile',
    descriptor: 'Bluesky Profile',
    page: 'https://bsky.app/profile/',
    serverUrl: 'https://bsky.social',
  },
  mastodon: {
    type: 'profile',
    descriptor: 'Mastodon Profile',
    page: 'https://slow.example/@',
    serverUrl: 'https://slow.example',
    maxCharacters: 500,
  },
  facebook: { type: 'page', descriptor: 'Facebook Page', page: 'https://www.facebook.com/' },
  instagram: {
    type: 'business',
    descriptor: 'Instagram Professional Account',
    page: 'https://www.instagram.com/',
  },
  threads: { type: 'profile', descriptor: 'Threads Profile', page: 'https://www.threads.net/@' },
  pinterest: { type: 'profile', descriptor: 'Pinterest Account', page: 'https://www.pinterest.com/' },
  tiktok: { type: 'business', descriptor: 'TikTok Business Account', page: 'https://www.tiktok.com/@' },
  youtube: { type: 'channel', descriptor: 'YouTube Channel', page: 'https://www.youtube.com/@' },
  googlebusiness: {
    type: 'page',
    descriptor: 'Google Business Profile',
    page: 'https://www.google.com/maps/place/',
  },
  startPage: { type: 'page', descriptor: 'Start Page', page: 'https://start.page/' },
};

/** A week in which the given days have these times; Buffer always names all seven days. */
export function week(times: readonly string[], days: readonly Day[] = WEEK): ScheduleDay[] {
  return WEEK.map((day) => ({ day, times: days.includes(day) ? [...times] : [], paused: false }));
}

/** Boards under a Pinterest account; `index` tells those of one account from those of others. */
export function boardsOf(names: readonly string[], account: string, index = 0): Board[] {
  return names.map((name, place) => {
    const number = index * 16 + place + 1;
    const id = `64f0b0a2${number.toString(16).padStart(16, '0')}`;
    const serviceId = `87${number.toString().padStart(16, '0')}`;
    return { id, serviceId, name, description: '', url: `https://www.pinterest.com/${account}/${id}` };
  });
}
