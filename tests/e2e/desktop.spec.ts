// The shortcuts and the context menu, pressed with a real keyboard and mouse on a screen.
import { expect, type Page } from '@playwright/test';
import { Extension } from './browser.ts';
import { releaseBuild } from './build.ts';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { type Desktop, missingPrograms, startDesktop } from './desktop.ts';
import { extensionFolder, test } from './fixtures.ts';
import { Popup } from './popup.ts';
import { signInByKey } from './welcome.page.ts';

const missing = missingPrograms();
// Only root can install them: who runs the tests as an ordinary user may not have them, and is told so.
test.skip(missing.length > 0, `not installed: ${missing.join(', ')}`);

let desktop: Desktop;
let extension: Extension;

test.beforeAll(async ({ localBuffer }) => {
  desktop = await startDesktop();
  extension = await Extension.launch({
    folder: extensionFolder(),
    headless: false,
    args: desktop.args,
    env: { DISPLAY: desktop.display },
  });
  await signInByKey(extension, localBuffer.apiKey);
});

test.afterAll(async () => {
  await extension.close();
  await desktop.stop();
});

async function visit(url: string): Promise<Page> {
  const page = await extension.context.newPage();
  await page.goto(url);
  await page.bringToFront();
  return page;
}

async function opens(press: () => unknown): Promise<ComposerPage> {
  return new ComposerPage(await Popup.after(extension, async () => press()));
}

/** The extension's item stands above the browser's own "Inspect", and on a page above "View page source" too. */
function chooseOwnItem(below = 1): void {
  for (let step = 0; step <= below; step += 1) desktop.press('Up');
  desktop.press('Return');
}

test('Alt+Shift+Q opens the composer, and what is typed goes into the text', async ({ sandbox }) => {
  await visit(sandbox.at('/pages/plain.html'));
  const composer = await opens(() => desktop.press('alt+shift+q'));
  await composer.isFilled();
  await composer.popup.press('Control+a');
  desktop.type('straight from the keyboard');
  await composer.textIs('straight from the keyboard');
  await composer.popup.close();
});

test('a page of any other host is read once the person asks, and not before', async ({ sandbox }) => {
  // The test build has leave to read 127.0.0.1; the same server under another name is a foreign page.
  const page = await visit(sandbox.at('/pages/plain.html').replace('127.0.0.1', 'localhost'));
  const unasked = new ComposerPage(await Popup.open(extension, page));
  await unasked.popup.waitForText('This page cannot be read');
  await unasked.popup.close();

  const composer = await opens(() => desktop.press('alt+shift+q'));
  await composer.isFilled();
  expect(await composer.text()).toBe(`About The Long Way Round\n${page.url()}`);
  expect(await composer.popup.text()).not.toContain('This page cannot be read');
  await composer.popup.close();
});

test('a right click on a picture brings exactly that picture', async ({ sandbox }) => {
  const page = await visit(sandbox.at('/pages/photo.html'));
  await desktop.openMenu(page.getByRole('img'));
  const composer = await opens(() => chooseOwnItem());
  await composer.isFilled();
  expect(await composer.popup.checked('radio', 'Pictures')).toBe(true);
  const alt = 'The sun going down behind a calm sea, seen from dark cliffs with trees';
  expect(await composer.popup.checked('checkbox', alt)).toBe(true);
  expect(await composer.text()).toContain(alt);
  await composer.popup.close();
});

test('a right click on a selection brings exactly these words', async ({ sandbox }) => {
  const page = await visit(sandbox.at('/pages/walk.html'));
  const quote = page.locator('#quote');
  await quote.evaluate((node) => getSelection()?.selectAllChildren(node));
  await desktop.openMenu(quote);
  const composer = await opens(() => chooseOwnItem());
  await composer.isFilled();
  const words = 'A walk does not give you ideas. It takes away whatever was standing in front of them.';
  expect(await composer.text()).toBe(`“${words}”\n${await composer.link()}`);
  expect(await composer.link()).toBe(
    `${sandbox.at('/pages/walk.html')}#:~:text=A%20walk%20does%20not,in%20front%20of%20them.`,
  );
  await composer.popup.close();
});

test('a right click on a link brings that link by its name, and nothing of the page it stands on', async ({
  sandbox,
}) => {
  const page = await visit(sandbox.at('/pages/walk.html'));
  await desktop.openMenu(page.getByRole('link', { name: 'About' }).first());
  const composer = await opens(() => chooseOwnItem());
  await composer.isFilled();
  expect(await composer.link()).toBe(sandbox.at('/pages/plain.html'));
  expect(await composer.text()).toBe(`About\n${sandbox.at('/pages/plain.html')}`);
  await composer.popup.close();
});

test('a right click on a page of any host reads it, because the person asked', async ({ sandbox }) => {
  const page = await visit(sandbox.at('/pages/walk.html').replace('127.0.0.1', 'localhost'));
  await desktop.openMenu(page.locator('p').first());
  const composer = await opens(() => chooseOwnItem(2));
  await composer.isFilled();
  expect(await composer.text()).toContain('Why the best ideas arrive on a walk');
  expect(await composer.popup.text()).not.toContain('This page cannot be read');
  await composer.popup.close();
});

test('Alt+Shift+S queues the page to the channels chosen last, with no window', async ({ sandbox }) => {
  await visit(sandbox.at('/pages/plain.html'));
  const composer = await opens(() => desktop.press('alt+shift+q'));
  await composer.isFilled();
  await composer.chooseChannels(CHANNEL.bluesky);
  await composer.submitted();
  await composer.popup.close();

  await visit(sandbox.at('/pages/walk.html'));
  const before = extension.context.pages().length;
  desktop.press('alt+shift+s');
  await expect.poll(() => sandbox.postsWith('Why the best ideas arrive on a walk')).toHaveLength(1);
  const [post] = await sandbox.postsWith('Why the best ideas arrive on a walk');
  expect(post?.channelId).toBe(await sandbox.channelOn('bluesky'));
  expect(post?.linkAttachment).toMatchObject({ url: sandbox.at('/pages/walk.html') });
  expect(extension.context.pages()).toHaveLength(before);
});

test('a release build treats loopback as private: no picture of it is offered', async ({ sandbox }) => {
  const released = await Extension.launch({
    folder: releaseBuild(),
    headless: false,
    args: desktop.args,
    env: { DISPLAY: desktop.display },
  });
  const page = await released.context.newPage();
  await page.goto(sandbox.at('/pages/walk.html'));
  await page.bringToFront();
  const composer = new ComposerPage(await Popup.after(released, async () => desktop.press('alt+shift+q')));
  await composer.popup.waitForText('Why the best ideas arrive on a walk');
  expect(await composer.popup.evaluate(() => document.images.length)).toBe(0);
  await released.close();
});
