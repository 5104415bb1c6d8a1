// The browser as oracle: what we say that an unloaded image will show is what it shows once it is loaded.
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { readPage } from '../../lib/capture/page.ts';
import { renderedSource } from '../../lib/capture/pictures/rendered.ts';
import type { PageReading } from '../../lib/capture/reading.ts';
import { ATTRIBUTES } from '../fixtures/srcset/attributes.ts';
import { IMAGES } from '../fixtures/srcset/images.ts';
import { chromiumPath } from './programs.ts';

const PAGE = 'https://pictures.example/';
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** Every image far below what the browser loads by itself; each with a name, and addresses that no other has. */
function html(): string {
  const images = Object.entries(IMAGES).map(([name, image], index) =>
    image
      .replaceAll('~', `https://cdn.example/${index}`)
      .replace('<img', `<img loading="lazy" alt="${name}"`),
  );
  return `<!doctype html><meta charset="utf-8"><style>img { width: 9px; height: 9px }</style>
    <div style="height: 30000px"></div><div id="images">${images.join('\n')}</div>`;
}

let browser: Browser;
test.beforeAll(async () => {
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
});
test.afterAll(() => browser.close());

async function openPage(deviceScaleFactor: number, width: number): Promise<Page> {
  const context = await browser.newContext({ deviceScaleFactor, viewport: { width, height: 720 } });
  await context.route('**/*', (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ contentType: 'text/html', body: html() })
      : route.fulfill({ contentType: 'image/gif', body: PIXEL }),
  );
  const page = await context.newPage();
  await page.goto(PAGE);
  return page;
}

/** Scrolls down to all images, so that the browser loads what it chooses. */
function shownSources(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    document.querySelector('#images')?.scrollIntoView();
    const images = [...document.images];
    const loads = images.map(
      (image) => image.complete || new Promise((done) => image.addEventListener('load', done)),
    );
    await Promise.all(loads);
    return Object.fromEntries(images.map((image) => [image.alt, image.currentSrc]));
  });
}

for (const ratio of [1, 1.5, 2])
  for (const width of [520, 1280])
    test(`images show what is chosen at ${ratio} pixels per pixel, ${width} px wide`, async () => {
      const page = await openPage(ratio, width);
      const reading = await page.evaluate<PageReading>(`(${readPage.toString()})()`);
      expect(reading.viewport).toEqual({ width, height: 720, ratio });
      const unloaded = await page.evaluate(() => [...document.images].map((image) => image.currentSrc));
      expect(unloaded.join('')).toBe('');
      const chosen = reading.images.map((image) => [image.alt, renderedSource(image, reading.viewport)]);
      const shown = await shownSources(page);
      expect(Object.keys(shown)).toEqual(Object.keys(IMAGES));
      expect(Object.values(shown).filter((source) => source === '')).toEqual([]);
      expect(Object.fromEntries(chosen)).toEqual(shown);
      await page.context().close();
    });

test('the browser reads every srcset attribute as the table says', async () => {
  const page = await openPage(1, 1280);
  const sources = await page.evaluate(
    async (attributes) => {
      const images = attributes.map((srcset) => Object.assign(new Image(), { srcset }));
      // The browser chooses when the script has ended.
      await new Promise((resolve) => setTimeout(resolve));
      return images.map(({ currentSrc }) => currentSrc);
    },
    ATTRIBUTES.map(([srcset]) => srcset),
  );
  const read = ATTRIBUTES.map(([srcset], index) => [srcset, sources[index]]);
  const said = ATTRIBUTES.map(([srcset, url]) => [srcset, url && new URL(url, PAGE).href]);
  expect(read).toEqual(said);
});
