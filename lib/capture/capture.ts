// What was taken from a page, a selection, a link or an image: the raw material of a draft.

import type { Unusable } from '../buffer/safe-url.ts';

/**
 * Where a value came from; the composer can say it. `page` is the page's own title, description or images, `tab` the
 * address bar without trackers, `address` the address bar as it stands.
 */
export type Source =
  | 'canonical'
  | 'og'
  | 'twitter'
  | 'json-ld'
  | 'page'
  | 'heading'
  | 'poster'
  | 'background'
  | 'tab'
  | 'address'
  | 'selection'
  | 'clicked';

export type CaptureKind = 'page' | 'selection' | 'link' | 'image' | 'video';

export interface Option {
  value: string;
  source: Source;
}

export interface LinkOption extends Option {
  /** Names of the tracking parameters that the address had and this one has not. */
  removed: string[];
}

export interface CapturedPicture {
  url: string;
  alt: string;
  /** Pixels; 0 when the page did not say. */
  width: number;
  height: number;
  source: Source;
}

/** Why there is less than a page usually gives. */
export type Less =
  | 'pdf'
  | 'text'
  | 'file'
  | 'browser'
  | 'store'
  | 'loading'
  | 'hung'
  | 'error'
  | 'gone'
  | 'closed';

/** Of each list the first is what the composer takes; the others are there to be chosen instead, in order. */
export interface Capture {
  kind: CaptureKind;
  pageUrl: string;
  /** What `links` began from, as it stood: "restore" brings it back; empty where there is nothing to share. */
  address: string;
  /** Each once; empty when there is no address that can be shared (a browser page, a file). */
  links: LinkOption[];
  titles: Option[];
  descriptions: Option[];
  /** Only those that Buffer can fetch, at most 20. */
  pictures: CapturedPicture[];
  /** Those that would have come before the first of `pictures`, at most 5. */
  unusable: { url: string; why: Unusable }[];
  quote: string | null;
  less: Less | null;
  /** The file of a video that was clicked, where Buffer can fetch it. */
  video?: string;
}

/** What the tab itself says. */
export interface TabInfo {
  url: string;
  title: string;
  /** Why its page could not be read, in the browser's words, or `deadline`. */
  trouble?: string;
  /** The tab is still being loaded. */
  loading?: boolean;
}

export interface CaptureOptions {
  /** One origin that counts as public though it is not; the local Buffer's, in its own build only. */
  allow?: string;
  /** The words that are selected on the page. */
  quote?: string;
}
