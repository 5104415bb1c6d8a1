// Hostile pages in the real popup (security.md 3, 4, 5, 14): the composer is usable, nothing executes, nothing leaks.
import { expect, type Page } from '@playwright/test';
import { ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { HOSTILE, PICTURE, pageOf, TITLE } from './hostile/pages.ts';
import { watch } from './hostile/watch.ts';
import { type PageServer, servePages } from './page-server.ts';
import type { Popup } from './popup.ts';
import { charactersOf, readingOf } from './reader.ts';
import { signedInBrowser } from './signed-in.ts';

// No host but loopback has an address, so that what the popup asks for is seen and goes nowhere.
const browser = signedInBrowser({ args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] });
// The browser itself needs its time to lay out what some of these pages are made of.
test.describe.configure({ timeout: 120_000 });
let server: PageServer;
test.beforeAll(async () => {
  server = await servePages();
});
test.afterAll(() => server.stop());

/** Evaluates in the page's own world with nothing of Playwright's in between, which a page could have broken. */
async function inPage(page: Page, expression: string): Promise<unknown> {
  const session = await browser.extension.context.newCDPSession(page);
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** What of the page came to life in the popup, and what the popup asked of the net beside its own files and Buffer. */
function found(popup: Popup, buffer: string) {
  return popup.evaluate((known) => {
    const violations = new ReportingObserver(() => undefined, { types: ['csp-violation'], buffered: true });
    violations.observe();
    const asked = performance.getEntriesByType('resource').map(({ name }) => name);
    const addresses = [...document.querySelectorAll<HTMLElement>('[src], [href], [action]')].map(
      (element) =>
        element.getAttribute('src') ?? element.getAttribute('href') ?? element.getAttribute('action') ?? '',
    );
    return {
      violations: violations.takeRecords().map(({ body }) => JSON.stringify(body)),
      asked: asked.filter((url) => !url.startsWith(location.origin) && !url.startsWith(known)),
      schemes: [...new Set(addresses.map((url) => new URL(url, location.href).protocol))],
      alive: document.querySelectorAll('.hostile, iframe, embed, object, base, [onerror], [onload]').length,
      pwned: 'pwned' in window,
    };
  }, buffer);
}

for (const page of HOSTILE) {
  test(`a page that ${page.what}`, async ({ sandbox }) => {
    const address = server.put('/hostile', pageOf(page, String(watch)));
    const tab = await browser.visit(address);
    if (!page.restless) await inPage(tab, 'arm()');
    const composer = await ComposerPage.open(browser.extension, tab);

    const title = page.title ?? TITLE;
    await composer.textIs(`${title}\n${address}`);
    expect(await composer.link()).toBe(address);
    const { violations, asked, schemes, alive, pwned } = await found(composer.popup, sandbox.origin);
    expect({ violations, alive, pwned }).toEqual({ violations: [], alive: 0, pwned: false });
    expect(asked.filter((url) => !url.startsWith(PICTURE))).toEqual([]);
    expect(schemes.filter((scheme) => !['chrome-extension:', 'https:', 'http:'].includes(scheme))).toEqual(
      [],
    );
    await composer.popup.close();

    if (!page.restless) expect(await inPage(tab, 'signs()')).toBe('[]');
    expect(charactersOf(await readingOf(browser.extension, tab))).toBeLessThanOrEqual(64_000);
    await tab.close();
  });
}

test('a page that hangs', async () => {
  const address = server.put('/hanging', `<title>${TITLE}</title>`);
  const tab = await browser.visit(address);
  const session = await browser.extension.context.newCDPSession(tab);
  session.send('Runtime.evaluate', { expression: 'for (;;);' }).catch(() => undefined);
  const composer = await ComposerPage.open(browser.extension, tab);
  await composer.textIs(`${TITLE}\n${address}`);
  await composer.popup.close();
  await session.send('Runtime.terminateExecution');
  await tab.close();
});

test('a page of which 5 MB are selected', async () => {
  const body = `<pre></pre>`;
  const script = `document.querySelector('pre').textContent = 'Words and words.\\n'.repeat(300_000);
    getSelection().selectAllChildren(document.querySelector('pre'));`;
  const address = server.put('/selected', pageOf({ what: '', body, script }, String(watch)));
  const tab = await browser.visit(address);
  const composer = await ComposerPage.open(browser.extension, tab);
  // Its words as far as they go, or its title where the browser took longer than a second to bring them together.
  expect(await composer.text()).toMatch(/^(?:“Words and words\..{9000,10000}”|A page with a title)\nhttp/s);
  expect(await composer.link()).toBe(address);
  await composer.popup.close();
  await tab.close();
});

test('a page that goes elsewhere while it is read', async () => {
  const address = server.put(
    '/elsewhere',
    `<title>${TITLE}</title><script>
    // Sooner it might never be loaded, which opening the tab waits for.
    addEventListener('load', () => setTimeout(() => location.replace('/elsewhere?' + Math.random()), 100));</script>`,
  );
  const tab = await browser.visit(address);
  const composer = await ComposerPage.open(browser.extension, tab);
  expect(await composer.link()).toContain(address);
  await composer.popup.close();
  // A tab that is asked to close while it goes elsewhere may never be closed.
  server.put('/elsewhere', '<title>At rest</title>');
  await expect(tab).toHaveTitle('At rest');
  await tab.close();
});

test('what a page does is seen: the watcher and the popup’s observers can fail', async ({ sandbox }) => {
  const tab = await browser.visit(
    server.put(
      '/seen',
      pageOf({ what: '', head: `<meta property="og:image" content="${PICTURE}">` }, String(watch)),
    ),
  );
  await inPage(tab, 'arm()');
  const composer = await ComposerPage.open(browser.extension, tab);
  await composer.popup.waitFor((url) => performance.getEntriesByName(url).length > 0, PICTURE);
  expect((await found(composer.popup, sandbox.origin)).asked).toEqual([PICTURE]);
  await composer.popup.evaluate(() => {
    const image = document.createElement('img');
    image.src = 'http://pictures.example/insecure.png';
    image.className = 'hostile';
    document.body.append(image);
  });
  const { violations, alive } = await found(composer.popup, sandbox.origin);
  expect([violations.length > 0, alive]).toEqual([true, 1]);
  await composer.popup.close();
  await inPage(tab, `document.title = 'x'; globalThis.leaked = 1`);
  expect(await inPage(tab, 'signs()')).toBe('["the DOM changed","there is a new global"]');
  await tab.close();
});
