// What the classic API says of each network: names, words, limits, and the kinds of answer that posts get there.
import type { Service } from '../world/model.ts';

export interface Network {
  /** As `formatted_service`. */
  name: string;
  verb: string;
  /** Posting times that a profile may have on one day. */
  scheduleLimit: number;
  /** Singular; requests and the configuration know the plurals too. */
  events: readonly string[];
  /** The key under which a profile's statistics count people; absent where none were recorded. */
  audience?: string;
  urls: Record<string, string>;
  /** Whether a link becomes a card of its own. */
  takesLinks: boolean;
  /** Whether every post must have a picture. */
  needsPicture: boolean;
}

const OTHERS = { verb: 'post', scheduleLimit: 288, events: ['like', 'comment'], audience: 'followers' };

function network(name: string, rest: Partial<Network>): Network {
  return { ...OTHERS, name, urls: {}, takesLinks: false, needsPicture: false, ...rest };
}

export const NETWORKS: Record<Service, Network> = {
  twitter: network('Twitter', {
    verb: 'tweet',
    scheduleLimit: 730,
    events: ['favorite', 'mention', 'retweet'],
    urls: {
      user: 'https://twitter.com/',
      hashtag: 'https://twitter.com/hashtag/',
      cashtag: 'https://twitter.com/search?q=%24',
    },
  }),
  linkedin: network('LinkedIn', {
    scheduleLimit: 25,
    audience: 'connections',
    urls: {
      user: 'https://www.linkedin.com/search/results/people/?keywords=',
      hashtag: 'https://www.linkedin.com/feed/hashtag/',
    },
    takesLinks: true,
  }),
  facebook: network('Facebook', {
    scheduleLimit: 25,
    audience: undefined,
    urls: { user: 'https://www.facebook.com/', hashtag: 'https://www.facebook.com/hashtag/' },
    takesLinks: true,
  }),
  instagram: network('Instagram', {
    urls: {
      user: 'https://www.instagram.com/',
      hashtag: 'https://www.instagram.com/explore/tags/',
    },
    needsPicture: true,
  }),
  pinterest: network('Pinterest', {
    verb: 'pin',
    events: ['comment', 'repin'],
    urls: { user: 'https://www.pinterest.com/' },
    needsPicture: true,
  }),
  bluesky: network('Bluesky', {
    events: ['like', 'comment', 'reshare'],
    urls: { user: 'https://bsky.app/profile/', hashtag: 'https://bsky.app/hashtag/' },
    takesLinks: true,
  }),
  mastodon: network('Mastodon', {
    events: ['favorite', 'comment', 'reshare'],
    urls: { hashtag: 'https://mastodon.social/tags/' },
  }),
  threads: network('Threads', {
    events: ['like', 'comment', 'reshare'],
    urls: { user: 'https://www.threads.net/@' },
    takesLinks: true,
  }),
  tiktok: network('TikTok', { urls: { user: 'https://www.tiktok.com/@' }, needsPicture: true }),
  youtube: network('YouTube', { urls: { user: 'https://www.youtube.com/@' } }),
  googlebusiness: network('Google Business Profile', { events: [] }),
  startPage: network('Start Page', { events: [] }),
};

const ALL_EVENTS = [...new Set(Object.values(NETWORKS).flatMap(({ events }) => events))];

/** The event in its singular; undefined when no network knows it. */
export function eventOf(word: string): string | undefined {
  const lower = word.toLowerCase();
  return ALL_EVENTS.find((event) => lower === event || lower === `${event}s`);
}
