// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { charactersOf, inject, page } from './injected.ts';

function shadow(name: string): void {
  Object.defineProperty(document, name, { value: document.createElement('form'), configurable: true });
}

const SHADOWED = ['title', 'images', 'querySelectorAll', 'baseURI', 'documentElement'];

beforeEach(() => {
  page('');
  // Here no image is ever loaded, though each says that it is: a browser says so of one that is broken.
  vi.spyOn(HTMLImageElement.prototype, 'complete', 'get').mockReturnValue(false);
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const name of SHADOWED) Reflect.deleteProperty(document, name);
});

describe('readPage', () => {
  it('reads address, title and canonical link', () => {
    page('<title>A title</title><base href="https://a.de/b/"><link rel="Canonical" href="../c">');
    expect(inject()).toMatchObject({
      url: window.location.href,
      baseUrl: 'https://a.de/b/',
      title: 'A title',
      links: [{ rel: 'canonical', href: '../c' }],
    });
  });

  it('reads tags by property and by name, in their order, and no others', () => {
    page(`<meta name="og:title" content="By name"><meta property="twitter:title" content="By property">
      <meta property="OG:Image" content=" /a.png "><meta name="viewport" content="x"><meta name="Description" content="D">
      <meta property="og:url" content=""><meta name="author" property="og:type" content="article">`);
    expect(inject().meta).toEqual([
      { name: 'og:title', content: 'By name' },
      { name: 'twitter:title', content: 'By property' },
      { name: 'og:image', content: '/a.png' },
      { name: 'description', content: 'D' },
      { name: 'og:type', content: 'article' },
    ]);
  });

  it('reads images of 100 px and more with their words', () => {
    page(
      '',
      `<img src="https://a.de/1.png" width="100" height="100" alt=" One ">
       <img src="https://a.de/2.png" width="99" height="400">
       <img src="data:image/png;base64,${'A'.repeat(3000)}" width="300" height="300">`,
    );
    expect(inject().images).toMatchObject([
      { src: 'https://a.de/1.png', alt: 'One', width: 100, height: 100 },
    ]);
  });

  it('prefers the size and the source that are really shown', () => {
    page('', '<img src="https://a.de/1.png" width="10" height="10">');
    vi.spyOn(HTMLImageElement.prototype, 'naturalWidth', 'get').mockReturnValue(640);
    vi.spyOn(HTMLImageElement.prototype, 'naturalHeight', 'get').mockReturnValue(480);
    vi.spyOn(HTMLImageElement.prototype, 'currentSrc', 'get').mockReturnValue('https://a.de/1@2x.png');
    expect(inject().images).toMatchObject([{ src: 'https://a.de/1@2x.png', width: 640, height: 480 }]);
  });

  it('is not misled by elements that shadow the document', () => {
    page(
      '<title>Real</title><link rel="canonical" href="/c"><meta property="og:title" content="O">',
      '<form name="title"></form><img name="images" src="https://a.de/1.png" width="200" height="200">',
    );
    const before = inject();
    for (const name of SHADOWED) shadow(name);
    expect(inject()).toEqual(before);
    expect(before).toMatchObject({ title: 'Real', links: [{ href: '/c' }], images: [{ width: 200 }] });
  });

  it('stays under 64,000 characters whatever the page holds', () => {
    const long = 'x'.repeat(20_000);
    const tags = Array.from(
      { length: 300 },
      () => `<meta property="og:image" content="https://a.de/${long}">`,
    );
    const images = Array.from(
      { length: 300 },
      (_, index) =>
        `<img src="https://a.de/${index}${'x'.repeat(1900)}" alt="${long}" width="200" height="200">`,
    );
    page(`<title>${long}</title>${tags.join('')}`, images.join(''));
    const reading = inject();
    expect(charactersOf(reading)).toBeLessThanOrEqual(64_000);
    expect(reading.title).toHaveLength(1000);
    expect(reading.images.every(({ src }) => src.endsWith('x'.repeat(1900)))).toBe(true);
  });

  it('returns at most 60 tags and 40 images', () => {
    page(
      '<meta property="og:image" content="/a">'.repeat(100),
      '<img src="https://a.de/1.png" width="200" height="200">'.repeat(100),
    );
    const { meta, images } = inject();
    expect([meta.length, images.length]).toEqual([60, 40]);
  });

  it('gives what it can when parts of the page throw', () => {
    page('<title>Still here</title>', '<img src="https://a.de/1.png" width="200" height="200">');
    vi.spyOn(HTMLImageElement.prototype, 'src', 'get').mockImplementation(() => {
      throw new Error('hostile');
    });
    expect(inject()).toMatchObject({ title: 'Still here', images: [] });
  });
});
