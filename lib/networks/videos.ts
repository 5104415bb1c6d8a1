// What networks take of videos; apart from the table, for no first paint needs it.

/** Buffer posts none there (its help page on videos); to its Start Page there is no way in its API. */
const WITHOUT: readonly string[] = ['googlebusiness', 'startPage'];

/** Characters where a post with a video may have fewer (https://developers.buffer.com/guides/character-limits.md). */
const LIMITS: Readonly<Record<string, number>> = { tiktok: 2200 };

/** The kinds that Buffer's help page names. */
const VIDEO = /\.(?:mp4|m4v|mov|webm|avi|mpe?g)$/i;

export function takesVideo(network: string): boolean {
  return !WITHOUT.includes(network);
}

/** How many characters a text may have beside a video; undefined where that makes no difference. */
export function videoTextLimit(network: string): number | undefined {
  return Object.hasOwn(LIMITS, network) ? LIMITS[network] : undefined;
}

/** Whether an address is that of a video's own file; pages that show one are none. */
export function isVideoFile(url: string): boolean {
  return VIDEO.test(new URL(url).pathname);
}
