// What a click in the context menu meant: exactly that thing, and nothing of the page that does not belong to it.

import { pictureVerdict, safeUrl } from '../buffer/safe-url.ts';
import { isVideoFile } from '../networks/videos.ts';
import type { Capture, CapturedPicture, CaptureKind, CaptureOptions } from './capture.ts';
import { chooseFrom } from './choose.ts';
import { chooseLinks } from './choose-link.ts';
import { optionsOf } from './choose-title.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import type { ClickedReading } from './clicked.ts';
import { pictureAddress } from './pictures/picture-address.ts';

export interface Click {
  itemId: CaptureKind;
  pageUrl: string;
  linkUrl?: string;
  srcUrl?: string;
  selectionText?: string;
  /** What the page says of what was clicked; none where its frame could not be read. */
  seen?: ClickedReading;
}

/** The capture of a click; `page` is the page's own, or null when it could not be read. */
export function captureClick(click: Click, page: Capture | null, options: CaptureOptions = {}): Capture {
  const around = page ?? chooseFrom(null, { url: click.pageUrl, title: '' });
  if (click.itemId === 'link') return linkCapture(click, around);
  if (click.itemId === 'selection') return selectionCapture(click, around);
  const video = videoFile(click, options);
  const plain = {
    ...around,
    ...{ kind: click.itemId, quote: null, links: linksToPage(around) },
    ...(video && { video }),
  };
  if (click.itemId === 'page') return plain;
  const clicked = clickedPicture(click, around);
  // A video without a poster has the page's picture, as its link is the page's.
  if (!clicked) return click.itemId === 'video' ? plain : { ...plain, pictures: [], unusable: [] };
  const why = pictureVerdict(clicked.url, options);
  const isVideo = click.itemId === 'video';
  if (why) return { ...plain, ...(!isVideo && { pictures: [] }), unusable: [{ url: clicked.url, why }] };
  return { ...plain, pictures: [clicked], unusable: [] };
}

function linksToPage({ links }: Capture): Capture['links'] {
  return links.filter(({ source }) => source !== 'selection');
}

function selectionCapture(click: Click, page: Capture): Capture {
  const quote = quoteOf(click, page);
  const links = quote === page.quote ? page.links : linksToPage(page);
  return { ...page, kind: 'selection', quote, links };
}

/** The words, pictures and tags of the page are about the page, not about where its link leads. */
function linkCapture({ linkUrl = '', seen }: Click, { pageUrl }: Capture): Capture {
  const links = chooseLinks(linkUrl, []).map((link, index) => ({
    ...link,
    source: index === 0 ? ('clicked' as const) : link.source,
  }));
  return {
    kind: 'link',
    pageUrl,
    address: safeUrl(linkUrl) ?? '',
    links,
    titles: optionsOf([[cleanLine(seen?.title ?? '', 1000), 'clicked']]),
    descriptions: [],
    pictures: [],
    unusable: [],
    quote: null,
    less: null,
  };
}

/** Most players have a stream instead, or an address that lasts an hour. */
function videoFile({ itemId, srcUrl = '' }: Click, options: CaptureOptions): string | null {
  const url = itemId === 'video' ? safeUrl(srcUrl) : null;
  return url && isVideoFile(url) && !pictureVerdict(url, options) ? url : null;
}

/** The image, or the video's poster: the file of a video is no picture. */
function clickedPicture({ itemId, srcUrl = '', seen }: Click, page: Capture): CapturedPicture | null {
  const own = seen?.picture;
  const written = itemId === 'image' ? srcUrl : (own?.url ?? '');
  const url = pictureAddress(written, { url: page.pageUrl, baseUrl: page.pageUrl });
  if (!written || !url) return null;
  const known = page.pictures.find((picture) => picture.url === url);
  const alt = cleanLine(own?.alt ?? '', 1000) || (known?.alt ?? '');
  const [width, height] = own?.width ? [own.width, own.height] : [known?.width ?? 0, known?.height ?? 0];
  return { url, alt, width, height, source: itemId === 'image' ? 'clicked' : 'poster' };
}

/** The menu gives the selection on one line; the page's own reading of the same words keeps the lines. */
function quoteOf({ selectionText = '' }: Click, { quote }: Capture): string | null {
  const clicked = cleanText(selectionText, 10_000);
  return quote && (!clicked || squeezed(quote) === squeezed(clicked)) ? quote : clicked || null;
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
