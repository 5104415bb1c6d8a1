// What networks take of the words that describe a picture; apart from the table, for no first paint needs it.

/**
 * Characters. X: docs.x.com, create media metadata; LinkedIn: its MultiImage API; Pinterest: its API v5, create pin;
 * Mastodon: its default, a server may differ; Instagram and Bluesky: what their own apps take.
 */
const LONGEST: Readonly<Record<string, number>> = {
  twitter: 1000,
  linkedin: 4086,
  pinterest: 500,
  mastodon: 1500,
  instagram: 1000,
  bluesky: 2000,
};

/** Neither Google's LocalPost media nor TikTok's photo posts have a field for it. */
const WITHOUT: readonly string[] = ['googlebusiness', 'tiktok'];

/** Characters of an alt text that a network takes; Infinity where none are documented. */
export function altLimit(network: string): number {
  return LONGEST[network] ?? Number.POSITIVE_INFINITY;
}

export function takesAlt(network: string): boolean {
  return !WITHOUT.includes(network);
}
