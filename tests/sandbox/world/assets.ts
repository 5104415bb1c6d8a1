// Pictures and other files of a post. The sandbox fetches nothing: an address with `/missing/` plays a dead link.
import type { Details } from './details.ts';
import type { Asset } from './model.ts';
import { done, type Result, refuse } from './refusal.ts';

export interface NewAsset {
  type: Asset['type'];
  url: string;
  thumbnailUrl?: string | null;
  altText?: string | null;
  title?: string | null;
  thumbnailOffset?: number | null;
}

/** Details whose thread still names its pictures by address. */
export interface NewDetails extends Omit<Details, 'thread'> {
  thread?: { text: string; assets: NewAsset[] }[];
}

const MIME_TYPES: Record<string, string> = {
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  avif: 'image/avif',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  pdf: 'application/pdf',
};
const FALLBACK = { image: 'image/jpeg', video: 'video/mp4', document: 'application/pdf' } as const;

function mimeType(asset: NewAsset): string {
  const extension = /\.(\w+)$/.exec(new URL(asset.url).pathname)?.[1]?.toLowerCase() ?? '';
  return MIME_TYPES[extension] ?? FALLBACK[asset.type];
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

/** Of a film Buffer makes a still; here it is one of the pictures that `origin` serves. */
function thumbnailOf({ type, url, thumbnailUrl }: NewAsset, origin: string): string {
  return type === 'video' ? `${origin}/media/coast.jpg` : (thumbnailUrl ?? url);
}

/** The assets as Buffer stores them, or the reason why it does not take one. */
export function acceptAssets(assets: readonly NewAsset[], origin: string): Result<Asset[]> {
  for (const { type, url, thumbnailUrl } of assets) {
    // The reference: "the API rejects video assets that set this field".
    if (type === 'video' && thumbnailUrl) {
      return refuse('invalid', 'Invalid post: Video assets do not support custom thumbnails.');
    }
    if (!isWebAddress(url)) {
      return refuse('unreachable', 'Invalid post: Asset URLs must be valid http or https URLs.');
    }
    if (new URL(url).pathname.includes('/missing/')) {
      return refuse('unreachable', 'Failed to create post: Failed to fetch image dimensions: Not Found');
    }
  }
  return done(
    assets.map((asset) => ({
      type: asset.type,
      source: asset.url,
      thumbnail: thumbnailOf(asset, origin),
      mimeType: mimeType(asset),
      altText: asset.altText ?? '',
      title: asset.title ?? null,
      thumbnailOffset: asset.thumbnailOffset ?? null,
      width: 1200,
      height: 630,
    })),
  );
}

/** The details with the assets of their thread accepted, or the reason why one cannot be fetched. */
export function acceptDetails({ thread, ...plain }: NewDetails, origin: string): Result<Details> {
  if (!thread) return done(plain);
  const parts: NonNullable<Details['thread']> = [];
  for (const part of thread) {
    const assets = acceptAssets(part.assets, origin);
    if (!assets.ok) return assets;
    parts.push({ text: part.text, assets: assets.value });
  }
  return done({ ...plain, thread: parts });
}
