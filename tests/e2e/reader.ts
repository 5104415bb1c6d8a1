// The reader alone, run by the real extension in a real tab: what it brings back, before anything is chosen.
import type { Page } from '@playwright/test';
import { readPage } from '../../lib/capture/page.ts';
import type { JsonLd, PageReading } from '../../lib/capture/reading.ts';
import type { Extension } from './browser.ts';
import { launchExtension, test } from './fixtures.ts';
import { type PageServer, type Served, servePages } from './page-server.ts';

/** Injects the reader into the tab that lies in front, as `lib/platform/tabs.ts` does. */
export async function readingOf(extension: Extension, page: Page): Promise<PageReading> {
  const helper = await extension.helper();
  await page.bringToFront();
  // As text, because a function cannot be handed to the browser: the extension's policy forbids to make one of it.
  return helper.evaluate<PageReading>(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const target = { tabId: tab.id };
    const [frame] = await chrome.scripting.executeScript({ target, func: ${readPage}, injectImmediately: true });
    return frame.result;
  })()`);
}

export interface Reader {
  readonly server: PageServer;
  /** Opens a page at this path of the site and waits until it is complete. */
  open(page: Served | string, path?: string): Promise<Page>;
  /** Reads the page that lies in front. */
  read(): Promise<PageReading>;
  readHtml(html: string): Promise<PageReading>;
}

/** One browser, one site and one tab for all tests of a file. */
export function reader(): Reader {
  let shared: { extension: Extension; server: PageServer; page: Page } | null = null;
  const open = () => {
    if (!shared) throw new Error('The browser has not been launched.');
    return shared;
  };
  const self: Reader = {
    get server() {
      return open().server;
    },
    async open(page, path = '/') {
      await open().page.goto(open().server.put(path, page));
      return open().page;
    },
    read: () => readingOf(open().extension, open().page),
    async readHtml(html) {
      await self.open(`<!doctype html><meta charset="utf-8">${html}`);
      return self.read();
    },
  };
  test.beforeAll(async () => {
    const [extension, server] = [await launchExtension(), await servePages()];
    shared = { extension, server, page: await extension.context.newPage() };
  });
  test.afterAll(async () => {
    await open().extension.close();
    await open().server.stop();
  });
  return self;
}

/** How many characters of the page a reading holds; its own names for things are not counted. */
export function charactersOf(reading: PageReading | JsonLd[]): number {
  let characters = 0;
  JSON.stringify(reading, (_, value: unknown) => {
    if (typeof value === 'string') characters += value.length;
    return value;
  });
  return characters;
}
