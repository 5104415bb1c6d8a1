// The pictures that a page names for sharing, as it writes them.
import type { CapturedPicture, Source } from '../capture.ts';
import type { PageReading } from '../reading.ts';

/** `og:image` first, then Twitter's, `described` (those that JSON-LD gives) and `<link rel="image_src">`. */
export function namedPictures({ meta, links }: PageReading, described: string[]): CapturedPicture[] {
  const linked = links.filter(({ rel }) => rel === 'image_src');
  return [
    ...tagged(meta, 'og'),
    ...tagged(meta, 'twitter'),
    ...described.map((url) => bare(url, 'json-ld')),
    ...linked.map(({ href }) => bare(href, 'page')),
  ];
}

function bare(url: string, source: Source): CapturedPicture {
  return { url, alt: '', width: 0, height: 0, source };
}

/** A picture's size, words and https address stand in tags of their own behind it. */
function tagged(meta: PageReading['meta'], family: 'og' | 'twitter'): CapturedPicture[] {
  const pictures: CapturedPicture[] = [];
  for (const { name, content } of meta) {
    const [, detail] = new RegExp(`^${family}:image(?::(.+))?$`).exec(name) ?? [null, 'none'];
    const last = pictures.at(-1);
    if (detail === 'secure_url' && last && !/^https:/i.test(last.url)) last.url = content;
    else if (['url', 'src', 'secure_url', undefined].includes(detail)) pictures.push(bare(content, family));
    else if (last && detail === 'alt') last.alt ||= content;
    else if (last && (detail === 'width' || detail === 'height'))
      last[detail] ||= Number.parseInt(content, 10) || 0;
  }
  return pictures;
}
