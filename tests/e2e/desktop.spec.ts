// The shortcuts and the context menu, pressed with a real keyboard and mouse on a screen.
import { expect } from '@playwright/test';
import { Extension } from './browser.ts';
import { releaseBuild } from './build.ts';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { browserOnScreen } from './on-screen.ts';
import { Popup } from './popup.ts';

const screen = browserOnScreen();

test('Alt+Shift+Q opens the composer, and what is typed goes into the text', async ({ sandbox }) => {
  await screen.visit(sandbox.at('/pages/plain.html'));
  const composer = await screen.opens(() => screen.desktop.press('alt+shift+q'));
  await composer.isFilled();
  await composer.popup.press('Control+a');
  screen.desktop.type('straight from the keyboard');
  await composer.textIs('straight from the keyboard');
  await composer.popup.close();
});

test('a page of any other host is read once the person asks, and not before', async ({ sandbox }) => {
  // The test build has leave to read 127.0.0.1; the same server under another name is a foreign page.
  const page = await screen.visit(sandbox.at('/pages/plain.html').replace('127.0.0.1', 'localhost'));
  const unasked = new ComposerPage(await Popup.open(screen.extension, page));
  await unasked.popup.waitForText('This page cannot be read');
  await unasked.popup.close();

  const composer = await screen.opens(() => screen.desktop.press('alt+shift+q'));
  await composer.isFilled();
  expect(await composer.text()).toBe(`About The Long Way Round\n${page.url()}`);
  expect(await composer.popup.text()).not.toContain('This page cannot be read');
  await composer.popup.close();
});

test('a right click on a picture brings exactly that picture', async ({ sandbox }) => {
  const page = await screen.visit(sandbox.at('/pages/photo.html'));
  await screen.desktop.openMenu(page.getByRole('img'));
  const composer = await screen.opens(() => screen.chooseItem());
  await composer.isFilled();
  expect(await composer.popup.checked('radio', 'Pictures')).toBe(true);
  const alt = 'The sun going down behind a calm sea, seen from dark cliffs with trees';
  expect(await composer.popup.checked('checkbox', alt)).toBe(true);
  expect(await composer.text()).toContain(alt);
  await composer.popup.close();
});

test('Escape closes what is open in the composer first, and then the composer', async ({ sandbox }) => {
  await screen.visit(sandbox.at('/pages/walk.html'));
  const composer = await screen.opens(() => screen.desktop.press('alt+shift+q'));
  await composer.isFilled();
  const { popup } = composer;
  await composer.chooseChannels(CHANNEL.linkedin);
  await popup.click('button', 'Preview');
  await popup.waitFor(() => document.querySelector('dialog')?.open);
  screen.desktop.press('Escape');
  await popup.waitFor(() => !document.querySelector('dialog'));
  await popup.click('radio', 'Pictures');
  await popup.click('button', 'Alt text of picture 1');
  await popup.waitFor(() => document.activeElement?.id === 'alt-text');
  screen.desktop.press('Escape');
  await popup.waitFor(() => document.activeElement?.textContent === 'ALT');
  screen.desktop.press('Escape');
  await popup.target.gone;
});

test('a right click on a selection brings exactly these words', async ({ sandbox }) => {
  const page = await screen.visit(sandbox.at('/pages/walk.html'));
  const quote = page.locator('#quote');
  await quote.evaluate((node) => getSelection()?.selectAllChildren(node));
  await screen.desktop.openMenu(quote);
  const composer = await screen.opens(() => screen.chooseItem());
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
  const page = await screen.visit(sandbox.at('/pages/walk.html'));
  await screen.desktop.openMenu(page.getByRole('link', { name: 'About' }).first());
  const composer = await screen.opens(() => screen.chooseItem());
  await composer.isFilled();
  expect(await composer.link()).toBe(sandbox.at('/pages/plain.html'));
  expect(await composer.text()).toBe(`About\n${sandbox.at('/pages/plain.html')}`);
  await composer.popup.close();
});

test('a right click on a page of any host reads it, because the person asked', async ({ sandbox }) => {
  const page = await screen.visit(sandbox.at('/pages/walk.html').replace('127.0.0.1', 'localhost'));
  await screen.desktop.openMenu(page.locator('p').first());
  const composer = await screen.opens(() => screen.chooseItem(2));
  await composer.isFilled();
  expect(await composer.text()).toContain('Why the best ideas arrive on a walk');
  expect(await composer.popup.text()).not.toContain('This page cannot be read');
  await composer.popup.close();
});

test('Alt+Shift+S queues the page to the channels chosen last, with no window', async ({ sandbox }) => {
  await screen.visit(sandbox.at('/pages/plain.html'));
  const composer = await screen.opens(() => screen.desktop.press('alt+shift+q'));
  await composer.isFilled();
  await composer.chooseChannels(CHANNEL.bluesky);
  await composer.submitted();
  await composer.popup.close();

  await screen.visit(sandbox.at('/pages/walk.html'));
  const before = screen.extension.context.pages().length;
  screen.desktop.press('alt+shift+s');
  await expect.poll(() => sandbox.postsWith('Why the best ideas arrive on a walk')).toHaveLength(1);
  const [post] = await sandbox.postsWith('Why the best ideas arrive on a walk');
  expect(post?.channelId).toBe(await sandbox.channelOn('bluesky'));
  expect(post?.linkAttachment).toMatchObject({ url: sandbox.at('/pages/walk.html') });
  expect(screen.extension.context.pages()).toHaveLength(before);
});

test('Alt+Shift+S takes the link that was wanted on the site before', async ({ sandbox }) => {
  const tagged = (from: string) => sandbox.at(`/pages/choices.html?view=print&utm_source=${from}`);
  await screen.visit(tagged('first'));
  const composer = await screen.opens(() => screen.desktop.press('alt+shift+q'));
  await composer.isFilled();
  await composer.popup.click('button', 'Restore');
  // The test before has chosen it already, if it was run.
  const isChosen = await composer.popup.checked('checkbox', CHANNEL.bluesky);
  if (!isChosen) await composer.chooseChannels(CHANNEL.bluesky);
  await composer.submitted();
  await composer.popup.close();

  await screen.visit(tagged('second'));
  screen.desktop.press('alt+shift+s');
  const links = async () =>
    (await sandbox.postsWith('Four lines a walk')).map(({ linkAttachment }) => linkAttachment?.url);
  await expect.poll(links).toContain(tagged('second'));
});

test('a release build treats loopback as private: no picture of it is offered', async ({ sandbox }) => {
  const released = await Extension.launch({
    folder: releaseBuild(),
    headless: false,
    args: screen.desktop.args,
    env: { DISPLAY: screen.desktop.display },
  });
  const page = await released.context.newPage();
  await page.goto(sandbox.at('/pages/walk.html'));
  await page.bringToFront();
  const composer = new ComposerPage(
    await Popup.after(released, async () => screen.desktop.press('alt+shift+q')),
  );
  await composer.popup.waitForText('Why the best ideas arrive on a walk');
  expect(await composer.popup.evaluate(() => document.images.length)).toBe(0);
  await released.close();
});
