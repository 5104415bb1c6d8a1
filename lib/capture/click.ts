// What a click in the context menu meant: exactly that thing, and nothing of the page that does not belong to it.

import { isPublicPicture, safeUrl } from '../buffer/safe-url.ts';
import type { Capture, CapturedPicture, CaptureKind, CaptureOptions } from './capture.ts';
import { chooseFrom } from './choose.ts';
import { chooseLinks } from './choose-link.ts';
import { cleanText } from './clean-text.ts';

export interface Click {
  itemId: CaptureKind;
  pageUrl: string;
  linkUrl?: string;
  srcUrl?: string;
  selectionText?: string;
}

/** The capture of a click; `page` is the page's own, or null when it could not be read. */
export function captureClick(click: Click, page: Capture | null, options: CaptureOptions = {}): Capture {
  const around = page ?? chooseFrom(null, { url: click.pageUrl, title: '' });
  switch (click.itemId) {
    case 'link':
      return linkCapture(click, around);
    case 'image':
      return { ...around, kind: 'image', quote: null, pictures: clickedPicture(click, around, options) };
    case 'selection':
      return { ...around, kind: 'selection', quote: quoteOf(click, around) };
    case 'page':
      return { ...around, kind: 'page', quote: null };
  }
}

/** The words, pictures and tags of the page are about the page, not about where its link leads. */
function linkCapture({ linkUrl = '' }: Click, { pageUrl }: Capture): Capture {
  const links = chooseLinks(linkUrl, []).map((link, index) => ({
    ...link,
    source: index === 0 ? ('clicked' as const) : link.source,
  }));
  return {
    kind: 'link',
    pageUrl,
    address: safeUrl(linkUrl) ?? '',
    links,
    titles: [],
    descriptions: [],
    pictures: [],
    unusable: [],
    quote: null,
    less: null,
  };
}

function clickedPicture({ srcUrl = '' }: Click, page: Capture, options: CaptureOptions): CapturedPicture[] {
  const url = safeUrl(srcUrl)?.replace(/#.*$/s, '');
  if (!url || !isPublicPicture(url, options)) return [];
  const known = page.pictures.find((picture) => picture.url === url);
  return [{ alt: '', width: 0, height: 0, ...known, url, source: 'clicked' }];
}

/** The menu gives the selection on one line; the page's own reading of the same words keeps the lines. */
function quoteOf({ selectionText = '' }: Click, { quote }: Capture): string | null {
  const clicked = cleanText(selectionText, 10_000);
  return quote && (!clicked || squeezed(quote) === squeezed(clicked)) ? quote : clicked || null;
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
