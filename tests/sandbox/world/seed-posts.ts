// What the seeded queues already hold: walking, notebooks, reading.
import type { Details } from './details.ts';
import type { Channel, LinkAttachment, Post } from './model.ts';
import { joinBack } from './queue.ts';
import { CHANNEL_IDS, type SeededService } from './seed-channels.ts';
import { TAG_IDS } from './tags.ts';

const HOUR_MS = 3_600_000;

interface Row {
  service: SeededService;
  text: string;
  /** Hours from now to a time of its own; without it the post stands in the queue. */
  at?: number;
  draft?: boolean;
  picture?: string;
  link?: LinkAttachment;
  details?: Details;
  tags?: (keyof typeof TAG_IDS)[];
}

const ROWS: readonly Row[] = [
  {
    service: 'twitter',
    text: 'A walk is the cheapest way to change your mind. This morning: fog, two herons, one good idea.',
    at: -21,
  },
  {
    service: 'linkedin',
    text: 'For a year our team has held its one-to-ones on foot. Fewer slides, more silence, better decisions. What we learned, in five short paragraphs:',
    at: -50,
  },
  {
    service: 'threads',
    text: 'Which book do you carry only for its margins?',
    at: -9,
  },
  {
    service: 'twitter',
    text: 'Notebook rule no. 4: write the date first. Everything else may be wrong, the date may not.',
    tags: ['notebooks'],
  },
  {
    service: 'twitter',
    text: 'Twelve kilometres along the old canal, and the best sentence of the week came at the lock with the broken clock.',
    tags: ['walking', 'longName'],
  },
  {
    service: 'linkedin',
    text: 'How do you keep notes that you will still understand in five years? I asked three archivists.',
    link: {
      url: 'https://walkingnotes.example/essays/three-archivists',
      title: 'Three archivists on notes that last',
      text: 'Pencil, plain words, and a margin for the person you will be.',
      thumbnail: null,
    },
  },
  { service: 'bluesky', text: 'The library opens at nine. The bench in front of it opens at six.' },
  {
    service: 'bluesky',
    text: 'Slow reading: one chapter, out loud, by the river. Bring a blanket.',
    at: 53,
    tags: ['reading'],
  },
  {
    service: 'mastodon',
    text: 'Reading Thoreau’s journals in order, one day at a time, on the same calendar day. It takes twenty-four years. I am in the second and have no plans to hurry.\n\n#reading #walking',
  },
  {
    service: 'facebook',
    text: 'The Reading Room stays closed on the holiday, but the shelf in front of the door is open as always: take one, leave one.',
    details: { type: 'post' },
  },
  {
    service: 'instagram',
    text: 'Pressed between two pages since the spring: the first leaf of the lane.',
    draft: true,
    picture: 'forest',
    details: { type: 'post', shouldShareToFeed: true },
  },
  {
    service: 'pinterest',
    text: 'A corner, a cup, an hour.',
    picture: 'notebook',
    details: { boardServiceId: '870000000000000003', title: 'Reading corners' },
  },
];

const DISCONNECTED = {
  message: 'Footpath talk is disconnected. Please reconnect the channel and try again.',
  rawError: 'channel_disconnected',
  supportUrl: 'https://support.buffer.com/',
};

function pictures(row: Row, origin: string): Post['assets'] {
  if (!row.picture) return [];
  const source = `${origin}/media/${row.picture}.jpg`;
  const size = { width: 1200, height: 630 };
  return [
    {
      type: 'image',
      source,
      thumbnail: source,
      mimeType: 'image/jpeg',
      altText: '',
      title: null,
      thumbnailOffset: null,
      ...size,
    },
  ];
}

function outcome(row: Row, dueAt: number | null, now: number): Pick<Post, 'status' | 'sentAt' | 'error'> {
  if (row.draft) return { status: 'draft', sentAt: null, error: null };
  if (dueAt === null || dueAt > now) return { status: 'scheduled', sentAt: null, error: null };
  if (row.service === 'threads') return { status: 'error', sentAt: null, error: DISCONNECTED };
  return { status: 'sent', sentAt: dueAt, error: null };
}

function toPost(
  row: Row,
  index: number,
  { now, origin }: { now: number; origin: string },
): Omit<Post, 'authorId'> {
  const dueAt = row.at === undefined ? null : now + row.at * HOUR_MS;
  const createdAt = now - (72 - index) * HOUR_MS;
  return {
    id: `64f0b05700000000000000${(index + 1).toString(16).padStart(2, '0')}`,
    channelId: CHANNEL_IDS[row.service],
    text: row.text,
    givenText: row.text,
    assets: pictures(row, origin),
    linkAttachment: row.link ?? null,
    details: row.details ?? {},
    tagIds: (row.tags ?? []).map((tag) => TAG_IDS[tag]),
    via: 'buffer',
    shareMode: row.at !== undefined && row.at > 0 ? 'customScheduled' : 'addToQueue',
    schedulingType: row.draft ? null : 'automatic',
    sharedNow: false,
    rank: index,
    dueAt,
    createdAt,
    updatedAt: createdAt,
    ideaId: null,
    retweet: null,
    clientId: null,
    shortenLinks: null,
    ...outcome(row, dueAt, now),
  };
}

/** The seeded posts, each in the slot that its channel gives it at `now` (milliseconds). */
export function seedPosts(
  channels: readonly Channel[],
  authorId: string,
  seen: { now: number; origin: string },
): Post[] {
  const posts: Post[] = [];
  for (const [index, row] of ROWS.entries()) {
    const post: Post = { ...toPost(row, index, seen), authorId };
    const channel = channels.find((candidate) => candidate.id === post.channelId);
    posts.push(post);
    if (channel && post.status === 'scheduled' && post.shareMode === 'addToQueue') {
      joinBack(post, { channel, posts, now: seen.now });
    }
  }
  return posts;
}
