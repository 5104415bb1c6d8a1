// Choosing channels by keys: chips by arrows and digits, all of them by name.
import { expect } from '@playwright/test';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { signedInBrowser } from './signed-in.ts';

const browser = signedInBrowser();

test('arrows go along the chips, a digit and the space bar press them', async ({ sandbox }) => {
  const composer = await ComposerPage.open(
    browser.extension,
    await browser.visit(sandbox.at('/pages/walk.html')),
  );
  const { popup } = composer;
  await popup.focus('checkbox', CHANNEL.x);
  await popup.press('ArrowRight');
  await popup.press(' ');
  await popup.press('3');
  expect(await popup.checked('checkbox', CHANNEL.linkedin)).toBe(true);
  expect(await popup.checked('checkbox', CHANNEL.bluesky)).toBe(true);
  expect(await popup.checked('checkbox', CHANNEL.x)).toBe(false);
  await popup.press('ArrowLeft');
  await popup.press(' ');
  expect(await popup.has('button', '3 of 8 channels chosen, show all')).toBe(true);
  await popup.close();
});

test('the list of all has them by name, and Escape closes it alone', async ({ sandbox }) => {
  const composer = await ComposerPage.open(
    browser.extension,
    await browser.visit(sandbox.at('/pages/walk.html')),
  );
  const { popup } = composer;
  await popup.focus('button', '0 of 8 channels chosen, show all');
  await popup.press('Enter');
  await popup.waitFor(() => document.activeElement?.closest('[role="dialog"]'));
  await popup.press('Tab');
  await popup.press(' ');
  await popup.press('Escape');
  await popup.waitFor(() => document.activeElement?.getAttribute('popovertarget') === 'all-channels');
  expect(await popup.checked('checkbox', CHANNEL.linkedin)).toBe(true);
  expect(await popup.has('button', '1 of 8 channels chosen, show all')).toBe(true);
  await popup.close();
});
