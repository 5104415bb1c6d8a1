// How long a text is in the eyes of a network.

import { countMastodon } from './count-mastodon.ts';
import { estimateX } from './count-x.ts';
import { countGraphemes, graphemes, withoutPlain } from './graphemes.ts';
import type { NetworkRow } from './table.ts';

/** The length of `text` as the network counts it, comparable with `row.limit`. */
export type Count = (row: Pick<NetworkRow, 'count'>, text: string) => number;

/** Bluesky's second limit beside 300 graphemes. */
const BLUESKY_BYTES = 3000;
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
const LINK = /https?:\/\/\S+/gu;
/** LinkedIn shortens every address to this length. */
const LINKEDIN_LINK = 'x'.repeat(24);
const encoder = new TextEncoder();

/** A count that leaves X to `countX`. Sources: `app.bsky.feed.post` lexicon (Bluesky), Meta's Threads API, Buffer's guide to character limits (the rest). */
export function countWith(countX: (text: string) => number): Count {
  return (row, text) => {
    switch (row.count) {
      case 'weighted':
        return countX(text);
      case 'graphemes':
        return countBluesky(text);
      case 'mastodon':
        return countMastodon(text);
      case 'emojiBytes':
        return countThreads(text);
      case 'shortLinks':
        return text.replace(LINK, LINKEDIN_LINK).length;
      case 'lineEnds':
        return text.length + text.split('\n').length - 1;
      case 'utf16':
        return text.length;
    }
  };
}

/** The count that is there at once: on X it is an estimate; `exact-count.ts` has X's own. */
export const countText: Count = countWith(estimateX);

/** A text over the byte limit is shown over the grapheme limit in proportion: people see one number. */
function countBluesky(text: string): number {
  const count = countGraphemes(text);
  const bytes = encoder.encode(text).length;
  return bytes > BLUESKY_BYTES ? Math.max(count, Math.ceil(bytes / 10)) : count;
}

/** An emoji is as many characters as it has bytes. */
function countThreads(text: string): number {
  const hard = withoutPlain(text);
  let count = text.length - hard.length;
  for (const grapheme of graphemes(hard)) {
    count += EMOJI.test(grapheme) ? encoder.encode(grapheme).length : grapheme.length;
  }
  return count;
}
