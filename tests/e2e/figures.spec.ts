// What the extension costs while it is open, measured in the running browser.
import { expect, type Page } from '@playwright/test';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { note, test } from './fixtures.ts';
import { browserSession, NestedTarget } from './nested.ts';
import { signedInBrowser } from './signed-in.ts';
import { signInByKey } from './welcome.page.ts';

const MEGABYTE = 1024 * 1024;
const browser = signedInBrowser();

/** Opens the popup, and leaves no other page of the extension: they all share one process, and so one heap. */
async function composingAlone(over: Page): Promise<ComposerPage> {
  const composer = await ComposerPage.open(browser.extension, over);
  const { context } = browser.extension;
  const others = context.pages().filter((page) => page.url().startsWith(browser.extension.url('')));
  for (const page of others) await page.close();
  return composer;
}

// An empty page of an extension holds 0.9 MB: the browser's own.
test('the popup holds at most 2.2 MB', async ({ sandbox }) => {
  const composer = await composingAlone(await browser.visit(sandbox.at('/pages/walk.html')));
  const bytes = await composer.popup.target.heapBytes();
  note('popup heap', bytes);
  expect(bytes).toBeLessThanOrEqual(2.2 * MEGABYTE);
  await composer.popup.close();
});

// The pattern of all domains that exist, compiled, is 0.4 MB of it.
test("with X's own counter the popup holds at most 3.5 MB", async ({ sandbox }) => {
  const composer = await composingAlone(await browser.visit(sandbox.at('/pages/walk.html')));
  await composer.popup.click('radio', 'None');
  await composer.chooseChannels(CHANNEL.x);
  await composer.write('There is no notadomain.notld');
  // Only X's own counter knows that it is no link.
  await composer.popup.waitFor(
    (left) => document.querySelector<HTMLElement>('.count')?.innerText === left,
    `${280 - 'There is no notadomain.notld'.length} left on X`,
  );
  const bytes = await composer.popup.target.heapBytes();
  note("popup heap with X's counter", bytes);
  expect(bytes).toBeLessThanOrEqual(3.5 * MEGABYTE);
  await composer.popup.close();
});

// Both back-ends are in it for as long as Buffer has both APIs; the compiled code of the classic one is 0.15 MB.
// It is measured in a browser of its own: the worker of the tests above has run more than a sign-in and a post need.
test('the worker holds at most 2.2 MB after it has posted', async ({ extension, sandbox, localBuffer }) => {
  await signInByKey(extension, localBuffer.apiKey);
  const page = await extension.context.newPage();
  await page.goto(sandbox.at('/pages/walk.html'));
  const composer = await ComposerPage.open(extension, page);
  await composer.chooseChannels(CHANNEL.x, CHANNEL.linkedin);
  await composer.submitted();
  await composer.popup.close();
  const session = await browserSession(extension.context);
  const worker = await NestedTarget.find(
    session,
    ({ type, url }) => type === 'service_worker' && url.startsWith(extension.url('')),
  );
  const bytes = await worker.heapBytes();
  note('worker heap', bytes);
  expect(bytes).toBeLessThanOrEqual(2.2 * MEGABYTE);
});
