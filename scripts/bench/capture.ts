// How long the reader of pages holds up a page, next to the least that any reader does.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { minifySync } from 'vite';
import { readPage } from '../../lib/capture/page.ts';
import { chromiumPath } from '../../tests/e2e/programs.ts';
import { answerAt } from './pages.ts';
import { median } from './table.ts';

const RUNS = 60;
const FLOOR = "() => document.querySelectorAll('meta,link,img').length";
/** Leaves a layout of the whole page to be done. */
const MAKE_DIRTY =
  "document.body.style.paddingLeft = document.body.style.paddingLeft === '1px' ? '2px' : '1px'";

/** Medians in milliseconds of a page's main thread. */
export interface ReaderTimes {
  nodes: number;
  readMs: number;
  /** With a layout of the page to be done, which a reader must not force. */
  dirtyMs: number;
  floorMs: number;
}

/** Serves the pages to themselves alone: a page that shares its process with no other origin has a finer clock. */
async function serve(): Promise<Server> {
  const server = createServer(({ url = '/' }, response) => {
    const answer = answerAt(url);
    response.writeHead(answer ? 200 : 404, {
      'Content-Type': answer?.type ?? 'text/plain',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    response.end(answer?.body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

/** A world of its own in the page, as an extension's script has. */
async function isolatedWorld(session: CDPSession): Promise<number> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  return executionContextId;
}

async function evaluate(session: CDPSession, contextId: number, expression: string): Promise<number> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, contextId });
  if (exceptionDetails || typeof result.value !== 'number') {
    throw new Error(`It could not be measured: ${exceptionDetails?.exception?.description ?? result.type}.`);
  }
  return result.value;
}

/** One call of a function, new to the browser each time as what is injected is: it is compiled within the time. */
function timed(source: string, before: string): string {
  return `${before}; { const read = ${source}; const begun = performance.now(); read(); performance.now() - begun }
//${crypto.randomUUID()}`;
}

async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        document.body.getBoundingClientRect();
        requestAnimationFrame(() => requestIdleCallback(() => done()));
      }),
  );
}

async function measure(page: Page, address: string): Promise<ReaderTimes> {
  await page.goto(address, { waitUntil: 'networkidle' });
  const session = await page.context().newCDPSession(page);
  const world = await isolatedWorld(session);
  // As it is sent into pages: minified.
  const reader = minifySync('page.js', `export ${readPage}`).code.replace('export ', '');
  const [read, dirty, floor]: number[][] = [[], [], []];
  for (let run = 0; run < RUNS; run++) {
    // One after another, so that whatever slows the machine down slows all of them.
    await settled(page);
    floor?.push(await evaluate(session, world, timed(FLOOR, '')));
    read?.push(await evaluate(session, world, timed(reader, '')));
    dirty?.push(await evaluate(session, world, timed(reader, MAKE_DIRTY)));
  }
  const nodes = "document.evaluate('count(//node())', document, null, 1).numberValue";
  return {
    nodes: await evaluate(session, world, nodes),
    readMs: median(read ?? []),
    dirtyMs: median(dirty ?? []),
    floorMs: median(floor ?? []),
  };
}

async function onBothPages(
  browser: Browser,
  origin: string,
): Promise<{ small: ReaderTimes; large: ReaderTimes }> {
  const page = await browser.newPage();
  const small = await measure(page, `${origin}/small`);
  return { small, large: await measure(page, `${origin}/large`) };
}

/** Reads two pages over and over in a real Chromium. */
export async function measureReader(): Promise<{ small: ReaderTimes; large: ReaderTimes }> {
  const server = await serve();
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  try {
    return await onBothPages(browser, `http://127.0.0.1:${port}`);
  } finally {
    await browser.close();
    server.close();
  }
}
