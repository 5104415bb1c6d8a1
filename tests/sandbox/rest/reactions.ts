// What invented people made of a sent post: always the same for the same post, more of it as time passes.
import { numberFor } from '../world/luck.ts';
import type { Channel, Post } from '../world/model.ts';
import { NETWORKS } from './networks.ts';

export interface Reaction {
  event: string;
  /** Milliseconds. */
  at: number;
  person: string;
  text: string | null;
}

const PEOPLE = [
  ...['Ines Vogel', 'Tomás Rey', 'Aoife Byrne', 'Kenji Mori', 'Lena Okafor', 'Priya Nair'],
  ...['Jonas Dahl', 'Selma Aydin', 'Noor Haddad', 'Ada Quill', 'Milo Hart', 'Vera Lund'],
];
const REPLIES = [
  'Saved for the next rainy day.',
  'This made my morning, thank you.',
  'Which notebook is it?',
  'I walked the same way last week.',
  'Reading this twice.',
];
const MOST_PER_EVENT = 7;
const TWO_DAYS_MS = 2 * 86_400_000;

const pick = <Item>(list: readonly Item[], number: number) => list[number % list.length] as Item;

function reaction(post: Post, event: string, index: number): Reaction {
  const delay = numberFor(post.id, event, index, 'when') % TWO_DAYS_MS;
  const isWords = event === 'comment' || event === 'mention';
  return {
    event,
    at: (post.sentAt ?? 0) + delay,
    person: pick(PEOPLE, numberFor(post.id, event) + index),
    text: isWords ? pick(REPLIES, numberFor(post.id, event, index, 'words')) : null,
  };
}

/** The reactions until `now` (ms), newest first; none before a post is out. */
export function reactionsTo(post: Post, channel: Channel, now: number): Reaction[] {
  if (post.sentAt === null) return [];
  const all = NETWORKS[channel.service].events.flatMap((event) =>
    Array.from({ length: numberFor(post.id, event, 'count') % MOST_PER_EVENT }, (_, index) =>
      reaction(post, event, index),
    ),
  );
  return all.filter(({ at }) => at <= now).sort((a, b) => b.at - a.at);
}

/** The statistics of a sent post: each event's count in the plural, who was reached and who clicked. */
export function statisticsOf(
  post: Post,
  channel: Channel,
  { now, comments }: { now: number; comments: number },
): Record<string, number> {
  const reactions = reactionsTo(post, channel, now);
  const { events } = NETWORKS[channel.service];
  const counts = events.map((event) => {
    const seen = reactions.filter((one) => one.event === event).length;
    return [`${event}s`, event === 'comment' ? seen + comments : seen] as const;
  });
  const hours = Math.min(48, Math.floor((now - (post.sentAt ?? now)) / 3_600_000));
  const reach = hours * (3 + (numberFor(post.id, 'reach') % 40));
  const clicks = Math.floor(reach / (10 + (numberFor(post.id, 'clicks') % 20)));
  return { reach, clicks, ...Object.fromEntries(counts) };
}
