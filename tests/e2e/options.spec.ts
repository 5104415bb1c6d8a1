// The settings page, and what its settings do where they count.
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { COMMANDS } from '../../lib/commands.ts';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { send } from './queue.page.ts';
import { signedInBrowser } from './signed-in.ts';

const browser = signedInBrowser();
const open = () => browser.extension.page('options.html');
const saved = (page: Page) =>
  expect(page.getByRole('status').getByText('Saved', { exact: true })).toBeVisible();

function stored(): Promise<Record<string, unknown>> {
  return browser.extension.evaluate(async () => chrome.storage.local.get(['settings', 'sites']), undefined);
}

/** Resolves once it is stored; the word “Saved” may still be that of the change before. */
const keeps = (settings: object) => expect.poll(stored).toMatchObject({ settings });

test('a template is previewed while it is written, and is how the next post begins', async ({ sandbox }) => {
  const page = await open();
  const template = page.getByRole('textbox', { name: 'Template' });
  await expect(template).toHaveValue('{title}\n{link}');
  await template.fill('Worth it: {title} {tittle}\n\n{link}');
  await expect(page.getByText('{tittle}: no variable has this name')).toBeVisible();
  await template.fill('Worth it: {title}\n\n');
  await template.press('Control+End');
  await page.getByRole('group', { name: 'Insert a variable' }).getByRole('button', { name: 'Link' }).click();
  await expect(template).toHaveValue('Worth it: {title}\n\n{link}');
  await expect(page.getByRole('figure', { name: 'Preview' })).toContainText(
    'Worth it: A walk before breakfast\n\nhttps://example.org/walk',
    { useInnerText: true },
  );
  await saved(page);
  await page.getByRole('radio', { name: 'Selection' }).check();
  await expect(template).toHaveValue('“{quote}”\n{link}');
  await page.close();

  const walk = await browser.visit(sandbox.at('/pages/walk.html'));
  const composer = await ComposerPage.open(browser.extension, walk);
  expect(await composer.text()).toMatch(/^Worth it: .+\n\nhttp/);
  await composer.popup.close();

  const again = await open();
  await again.getByRole('button', { name: 'Back to the usual one' }).click();
  await expect(again.getByRole('textbox', { name: 'Template' })).toHaveValue('{title}\n{link}');
  await saved(again);
});

test('a site has channels of its own, with which a post about its pages begins', async ({ sandbox }) => {
  const page = await open();
  await page.getByRole('textbox', { name: 'Site' }).fill('two words');
  await page.getByRole('button', { name: 'Add site' }).click();
  await expect(page.getByText('This is no site.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Site' }).fill(sandbox.at('/pages/walk.html'));
  await page.getByRole('button', { name: 'Add site' }).click();
  const { host } = new URL(sandbox.at('/'));
  await page
    .getByRole('group', { name: `Channels of ${host}` })
    .getByRole('checkbox', { name: CHANNEL.bluesky })
    .check();
  await saved(page);

  const walk = await browser.visit(sandbox.at('/pages/walk.html'));
  const composer = await ComposerPage.open(browser.extension, walk);
  expect(await composer.popup.checked('checkbox', CHANNEL.bluesky)).toBe(true);
  expect(await composer.popup.checked('checkbox', CHANNEL.x)).toBe(false);
  await composer.popup.close();

  await page.getByRole('button', { name: `Remove ${host}` }).click();
  await expect(page.getByRole('group', { name: `Channels of ${host}` })).toBeHidden();
  await expect.poll(async () => (await stored()).sites).toEqual([]);
});

test('the channels of a site’s last post come again there, where that is wished', async ({ sandbox }) => {
  const page = await open();
  await page.getByRole('radio', { name: 'The channels of the last post on the same site' }).check();
  await saved(page);
  const walk = await browser.visit(sandbox.at('/pages/walk.html'));
  const composer = await ComposerPage.open(browser.extension, walk);
  await composer.chooseChannels(CHANNEL.linkedin);
  await composer.submitted();
  await composer.popup.close();
  const { host } = new URL(sandbox.at('/'));
  await page.bringToFront();
  await expect(page.locator('summary')).toHaveText(`${host} ${CHANNEL.linkedin}`);
});

test('the badge counts what it is asked to, and its tooltip says it all the same', async () => {
  const { extension } = browser;
  await expect.poll(() => extension.badge()).toMatch(/^\d+$/);
  const page = await open();
  await page.getByRole('radio', { name: 'Nothing' }).check();
  await expect.poll(() => extension.badge()).toBe('');
  expect(await extension.evaluate(() => chrome.action.getTitle({}), undefined)).toMatch(
    /^\d+ posts wait in Buffer$/,
  );
  await page.getByRole('radio', { name: 'What waits in Buffer' }).check();
  await expect.poll(() => extension.badge()).toMatch(/^\d+$/);
});

/** Presses the quick-add shortcut over a page, as the browser tells of it. */
async function quickAdd(page: Page): Promise<void> {
  await page.bringToFront();
  const { extension } = browser;
  const tab = await extension.evaluate(
    async (url) => (await chrome.tabs.query({})).find((one) => one.url === url),
    page.url(),
  );
  const [worker] = extension.context.serviceWorkers();
  await worker?.evaluate((given) => {
    const { onCommand } = chrome.commands as unknown as {
      onCommand: { dispatch(name: string, tab: unknown): void };
    };
    onCommand.dispatch('quick-add', given);
  }, tab);
}

function notices(): Promise<string[]> {
  return browser.extension.evaluate(async () => Object.keys(await chrome.notifications.getAll()), undefined);
}

