// What the build before an update has stored is there after it.
import { expect } from '@playwright/test';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { signInByKey } from './welcome.page.ts';

test('a draft, the sign-in and the settings of an earlier build go on in this one', async ({
  extension,
  localBuffer,
  sandbox,
}) => {
  await signInByKey(extension, localBuffer.apiKey);
  const page = await extension.context.newPage();
  await page.goto(sandbox.at('/pages/walk.html'));
  const before = await ComposerPage.open(extension, page);
  await before.write('Half a thought');
  await before.popup.close();
  await extension.stopWorker();
  // As it was before drafts had texts of their networks, and settings were more than a theme.
  await extension.evaluate(async () => {
    const stored = await chrome.storage.local.get(null);
    const key = Object.keys(stored).find((name) => name.startsWith('draft:')) ?? '';
    const { texts, options, firstComment, tagIds, video, changedAt, ...draft } = stored[key] as Record<
      string,
      unknown
    >;
    const settings = { theme: 'dark', badge: 'a word that is no more' };
    await chrome.storage.local.set({ [key]: draft, settings, shapedBy: 'an earlier build' });
  }, undefined);

  const after = await ComposerPage.open(extension, page);
  await after.popup.waitForText('Your draft for this page.');
  expect(await after.text()).toBe('Half a thought');
  await after.popup.waitFor(() => document.documentElement.dataset.theme === 'dark');
  await after.chooseChannels(CHANNEL.bluesky);
  await after.submitted();
  await after.popup.close();
  expect(await sandbox.postsWith('Half a thought')).toHaveLength(1);
  const stored = await extension.evaluate(
    () => chrome.storage.local.get(['shapedBy', 'settings']),
    undefined,
  );
  expect(stored).not.toMatchObject({ shapedBy: 'an earlier build' });
  expect(stored).toMatchObject({ settings: { theme: 'dark', badge: 'queued', cleanLinks: true } });
});
