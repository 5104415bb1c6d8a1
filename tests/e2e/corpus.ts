// The corpus of saved pages: their expectations, and a browser in which they stand at their addresses.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page, type Route } from '@playwright/test';
import sharp from 'sharp';
import { parse } from 'yaml';
import { readPage } from '../../lib/capture/page.ts';
import type { PageReading } from '../../lib/capture/reading.ts';
import { chromiumPath } from './programs.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/pages');

/** A page and what a careful person would share from it, written by hand. */
export interface Expected {
  group: string;
  page: string;
  /** The pattern that it is modelled on. */
  models: string;
  /** What stands in the address bar when it is opened. */
  address: string;
  link: string;
  title: string;
  description: string;
  picture: string | null;
  alt?: string;
  less?: string;
  /** The HTTP status that it is served with. */
  status?: number;
  headers?: Record<string, string>;
  /** Further documents of it, by address. */
  frames?: Record<string, string>;
}

export function corpus(): Expected[] {
  return readdirSync(FOLDER).flatMap((group) => {
    const rows: Omit<Expected, 'group'>[] = parse(readFileSync(join(FOLDER, group, 'expected.yml'), 'utf8'));
    return rows.map((row) => ({ ...row, group }));
  });
}

/** All html files of the corpus as `group/page`, those of frames too. */
export function corpusFiles(): string[] {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.html')).sort();
}

/** The size that an address names: the last `<width>x<height>`, else a width of 16:9. */
function sizeIn(url: string): [number, number] {
  const [, width, height] = [...url.matchAll(/(\d{1,4})x(\d{1,4})/g)].at(-1) ?? [];
  if (width && height) return [Number(width), Number(height)];
  const [, wide] = /[?&](?:w|width)=(\d{2,4})\b/.exec(url) ?? [];
  return wide ? [Number(wide), Math.round((Number(wide) * 9) / 16)] : [800, 450];
}

const pictures = new Map<string, Promise<Buffer>>();

function pictureOf(url: string): Promise<Buffer> {
  const [width, height] = sizeIn(url);
  const size = `${width}x${height}`;
  const known = pictures.get(size);
  if (known) return known;
  const background = { r: 120, g: 140, b: 160 };
  const drawn = sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
  pictures.set(size, drawn);
  return drawn;
}

async function serve(
  route: Route,
  { group, page, address, status, headers, frames }: Expected,
): Promise<void> {
  const request = route.request();
  const url = request.url();
  const html = { 'content-type': 'text/html', ...headers };
  const file = (name: string): string => join(FOLDER, group, name);
  const frame = Object.entries(frames ?? {}).find(([at]) => new URL(at).href === url)?.[1];
  if (frame) return route.fulfill({ path: file(frame), headers: html });
  const isPage = request.isNavigationRequest() && url.split('#')[0] === new URL(address).href.split('#')[0];
  if (isPage) return route.fulfill({ status: status ?? 200, path: file(page), headers: html });
  const isPicture = request.resourceType() === 'image' && /\.(?:png|jpe?g|gif|webp|avif|svg)/i.test(url);
  if (!isPicture) return route.fulfill({ status: 404, body: '' });
  if (/\.svgz?(?:[?#]|$)/.test(url)) {
    const body = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"/>';
    return route.fulfill({ contentType: 'image/svg+xml', body });
  }
  return route.fulfill({ contentType: 'image/png', body: await pictureOf(url) });
}

/** A browser that can reach nothing: every page of the corpus is served where its address says. */
export class CorpusBrowser {
  readonly #browser: Browser;
  readonly #context: BrowserContext;

  private constructor(browser: Browser, context: BrowserContext) {
    this.#browser = browser;
    this.#context = context;
  }

  static async launch(): Promise<CorpusBrowser> {
    const args = ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND'];
    const browser = await chromium.launch({ executablePath: chromiumPath(), args });
    return new CorpusBrowser(browser, await browser.newContext({ viewport: { width: 1280, height: 720 } }));
  }

  /** Opens the page and reads it as the extension does: in a world of its own, which the page cannot reach. */
  async read(expected: Expected): Promise<{ reading: PageReading; tab: { url: string; title: string } }> {
    const page = await this.#context.newPage();
    await page.route('**/*', (route) => serve(route, expected));
    await page.goto(expected.address);
    const reading = await readInOwnWorld(page);
    const tab = { url: page.url(), title: await page.title() };
    await page.close();
    return { reading, tab };
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}

async function readInOwnWorld(page: Page): Promise<PageReading> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId: executionContextId,
    expression: `(${readPage.toString()})()`,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