test('quick-add takes the site’s channels, the template, and the link as it is set; and is silent if told to', async ({
  sandbox,
}) => {
  const address = sandbox.at('/pages/walk.html?utm_medium=mail');
  const { host } = new URL(address);
  const page = await open();
  await page.getByRole('textbox', { name: 'Site' }).fill(host);
  await page.getByRole('button', { name: 'Add site' }).click();
  await page
    .getByRole('group', { name: `Channels of ${host}` })
    .getByRole('checkbox', { name: CHANNEL.x })
    .check();
  await page.getByRole('textbox', { name: 'Template' }).fill('Queued quickly: {link}');
  await page.getByRole('checkbox', { name: 'Take trackers off links' }).uncheck();
  await page.getByRole('checkbox', { name: 'Add campaign parameters' }).check();
  await page.getByRole('checkbox', { name: 'when quick-add has saved a page' }).uncheck();
  await keeps({ noticeSaved: false });
  const walk = await browser.visit(address);
  await quickAdd(walk);
  await expect.poll(() => sandbox.postsWith('Queued quickly')).toHaveLength(1);
  const [post] = await sandbox.postsWith('Queued quickly');
  expect(post?.channelId).toBe(await sandbox.channelOn('twitter'));
  expect(post?.text).toBe(`Queued quickly: ${address}&utm_source=x`);
  expect(await notices()).toEqual([]);

  // The same words once more are refused, which is told, too.
  await page.getByRole('textbox', { name: 'Template' }).fill('Queued again: {link}');
  await page.getByRole('checkbox', { name: 'when quick-add has saved a page' }).check();
  await keeps({ noticeSaved: true });
  await quickAdd(walk);
  await expect.poll(notices).toEqual([expect.stringMatching(/^group:/)]);
});

test('that a post needs the person shows on the badge alone, if they want no notification', async ({
  sandbox,
}) => {
  const page = await open();
  await page.getByRole('radio', { name: 'Nothing' }).check();
  await page.getByRole('checkbox', { name: 'when a post needs you' }).uncheck();
  await keeps({ badge: 'off', noticeNeedsYou: false });
  const before = await notices();
  const full = { data: { createPost: { __typename: 'LimitReachedError', message: 'Ten are planned.' } } };
  await sandbox.faults([{ operation: 'createPost', do: 'body', body: JSON.stringify(full) }]);
  await send(browser.extension, sandbox, [{ text: 'It is refused' }]);
  await expect.poll(() => browser.extension.badge()).toBe('!');
  // What was said of it, or not, is remembered after it was.
  const told = () => browser.extension.evaluate(async () => chrome.storage.local.get('notified'), undefined);
  await expect.poll(told).toMatchObject({ notified: [expect.any(String)] });
  expect(await notices()).toEqual(before);
});

test('settings go to a file without a secret, and come back from it once the person agrees', async ({
  localBuffer,
}) => {
  const page = await open();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.getByRole('checkbox', { name: 'Add campaign parameters' }).check();
  await page.getByRole('textbox', { name: 'Campaign' }).fill('spring');
  await expect(page.getByText('utm_campaign=spring')).toBeVisible();
  await saved(page);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export settings' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('quick-queue-settings.json');
  const path = await download.path();
  const file = await readFile(path, 'utf8');
  expect(JSON.parse(file)).toMatchObject({ version: 1, settings: { theme: 'dark' } });
  for (const secret of [localBuffer.apiKey, 'account', 'client', 'token', 'draft'])
    expect(file.toLowerCase()).not.toContain(secret.toLowerCase());

  await page.getByRole('radio', { name: 'Light' }).check();
  await expect.poll(stored).toMatchObject({ settings: { theme: 'light' } });
  const chooser = page.getByLabel('Import settings');
  await chooser.setInputFiles(path);
  await expect(page.getByRole('listitem')).toHaveText(['Theme']);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('listitem')).toHaveCount(0);
  await chooser.setInputFiles(path);
  await page.getByRole('button', { name: 'Take them over' }).click();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await saved(page);

  const before = await stored();
  for (const [text, sentence] of [
    ['no settings', 'This is no file of Quick Queue'],
    [file.replace('"dark"', '"purple"'), 'This file is damaged.'],
    [file.replace('"version": 1', '"version": 2'), 'written by a later version'],
  ] as const) {
    await chooser.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(page.getByText(sentence)).toBeVisible();
  }
  expect(await stored()).toEqual(before);
});

test('every shortcut is bound as suggested and shown as it is bound, with the way to change it', async () => {
  const page = await open();
  const bound = await browser.extension.evaluate(() => chrome.commands.getAll(), undefined);
  const suggested = Object.entries(COMMANDS).map(([name, command]) => [name, command.default]);
  // Chromium leaves some keys unbound without a word.
  expect(bound.map(({ name, shortcut }) => [name, shortcut]).sort()).toEqual(suggested.sort());
  const keys = bound.map(({ shortcut }) => shortcut || 'not set');
  expect((await page.locator('.keys dd').allTextContents()).sort()).toEqual(keys.sort());
  const opening = browser.extension.context.waitForEvent('page');
  await page.getByRole('button', { name: 'Change shortcuts' }).click();
  await expect.poll(async () => (await opening).url()).toBe('chrome://extensions/shortcuts');
});

test('the contents lead to every section, and an address may name one', async () => {
  const page = await browser.extension.page('options.html#shortcuts');
  await expect(page.getByRole('heading', { name: 'Shortcuts' })).toBeInViewport();
  const links = page.getByRole('navigation', { name: 'Contents' }).getByRole('link');
  expect(await links.allTextContents()).toEqual(
    await page.getByRole('heading', { level: 2 }).allTextContents(),
  );
  for (const link of await links.all()) {
    await link.press('Enter');
    await expect(
      page.getByRole('heading', { level: 2, name: (await link.textContent()) ?? '' }),
    ).toBeInViewport();
  }
});
