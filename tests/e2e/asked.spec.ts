// What is drawn only when somebody asks for it: it comes with the first press, and costs nothing before.
import { expect } from '@playwright/test';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { signedInBrowser } from './signed-in.ts';

/** Milliseconds after opening. */
const REST = 1500;
const FILE = 'link[href$="/asked-views.js"]';
const browser = signedInBrowser();

async function opened(url: string): Promise<ComposerPage> {
  return ComposerPage.open(browser.extension, await browser.visit(url));
}

test('before anybody presses anything, it is not loaded', async ({ sandbox }) => {
  const { popup } = await opened(sandbox.at('/pages/walk.html'));
  await popup.waitFor((file) => document.querySelector(file), FILE);
  expect(await popup.evaluate(() => performance.now())).toBeGreaterThan(REST);
  await popup.close();
});

test('the first press opens the list of all channels, which has the focus', async ({ sandbox }) => {
  const { popup } = await opened(sandbox.at('/pages/walk.html'));
  await popup.waitFor(() => document.querySelector('.chosen'));
  // As assistive technology presses it: with neither a key nor a pointer.
  const isAsked = await popup.evaluate((file) => {
    document.querySelector<HTMLElement>('.chosen')?.click();
    return Promise.resolve().then(() => document.querySelector(file) !== null);
  }, FILE);
  expect(isAsked).toBe(true);
  await popup.waitFor(() => document.activeElement?.matches('#all-channels :is(input, button)'));
  await popup.press('Escape');
  // Where the focus was when it was pressed.
  await popup.waitFor(() => document.activeElement?.matches('textarea'));
  await popup.close();
});

test('the first press opens the preview of the card', async ({ sandbox }) => {
  const { popup } = await opened(sandbox.at('/pages/walk.html'));
  await popup.click('checkbox', CHANNEL.linkedin);
  await popup.close();
  const next = await opened(sandbox.at('/pages/walk.html'));
  await next.popup.click('button', 'Preview');
  await next.popup.waitFor(() => document.querySelector('dialog.preview')?.contains(document.activeElement));
  await next.popup.close();
});

test('a draft with pictures is there with all of them, and nothing moves', async ({ sandbox }) => {
  const first = await opened(sandbox.at('/pages/walk.html'));
  await first.chooseChannels(CHANNEL.linkedin);
  await first.popup.click('radio', 'Pictures');
  await first.popup.close();
  const { popup } = await opened(sandbox.at('/pages/walk.html'));
  await popup.waitFor(
    () => document.querySelector('.strip.several') && document.querySelector('.channel-fields'),
  );
  const shifted = await popup.evaluate(async () => {
    const { promise, resolve } = Promise.withResolvers<PerformanceEntryList>();
    new PerformanceObserver((list) => resolve(list.getEntries())).observe({
      type: 'layout-shift',
      buffered: true,
    });
    const none = new Promise<PerformanceEntryList>((later) => setTimeout(later, 100, []));
    return (await Promise.race([promise, none])).length;
  });
  expect(shifted).toBe(0);
  await popup.close();
});
