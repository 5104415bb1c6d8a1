// Pictures, films and documents, and link cards, in the words of the schema.
import type { Asset, LinkAttachment } from '../world/model.ts';

export function assetView(asset: Asset) {
  const { type, source, thumbnail, mimeType, width, height, title } = asset;
  const common = { id: null, type, source, thumbnail, mimeType };
  if (type === 'image') {
    const image = { altText: asset.altText, width, height, isAnimated: mimeType === 'image/gif' };
    return { ...common, __typename: 'ImageAsset', image };
  }
  if (type === 'video') {
    const state = { isTranscodingRequired: false, isVideoProcessing: false };
    const video = {
      durationMs: 12_000,
      width,
      height,
      title,
      thumbnailOffset: asset.thumbnailOffset,
      ...state,
    };
    return { ...common, __typename: 'VideoAsset', video };
  }
  return {
    ...common,
    __typename: 'DocumentAsset',
    document: { numPages: 1, thumbnails: [thumbnail], title },
  };
}

export function linkView(link: LinkAttachment) {
  const thumbnails = link.thumbnail ? [link.thumbnail] : [];
  return { ...link, thumbnails, expandedUrl: link.url };
}
