// What the reader brings back from pages of every make, in real Chromium: happy-dom loads no pictures and lays nothing out.
import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { reader } from './reader.ts';

const site = reader();
const { read, readHtml, open } = site;
/** The site has one picture of 300 × 200 px and a dot; everything else is missing there. */
const picture = '/a.svg';

function svg(width: number, height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="9" height="9"/></svg>`;
}

test.beforeAll(() => {
  site.server.put(picture, { body: svg(300, 200), type: 'image/svg+xml' });
  site.server.put('/dot.svg', { body: svg(1, 1), type: 'image/svg+xml' });
});

const sources = ({ images }: Awaited<ReturnType<typeof read>>): string[] =>
  images.map(({ src, lazy, sets }) => src.replace(/^http:\/\/[^/]+/, '') || lazy[0] || sets[0]?.srcset || '');

test('a loaded picture comes with the source that is shown, its own size and its words', async () => {
  const { images } = await readHtml(
    `<main><figure><img src="${picture}" width="30" height="20" alt=" Words "><figcaption> Under <b>it</b> </figcaption></figure></main>`,
  );
  expect(images).toEqual([
    {
      kind: 'img',
      src: `${site.server.origin}/a.svg`,
      sets: [],
      lazy: [],
      alt: 'Words',
      caption: 'Under it',
      width: 300,
      height: 200,
      place: 'main',
    },
  ]);
});

test('a picture that is not loaded comes with what a script or the browser is to load', async () => {
  const far = 'style="margin-top: 100000px"';
  const reading = await readHtml(`
    <img src="/dot.svg" data-src="/lazy.jpg" width="300" height="200">
    <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-lazy-srcset="/set.jpg 2x" width="300" height="200">
    <picture><source srcset="/wide.avif 800w" type="image/avif" media="(min-width: 1px)" sizes="50vw">
      <img ${far} loading="lazy" srcset="/own.jpg 2x" width="300" height="200"></picture>
    <img ${far} loading="lazy" src="/native.jpg" width="300" height="200">`);
  expect(reading.images.map(({ src, lazy, sets }) => ({ src, lazy, sets: sets.length }))).toEqual([
    { src: '', lazy: ['/lazy.jpg'], sets: 1 },
    { src: '', lazy: ['/set.jpg 2x'], sets: 1 },
    { src: '', lazy: [], sets: 2 },
    { src: `${site.server.origin}/native.jpg`, lazy: [], sets: 1 },
  ]);
  expect(reading.images[2]?.sets).toEqual([
    { srcset: '/wide.avif 800w', sizes: '50vw', type: 'image/avif', media: '(min-width: 1px)' },
    { srcset: '/own.jpg 2x', sizes: '', type: '', media: '' },
  ]);
});

test('what is hidden, broken, tiny or around the page’s matter is not read', async () => {
  const reading = await readHtml(`
    <header><img src="${picture}?site"></header><nav><img src="${picture}?nav"></nav>
    <aside><img src="${picture}?aside"></aside><footer><img src="${picture}?footer"></footer>
    <img src="${picture}?none" style="display: none"><div hidden><img src="${picture}?hidden"></div>
    <img src="/dot.svg"><img src="/missing.png">
    <article><header><img src="${picture}?kept"></header><nav><img src="${picture}?inner"></nav></article>`);
  expect(sources(reading)).toEqual(['/a.svg?kept']);
});

test('the article’s pictures come before those of the page', async () => {
  const reading = await readHtml(`<img src="${picture}?1"><div role="main"><img src="${picture}?2"></div>`);
  expect(reading.images.map(({ place }) => place)).toEqual(['main', 'body']);
});

test('posters are read, and backgrounds where there is little else', async () => {
  const size = 'width: 400px; height: 300px';
  const html = `<style>.top { background: linear-gradient(red, blue), url(/class.jpg) }</style>
    <video poster="/poster.jpg" style="${size}"></video>
    <section class="top" style="${size}"></section>
    <div style="background-image: url('/inline (1).jpg'); ${size}"></div>
    <div style="background: url(/small.jpg); width: 90px; height: 300px"></div>
    <footer><div style="background: url(/footer.jpg); ${size}"></div></footer>`;
  const { images } = await readHtml(html);
  expect(images.map(({ kind, src, width }) => [kind, src.replace(site.server.origin, ''), width])).toEqual([
    ['poster', '/poster.jpg', 400],
    ['background', '/class.jpg', 400],
    ['background', '/inline%20(1).jpg', 400],
  ]);
  const named = await readHtml(`<meta property="og:image" content="/og.jpg">${html}`);
  expect(named.images.map(({ kind }) => kind)).toEqual(['poster']);
});

test('pictures in shadow trees and in frames of the same origin are found, lazy ones too', async () => {
  const inner = site.server.put('/inner', `<form name="nodeType"></form><img src="${picture}?frame">`);
  const reading = await readHtml(`
    <div><template shadowrootmode="open"><img src="${picture}?shadow">
      <img loading="lazy" style="margin-top: 100000px" src="/far.jpg" width="300" height="200"></template></div>
    <iframe src="${inner}"></iframe><iframe src="about:blank"></iframe><iframe sandbox src="${inner}"></iframe>`);
  expect(sources(reading)).toEqual(['/a.svg?shadow', '/far.jpg', '/a.svg?frame']);
});

test('the state of the navigation and of the document is told', async () => {
  const page = await open({ body: '<title>Gone</title>', status: 410 }, '/gone');
  await page.evaluate(() => history.pushState(null, '', '/elsewhere?x=1#y'));
  expect(await read()).toMatchObject({
    url: `${site.server.origin}/elsewhere?x=1#y`,
    arrived: `${site.server.origin}/gone`,
    status: 410,
    complete: true,
    contentType: 'text/html',
    title: 'Gone',
  });
});

const OTHER: [string, string, string][] = [
  [
    'XHTML',
    'application/xhtml+xml',
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body><h1>H</h1></body></html>',
  ],
  ['quirks', 'text/html', '<title>T</title><h1>H</h1>'],
  ['a frameset', 'text/html', '<title>T</title><frameset><frame src="/a.svg"></frameset>'],
  ['SVG', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><title>T</title></svg>'],
  ['plain text', 'text/plain', 'Words'],
  ['a picture', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['XML', 'text/xml', '<a><img/><meta/></a>'],
];
for (const [what, type, body] of OTHER) {
  test(`another kind of document: ${what}`, async () => {
    await open({ body, type }, '/other');
    const reading = await read();
    expect(reading).toMatchObject({ url: `${site.server.origin}/other`, contentType: type, images: [] });
    expect(reading.title).toBe(body.includes('<title>') ? 'T' : '');
    expect(reading.heading).toBe(body.includes('<h1>') ? 'H' : '');
  });
}

test('a document without body or root is read as an empty one', async () => {
  const page = await open('<title>T</title>');
  await page.evaluate(() => document.body.remove());
  expect(await read()).toMatchObject({ title: 'T', heading: '', images: [] });
  await page.evaluate(() => document.documentElement.remove());
  expect(await read()).toMatchObject({ title: '', meta: [], jsonLd: [], images: [] });
});
