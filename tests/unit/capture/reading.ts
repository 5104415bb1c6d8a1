// A reading of a page that says nothing, and one image of it: each test adds what it is about.
import type { PagePicture, PageReading } from '../../../lib/capture/reading.ts';

export const HERE = 'https://www.paper.de/2026/11/story';

export function reading(rest: Partial<PageReading> = {}): PageReading {
  const url = rest.url ?? HERE;
  return {
    url,
    baseUrl: url,
    arrived: url,
    status: 200,
    contentType: 'text/html',
    complete: true,
    viewport: { width: 1280, height: 720, ratio: 1 },
    title: '',
    heading: '',
    links: [],
    meta: [],
    jsonLd: [],
    images: [],
    ...rest,
  };
}

export function image(rest: Partial<PagePicture> = {}): PagePicture {
  const size = { width: 200, height: 200 };
  return { kind: 'img', src: '', sets: [], lazy: [], alt: '', caption: '', ...size, place: 'body', ...rest };
}

export function tags(rows: [string, string][]): PageReading['meta'] {
  return rows.map(([name, content]) => ({ name, content }));
}
