// One row per network that Buffer knows: adding a network is adding a row.

/** How a network counts characters; the counters are in `count.ts`. */
export type Counter =
  | 'weighted'
  | 'graphemes'
  | 'mastodon'
  | 'emojiBytes'
  | 'shortLinks'
  | 'lineEnds'
  | 'utf16';

export interface NetworkRow {
  label: string;
  /** The mark of one or two letters on a channel's chip. */
  short: string;
  /** The mark's background, dark enough for white letters (contrast 4.5 or more). */
  colour: string;
  /**
   * Characters as `count` counts them: what Buffer refuses (https://developers.buffer.com/guides/character-limits.md),
   * or the network itself where it takes less (Google).
   */
  limit: number;
  count: Counter;
  /** Whether Buffer takes a link card for it (`linkAttachment`). */
  linkCard: boolean;
  /** What a post cannot do without. */
  needs: 'picture' | 'video' | null;
  maxPictures: number;
}

const PLAIN = { count: 'utf16', linkCard: false, needs: null } as const;

const TABLE = {
  twitter: {
    ...PLAIN,
    label: 'X',
    short: 'X',
    colour: '#14171a',
    limit: 280,
    count: 'weighted',
    maxPictures: 4,
  },
  linkedin: {
    ...PLAIN,
    label: 'LinkedIn',
    short: 'in',
    colour: '#0a66c2',
    limit: 3000,
    count: 'shortLinks',
    linkCard: true,
    maxPictures: 9,
  },
  facebook: {
    ...PLAIN,
    label: 'Facebook',
    short: 'f',
    colour: '#1467d3',
    limit: 5000,
    linkCard: true,
    maxPictures: 10,
  },
  bluesky: {
    ...PLAIN,
    label: 'Bluesky',
    short: 'b',
    colour: '#0b62c4',
    limit: 300,
    count: 'graphemes',
    linkCard: true,
    maxPictures: 4,
  },
  threads: {
    ...PLAIN,
    label: 'Threads',
    short: '@',
    colour: '#101010',
    limit: 500,
    count: 'emojiBytes',
    linkCard: true,
    maxPictures: 10,
  },
  mastodon: {
    ...PLAIN,
    label: 'Mastodon',
    short: 'm',
    colour: '#563acc',
    limit: 500,
    count: 'mastodon',
    maxPictures: 4,
  },
  instagram: {
    ...PLAIN,
    label: 'Instagram',
    short: 'ig',
    colour: '#c13584',
    limit: 2196,
    count: 'lineEnds',
    needs: 'picture',
    maxPictures: 10,
  },
  pinterest: {
    ...PLAIN,
    label: 'Pinterest',
    short: 'P',
    colour: '#bd081c',
    limit: 500,
    needs: 'picture',
    maxPictures: 1,
  },
  googlebusiness: {
    ...PLAIN,
    label: 'Google Business',
    short: 'G',
    colour: '#1a66d0',
    limit: 1500,
    maxPictures: 1,
  },
  tiktok: {
    ...PLAIN,
    label: 'TikTok',
    short: 'tt',
    colour: '#121212',
    limit: 4000,
    needs: 'picture',
    maxPictures: 35,
  },
  youtube: {
    ...PLAIN,
    label: 'YouTube',
    short: 'yt',
    colour: '#c4302b',
    limit: 5000,
    needs: 'video',
    maxPictures: 0,
  },
  startPage: { ...PLAIN, label: 'Start Page', short: 'S', colour: '#2c4bd8', limit: 5000, maxPictures: 1 },
} satisfies Record<string, NetworkRow>;

/** Buffer's `Service` values that this version knows. */
export type NetworkId = keyof typeof TABLE;

export const NETWORKS: Readonly<Record<NetworkId, NetworkRow>> = TABLE;

/** The row of a `service`; one that is unknown gets safe defaults, so that a new network of Buffer's still works. */
export function networkOf(service: string): NetworkRow {
  if (Object.hasOwn(NETWORKS, service)) return NETWORKS[service as NetworkId];
  const label = service.slice(0, 1).toUpperCase() + service.slice(1) || '?';
  return { ...PLAIN, label, short: label.slice(0, 1), colour: '#57534e', limit: 500, maxPictures: 1 };
}
