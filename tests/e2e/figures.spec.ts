// What the extension costs while it is open, measured in the running browser.
import { expect } from '@playwright/test';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { note, test } from './fixtures.ts';
import { browserSession, NestedTarget } from './nested.ts';
import { signedInBrowser } from './signed-in.ts';

const MEGABYTE = 1024 * 1024;
const browser = signedInBrowser();

test('the popup holds at most 3 MB', async ({ sandbox }) => {
  const composer = await ComposerPage.open(
    browser.extension,
    await browser.visit(sandbox.at('/pages/walk.html')),
  );
  const bytes = await composer.popup.target.heapBytes();
  note('popup heap', bytes);
  expect(bytes).toBeLessThanOrEqual(3 * MEGABYTE);
  await composer.popup.close();
});

// Both back-ends are in it for as long as Buffer has both APIs; the compiled code of the classic one is 0.15 MB.
test('the worker holds at most 2.25 MB after it has posted', async ({ sandbox }) => {
  const composer = await ComposerPage.open(
    browser.extension,
    await browser.visit(sandbox.at('/pages/walk.html')),
  );
  await composer.chooseChannels(CHANNEL.x, CHANNEL.linkedin);
  await composer.submitted();
  await composer.popup.close();
  const session = await browserSession(browser.extension.context);
  const worker = await NestedTarget.find(
    session,
    ({ type, url }) => type === 'service_worker' && url.startsWith(browser.extension.url('')),
  );
  const bytes = await worker.heapBytes();
  note('worker heap', bytes);
  expect(bytes).toBeLessThanOrEqual(2.25 * MEGABYTE);
});
