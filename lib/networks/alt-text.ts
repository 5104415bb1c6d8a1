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

/** The one of these networks that takes the fewest characters, and how many; null where no limit is documented. */
export function tightestAlt(networks: readonly string[]): { network: string; limit: number } | null {
  const limits = networks.map((network) => ({
    network,
    limit: LONGEST[network] ?? Number.POSITIVE_INFINITY,
  }));
  const [first] = limits.sort((a, b) => a.limit - b.limit);
  return first && Number.isFinite(first.limit) ? first : null;
}

export function takesAlt(network: string): boolean {
  return !WITHOUT.includes(network);
}
