// X's own counter, in a file of its own: the background, which may load nothing late, must not come upon it.
import { type Count, countWith } from './count.ts';

/** Counts on X as X itself does, by its own package, which is loaded here and rejects only if a file is missing. */
export async function exactCount(): Promise<Count> {
  const { default: parseTweet } = await import('twitter-text/dist/esm/parseTweet.js');
  return countWith((text) => parseTweet(text).weightedLength);
}
