// What is marked in a text while it is written: links, handles and tags, and what the tightest channel has no room for.
import type { Channel } from '../buffer/types.ts';
import type { Count } from '../networks/count.ts';
import { graphemes } from '../networks/graphemes.ts';
import type { Counter } from '../networks/table.ts';
import type { Draft } from './draft.ts';
import { entitiesOf, type Span } from './entities.ts';
import { last } from './last.ts';
import { tightest } from './limits.ts';
import { toPosts } from './split.ts';

/** Networks on which links, and handles that name their server, weigh the same however long they are. */
const WEIGHED: readonly Counter[] = ['weighted', 'mastodon'];

export interface Marked {
  text: string;
  entities: Span[];
  /** To the end of the text; null where all of it fits. */
  over: Span | null;
}

/** Of the draft's text for all, which is counted as it is sent, by the given count. */
export function marksOf(draft: Draft, channels: Channel[], count: Count): Marked {
  const entities = entitiesOf(draft.text, draft.link);
  return { text: draft.text, entities, over: overOf(draft, entities, { channels, count }) };
}

interface Counted {
  channels: Channel[];
  count: Count;
}

function overOf(draft: Draft, entities: Span[], { channels, count }: Counted): Span | null {
  const { text } = draft;
  const room = tightest(draft, channels, count);
  if (!room || room.left >= 0) return null;
  const sent = toPosts({ ...draft, channelIds: [room.channel.id] }, channels)[0]?.text ?? text;
  const behind = sent.startsWith(text) ? sent.slice(text.length) : '';
  const fits = (end: number) => count(room.network, text.slice(0, end) + behind) <= room.limit;
  const whole = WEIGHED.includes(room.network.count)
    ? entities.filter(({ start, end }) => /[.:]/.test(text.slice(start, end)))
    : [];
  for (let near = 2 * room.limit; ; near *= 2) {
    const places = placesIn(text, Math.min(near, text.length), whole);
    if (near < text.length && fits(places.at(-1) ?? 0)) continue;
    const start = last(places, fits) ?? 0;
    return start < text.length ? { start, end: text.length } : null;
  }
}

/** The ends of the characters up to there, but for those inside of what is marked as a whole. */
function placesIn(text: string, near: number, whole: Span[]): number[] {
  const places: number[] = [];
  let [at, passed] = [0, 0];
  for (const grapheme of graphemes(text.slice(0, near))) {
    at += grapheme.length;
    while ((whole[passed]?.end ?? at) < at) passed++;
    const span = whole[passed];
    if (!span || span.start >= at || span.end === at) places.push(at);
  }
  // The last character may go on behind it.
  if (near < text.length) places.pop();
  return places;
}
