// What a paste or a drop means beside its words.
import { pictureVerdict, safeUrl } from '@/lib/buffer/safe-url.ts';
import type { Draft } from '@/lib/drafts/draft.ts';
import { isVideoFile } from '@/lib/networks/videos.ts';

export type Pasted =
  /** A picture or video that Buffer can fetch, one that it cannot, and a page for a draft that leads nowhere yet. */
  | { kind: 'picture' | 'video' | 'unusable' | 'link'; url: string; words: string }
  /** A picture without an address: Buffer takes none. */
  | { kind: 'file' };

const PICTURE = /\.(?:jpe?g|png|gif|webp)$/i;

/** Null where it is just words. `allow` is an origin that counts as public though it is not. */
export function pasted(data: DataTransfer, draft: Draft, allow: string | null): Pasted | null {
  const words = (data.getData('text/uri-list') || data.getData('text/plain')).trim();
  const url = /\s/.test(words) ? null : safeUrl(words);
  if (!url) return !words && data.files.length > 0 ? { kind: 'file' } : null;
  const isVideo = isVideoFile(url);
  if (isVideo || PICTURE.test(new URL(url).pathname) || draft.pictures.some((one) => one.url === url)) {
    const isUsable = pictureVerdict(url, allow ? { allow } : {}) === null;
    return { kind: !isUsable ? 'unusable' : isVideo ? 'video' : 'picture', url, words };
  }
  return draft.link ? null : { kind: 'link', url, words };
}
