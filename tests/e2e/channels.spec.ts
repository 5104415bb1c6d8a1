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

test('of sixty channels any is found by its name, and the post reaches it', async ({ sandbox }) => {
  const channels = await sandbox.channels({ count: 60 });
  const onLinkedIn = channels.filter(({ service }) => service === 'linkedin');
  const wanted = onLinkedIn.findLast(
    ({ displayName }) => onLinkedIn.filter((other) => other.displayName === displayName).length === 1,
  );
  await browser.extension.evaluate(async () => {
    const { channels: known } = (await chrome.storage.local.get('channels')) as { channels: object };
    await chrome.storage.local.set({ channels: { ...known, fetchedAt: 0 } });
    await chrome.runtime.sendMessage({ type: 'hello' });
  }, undefined);
  const page = await browser.visit(sandbox.at('/pages/walk.html'));
  const composer = await ComposerPage.open(browser.extension, page);
  const { popup } = composer;
  await popup.focus('button', '0 of 60 channels chosen, show all');
  await popup.press('Enter');
  await popup.waitFor(() => document.activeElement?.getAttribute('type') === 'search');
  await popup.type(`${wanted?.displayName} linkedin`);
  await popup.waitFor(() => document.querySelectorAll('.channel-row').length === 1);
  await popup.press('Tab');
  await popup.press(' ');
  await popup.press('Escape');
  await composer.submitted();
  const posts = await sandbox.postsWith('Why the best ideas arrive on a walk');
  expect(posts.map(({ channelId }) => channelId)).toEqual([wanted?.id]);
  await popup.close();
});
