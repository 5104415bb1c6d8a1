// Posts on X by their addresses: what a retweet is made from.

const HOSTS: ReadonlySet<string> = new Set(['x.com', 'twitter.com']);
const PATH = /^\/(?:[^/]+|i\/web)\/status(?:es)?\/(\d{1,20})(?:\/|$)/;

/** The id of the X post that an address leads to; null for every other address. */
export function xPostId(address: string): string | null {
  const url = URL.parse(address);
  if (!url || !HOSTS.has(url.hostname.replace(/^(?:www|mobile)\./, ''))) return null;
  return PATH.exec(url.pathname)?.[1] ?? null;
}

/** An address of the X post with this id, whoever wrote it. */
export function xPostAddress(id: string): string {
  return `https://x.com/i/status/${id}`;
}
