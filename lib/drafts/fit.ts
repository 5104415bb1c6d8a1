// "Fit": a text that is too long is shortened to the tightest chosen network, by the words that can best be spared.
import type { Channel } from '../buffer/types.ts';
import type { Count } from '../networks/count.ts';
import { graphemes } from '../networks/graphemes.ts';
import { segmentWords } from '../networks/words.ts';
import type { Draft } from './draft.ts';
import { entitiesOf, type Span } from './entities.ts';
import { last } from './last.ts';
import { tightest } from './limits.ts';

/** No network takes longer ones, so that nothing behind is looked at. */
const FARTHEST = 100_000;
/** What no shortened text ends with. */
const LOOSE = /^[\s\p{P}\p{Sm}]+$/u;

/**
 * The draft with a text that every chosen channel takes, by the given count; the same draft if they do already, and
 * null if what may not be cut (the link, other links, handles, tags) leaves no room for a single character.
 *
 * The quote is shortened if there is one, else the title, else all that is written, from its end: whole words where one
 * has room, then "…". Entities that stood behind are kept, in their order; what follows the part stays as it is.
 */
export function fit(draft: Draft, channels: Channel[], count: Count): Draft | null {
  const { text } = draft;
  const fits = (shorter: string) =>
    shorter.length <= text.length && (tightest({ ...draft, text: shorter }, channels, count)?.left ?? 0) >= 0;
  if (fits(text)) return draft;
  const entities = entitiesOf(text, draft.link);
  for (const part of partsOf(draft, entities)) {
    const cut = (at: number) => cutAt(text, { at, end: part.end }, entities);
    const { afterWords, anywhere } = placesIn(text, part, entities);
    const at = last(afterWords, (place) => fits(cut(place))) ?? last(anywhere, (place) => fits(cut(place)));
    if (at !== null) return { ...draft, text: cut(at) };
  }
  return null;
}

/** What may be shortened, in the order in which it is tried. */
function partsOf({ text, card: { title } }: Draft, entities: Span[]): Span[] {
  const parts: Span[] = [];
  const quotes = [...text.matchAll(/(?<=“)[^“”]+(?=”)/gu)].sort((a, b) => b[0].length - a[0].length);
  if (quotes[0]) parts.push({ start: quotes[0].index, end: quotes[0].index + quotes[0][0].length });
  const at = title ? text.indexOf(title) : -1;
  if (at >= 0) {
    const end = at + title.length;
    parts.push({
      start: at,
      end: entities.find((entity) => entity.start < end && entity.end > end)?.end ?? end,
    });
  }
  return [...parts, { start: 0, end: text.length }];
}

/** Where the part may end: after a word, or where not even one has room, after a character of the first. */
function placesIn(text: string, { start, end }: Span, entities: Span[]) {
  const near = text.slice(start, Math.min(end, start + FARTHEST));
  const anywhere: number[] = [];
  let [at, passed] = [start, 0];
  for (const grapheme of graphemes(near)) {
    at += grapheme.length;
    while ((entities[passed]?.end ?? at) < at) passed++;
    const entity = entities[passed];
    const isEnd = entity?.end === at;
    const isInside = entity !== undefined && entity.start < at && !isEnd;
    if (isEnd || (!isInside && !LOOSE.test(grapheme))) anywhere.push(at);
  }
  const allowed = new Set(anywhere);
  const afterWords: number[] = [];
  for (const { index, segment, isWordLike } of segmentWords(near)) {
    const after = start + index + segment.length;
    if (isWordLike && allowed.has(after)) afterWords.push(after);
  }
  return { afterWords, anywhere: anywhere.filter((place) => place < (afterWords[0] ?? end)) };
}

/** The text without the words between `at` and `end`. */
function cutAt(text: string, { at, end }: { at: number; end: number }, entities: Span[]): string {
  const kept = text.slice(0, at);
  // Some networks would take the dots for a part of the link.
  const dots = entities.some((entity) => entity.end === at) ? ' …' : '…';
  const isQuoteOpen = end === text.length && kept.lastIndexOf('“') > kept.lastIndexOf('”');
  const moved = entities
    .filter((entity) => entity.start >= at && entity.end <= end)
    .map(({ start, end }) => (spaceBefore(text, start) || ' ') + text.slice(start, end));
  return [kept, dots, isQuoteOpen ? '”' : '', ...moved, text.slice(end)].join('');
}

function spaceBefore(text: string, offset: number): string {
  return text.slice(text.slice(0, offset).trimEnd().length, offset);
}
