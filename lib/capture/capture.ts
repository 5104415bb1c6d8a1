// What was taken from a page, a selection, a link or an image: the raw material of a draft.

/** Where a value came from; the composer can say it. */
export type Source = 'canonical' | 'og' | 'twitter' | 'page' | 'tab' | 'selection' | 'clicked';

export type CaptureKind = 'page' | 'selection' | 'link' | 'image';

export interface CapturedLink {
  /** Empty when the page has no address that can be shared (a browser page, a file). */
  url: string;
  source: Source;
  /** Names of the tracking parameters that `original` carried. */
  removed: string[];
  /** The address before it was cleaned or replaced: what "restore" brings back. */
  original: string;
}

export interface CapturedPicture {
  url: string;
  alt: string;
  /** Pixels; 0 when the page did not say. */
  width: number;
  height: number;
}

export interface Capture {
  kind: CaptureKind;
  pageUrl: string;
  link: CapturedLink;
  title: { text: string; source: Source };
  description: string;
  /** Only those that Buffer can fetch; best first, at most 20. */
  pictures: CapturedPicture[];
  quote: string | null;
  /** The page could not be read (a PDF, a store page, a browser page): all there is comes from the tab. */
  unreadable: boolean;
}

/** What the tab itself says. */
export interface TabInfo {
  url: string;
  title: string;
}

/** `allow`: one origin that counts as public though it is not; the local Buffer's, in its own build only. */
export interface CaptureOptions {
  allow?: string;
}
