import { describe, expect, it } from 'vitest';
import { choosePictures } from '../../../lib/capture/choose-pictures.ts';
import type { PagePicture } from '../../../lib/capture/reading.ts';
import { image, reading, tags } from './reading.ts';

function choose(meta: [string, string][], images: Partial<PagePicture>[] = [], allow?: string) {
  const page = reading({ url: 'https://a.de/story/', meta: tags(meta), images: images.map(image) });
  return choosePictures(page, [], allow ? { allow } : {}).pictures;
}

const urls = (pictures: { url: string }[]) => pictures.map(({ url }) => url);

describe('choosePictures', () => {
  it('puts what the page names for sharing before what it shows', () => {
    const meta: [string, string][] = [
      ['og:image', '/og.png'],
      ['twitter:image:src', 'https://cdn.de/t.png'],
    ];
    expect(urls(choose(meta, [{ src: 'https://a.de/i.png' }]))).toEqual([
      'https://a.de/og.png',
      'https://cdn.de/t.png',
      'https://a.de/i.png',
    ]);
  });

  it('keeps size and words with the picture that they follow', () => {
    const meta: [string, string][] = [
      ['og:image', 'http://a.de/1.png'],
      ['og:image:secure_url', 'https://a.de/1.png'],
      ['og:image:width', '1200'],
      ['og:image:height', '630'],
      ['og:image:alt', ' A  cat '],
      ['og:image', 'https://a.de/2.png'],
      ['og:image:type', 'image/png'],
    ];
    expect(choose(meta)).toEqual([
      { url: 'https://a.de/1.png', alt: 'A cat', width: 1200, height: 630, source: 'og' },
      { url: 'https://a.de/2.png', alt: '', width: 0, height: 0, source: 'og' },
    ]);
  });

  it('lists each once, with what the image knows and the tag does not', () => {
    const shown = { src: 'https://a.de/1.png#x', alt: 'Words', width: 800, height: 600 };
    expect(choose([['og:image', '/1.png']], [shown, shown])).toEqual([
      { url: 'https://a.de/1.png', alt: 'Words', width: 800, height: 600, source: 'og' },
    ]);
  });

  it('puts larger images first, but keeps the page’s order among the large', () => {
    const images = [
      { src: 'https://a.de/logo.png' },
      { src: 'https://a.de/large.png', width: 900, height: 600 },
      { src: 'https://a.de/larger.png', width: 4000, height: 3000 },
    ];
    expect(urls(choose([], images))).toEqual([
      'https://a.de/large.png',
      'https://a.de/larger.png',
      'https://a.de/logo.png',
    ]);
  });

  it('offers nothing that Buffer cannot fetch', () => {
    const meta: [string, string][] = [
      ['og:image', 'data:image/png;base64,AA'],
      ['og:image', 'https://192.168.0.1/a.png'],
      ['twitter:image', 'javascript:alert(1)'],
      ['og:image', '/logo.svg'],
    ];
    expect(choose(meta, [{ src: 'http://127.0.0.1:8787/media/1.png' }])).toEqual([]);
    expect(
      urls(choose(meta, [{ src: 'http://127.0.0.1:8787/media/1.png' }], 'http://127.0.0.1:8787')),
    ).toEqual(['http://127.0.0.1:8787/media/1.png']);
  });

  it('stops at 20', () => {
    const images = Array.from({ length: 60 }, (_, index) => ({ src: `https://a.de/${index}.png` }));
    expect(choose([], images)).toHaveLength(20);
  });
});
