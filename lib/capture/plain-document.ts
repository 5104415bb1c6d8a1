// What a document that is no page of HTML says of itself: a PDF, an image, a text, JSON.
import type { PagePicture, PageReading } from './reading.ts';

export function isPage({ contentType }: PageReading): boolean {
  return /html|^$/.test(contentType);
}

/** Its reading, called as the file is: browsers make up titles for these; `tabTitle` may be a PDF's own. */
export function documentReading(reading: PageReading, tabTitle: string): PageReading {
  const name = fileName(reading.url);
  if (/^image\//.test(reading.contentType)) {
    const [shown] = reading.images;
    const { width, height } = shown ?? { width: 0, height: 0 };
    return { ...reading, title: name, images: [fileShown(reading.url, width, height)] };
  }
  const isOwn = reading.contentType === 'application/pdf' && !isAddress(decoded(tabTitle), reading.url);
  return { ...reading, title: reading.title || (isOwn && tabTitle) || name };
}

function fileShown(src: string, width: number, height: number): PagePicture {
  return { kind: 'img', src, sets: [], lazy: [], alt: '', caption: '', width, height, place: 'main' };
}

/** For a PDF without a title the browser shows its file name, and before that its address without the scheme. */
function isAddress(title: string, url: string): boolean {
  return decoded(url).endsWith(title.replace(/^www\./, ''));
}

/** The last part of the path, as a person reads it; empty for a path that ends with none. */
function fileName(url: string): string {
  return decoded(URL.parse(url)?.pathname.split('/').at(-1) ?? '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
