import { describe, expect, it } from 'vitest';
import { choosePictures } from '../../../../lib/capture/pictures/choose-pictures.ts';
import type { PagePicture } from '../../../../lib/capture/reading.ts';
import { image, reading, tags } from '../reading.ts';

function chooseAll(meta: [string, string][], images: Partial<PagePicture>[] = [], allow?: string) {
  const page = reading({ url: 'https://a.de/story/', meta: tags(meta), images: images.map(image) });
  return choosePictures(page, [], allow ? { allow } : {});
}

function choose(meta: [string, string][], images: Partial<PagePicture>[] = [], allow?: string) {
  return chooseAll(meta, images, allow).pictures;
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

  it('goes from og to twitter, JSON-LD, image_src, then what the page shows', () => {
    const page = reading({
      meta: tags([
        ['twitter:image', '/twitter.png'],
        ['og:image', '/og.png'],
      ]),
      links: [{ rel: 'image_src', href: '/linked.png' }],
      images: [image({ src: 'https://www.paper.de/shown.png' })],
    });
    expect(
      choosePictures(page, ['/described.png'], {}).pictures.map(({ url, source }) => [url, source]),
    ).toEqual([
      ['https://www.paper.de/og.png', 'og'],
      ['https://www.paper.de/twitter.png', 'twitter'],
      ['https://www.paper.de/described.png', 'json-ld'],
      ['https://www.paper.de/linked.png', 'page'],
      ['https://www.paper.de/shown.png', 'page'],
    ]);
  });

  it('shows the article’s images, then backgrounds and posters, then the others', () => {
    const images: Partial<PagePicture>[] = [
      { src: 'https://a.de/other.png', width: 2000, height: 1000 },
      { src: 'https://a.de/poster.png', kind: 'poster', width: 320, height: 180 },
      { src: 'https://a.de/background.png', kind: 'background', width: 640, height: 360 },
      { src: 'https://a.de/main.png', place: 'main' },
    ];
    expect(choose([], images).map(({ url, source }) => [url, source])).toEqual([
      ['https://a.de/main.png', 'page'],
      ['https://a.de/background.png', 'background'],
      ['https://a.de/poster.png', 'poster'],
      ['https://a.de/other.png', 'page'],
    ]);
  });

  it('puts a small picture behind all that the page shows, even if it is named', () => {
    const shown = { src: 'https://a.de/shown.png', width: 300, height: 250 };
    const logo = { src: 'https://a.de/logo.png', width: 150, height: 150 };
    const small: [string, string][] = [
      ['og:image', '/logo.png'],
      ['og:image:width', '150'],
    ];
    expect(urls(choose(small, [shown]))).toEqual(['https://a.de/shown.png', 'https://a.de/logo.png']);
    expect(urls(choose(small.slice(0, 1), [logo, shown]))).toEqual([
      'https://a.de/shown.png',
      'https://a.de/logo.png',
    ]);
    expect(urls(choose(small))).toEqual(['https://a.de/logo.png']);
    expect(urls(choose([['og:image', '/logo-150x150.png']], [shown]))[0]).toBe('https://a.de/shown.png');
  });

  it('counts a picture once whatever its size: the named one, or else the largest', () => {
    const images = [
      { src: 'https://a.de/ferry-768x512.jpg', width: 768, height: 512, alt: 'A ferry' },
      { src: 'https://a.de/ferry-1536x1024.jpg', width: 1536, height: 1024 },
    ];
    expect(choose([['og:image', '/ferry.jpg']], images)).toEqual([
      { url: 'https://a.de/ferry.jpg', alt: 'A ferry', width: 0, height: 0, source: 'og' },
    ]);
    expect(choose([], images)).toEqual([
      { url: 'https://a.de/ferry-1536x1024.jpg', alt: 'A ferry', width: 1536, height: 1024, source: 'page' },
    ]);
  });

  it('takes words from the figure, and those of the image before', () => {
    const images = [
      { src: 'https://a.de/1.png', alt: 'Alt', caption: 'Caption' },
      { src: 'https://a.de/2.png', caption: ' A caption\u200b\n  of two lines' },
    ];
    expect(choose([], images).map(({ alt }) => alt)).toEqual(['Alt', 'A caption of two lines']);
  });

  it('takes what an unloaded image would show', () => {
    const sets = [{ srcset: '/a.png 640w, /b.png 1280w', sizes: '', type: '', media: '' }];
    expect(urls(choose([], [{ sets }, { lazy: ['c.png'] }]))).toEqual([
      'https://a.de/b.png',
      'https://a.de/story/c.png',
    ]);
  });

  it.each(['spacer.gif', 'blank.png', 'pixel-1x1.gif', 'placeholder_300x200.png', '1x1.gif'])(
    'never offers %s',
    (name) => {
      expect(chooseAll([['og:image', `/img/${name}`]])).toEqual({ pictures: [], unusable: [] });
    },
  );

  it.each(['pixel-9-review.jpg', 'blank-space.jpg', 'spacers.jpg'])('does offer %s', (name) => {
    expect(choose([['og:image', `/${name}`]])).toHaveLength(1);
  });

  it('reads addresses that are made to hold it up', () => {
    const parts = ['1', '-1', '_1x', '/', '-', '/w_1,', 'thumb/', '1x1'];
    const names = ['blank', '', 'w_', 'thumb/'];
    const images = names.flatMap((name) =>
      parts.map((part) => ({ src: `https://a.de/${name}${part.repeat(1900 / part.length)}!` })),
    );
    expect(choose([], images)).toHaveLength(20);
  });

  it('takes http on the page’s own https host as https, and no other', () => {
    const { pictures, unusable } = chooseAll([
      ['og:image', 'http://b.de/1.png'],
      ['og:image', 'http://a.de/1.png'],
    ]);
    expect(urls(pictures)).toEqual(['https://a.de/1.png']);
    expect(unusable).toEqual([{ url: 'http://b.de/1.png', why: 'insecure' }]);
  });

  it('takes the secure address that stands beside another one', () => {
    const { pictures, unusable } = chooseAll([
      ['og:image', 'http://b.de/1.png'],
      ['og:image:secure_url', 'https://b.de/1.png'],
    ]);
    expect(urls(pictures)).toEqual(['https://b.de/1.png']);
    expect(unusable).toEqual([]);
  });

  it('says what would have come first and why it cannot, five at most', () => {
    const meta: [string, string][] = [
      ['og:image', 'data:image/png;base64,AA'],
      ['og:image', 'https://192.168.0.1/a.png'],
      ['og:image', 'https://192.168.0.1/a.png'],
      ['og:image', '/logo.svg'],
      ['og:image', 'https://b.de/a.png?X-Amz-Signature=1'],
      ['twitter:image', 'http://b.de/a.png'],
      ['twitter:image', 'blob:https://a.de/1'],
      ['twitter:image', 'javascript:alert(1)'],
    ];
    const shown = [{ src: 'https://a.de/1.png' }, { src: 'http://b.de/late.png' }];
    const { pictures, unusable } = chooseAll(meta, shown);
    expect(urls(pictures)).toEqual(['https://a.de/1.png']);
    expect(unusable).toEqual([
      { url: 'data:image/png;base64,AA', why: 'inline' },
      { url: 'https://192.168.0.1/a.png', why: 'private' },
      { url: 'https://a.de/logo.svg', why: 'svg' },
      { url: 'https://b.de/a.png?X-Amz-Signature=1', why: 'signed' },
      { url: 'http://b.de/a.png', why: 'insecure' },
    ]);
  });

  it('does not call unusable what there is under a usable address', () => {
    const shown = [{ src: 'https://b.de/1-300x200.png' }];
    expect(chooseAll([['og:image', 'http://b.de/1.png']], shown)).toEqual({
      pictures: [{ url: 'https://b.de/1-300x200.png', alt: '', width: 200, height: 200, source: 'page' }],
      unusable: [],
    });
  });

  it('stops at 20', () => {
    const images = Array.from({ length: 60 }, (_, index) => ({ src: `https://a.de/${index}.png` }));
    expect(choose([], images)).toHaveLength(20);
  });
});
