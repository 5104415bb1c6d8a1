// The context menu on what is no ordinary page's own, and the shortcut on pages that no script may read.
import { expect, type Locator } from '@playwright/test';
import type { ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { browserOnScreen } from './on-screen.ts';

const screen = browserOnScreen();

const CLICKS = `<!doctype html><title>Clicks</title><style>a, img, video, iframe, input { display: block; margin: 20px }</style>
<a id="icon" href="/pages/plain.html" title="By its title"><svg width="40" height="40"><rect width="40" height="40"/></svg></a>
<a id="picture" href="/pages/walk.html"><span>Ideas</span> <b>on a
  walk</b></a>
<figure><img id="figure" src="/media/coast.jpg" width="160" height="107"><figcaption>Evening at the coast</figcaption></figure>
<video id="video" src="/media/none.mp4" poster="/media/lake.jpg" width="160" height="107"></video>
<input id="card" autocomplete="cc-number" value="4111111111111111">
<iframe id="near" height="60"
  srcdoc="<a href='/pages/photo.html' style='display: block; height: 40px'>A link in a frame</a>"></iframe>`;

test.beforeAll(() =>
  screen.extension.context.route('**/pages/clicks.html', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: CLICKS }),
  ),
);

/** The extension's item stands this far above the last of the menu. */
async function clicked(element: Locator, above: number): Promise<ComposerPage> {
  await screen.desktop.openMenu(element);
  const composer = await screen.opens(() => screen.chooseItem(above));
  await composer.isFilled();
  return composer;
}

for (const [what, id, path, title] of [
  ['an icon', 'icon', '/pages/plain.html', 'By its title'],
  ['words in pieces', 'picture', '/pages/walk.html', 'Ideas on a walk'],
] as const) {
  test(`a link of ${what} has its name`, async ({ sandbox }) => {
    const page = await screen.visit(sandbox.at('/pages/clicks.html'));
    const composer = await clicked(page.locator(`#${id}`), 1);
    expect(await composer.text()).toBe(`${title}\n${sandbox.at(path)}`);
    await composer.popup.close();
    await page.close();
  });
}

test('an image without words of its own has its caption, and the page as its link', async ({ sandbox }) => {
  const page = await screen.visit(sandbox.at('/pages/clicks.html'));
  const composer = await clicked(page.locator('#figure'), 1);
  expect(await composer.text()).toBe(`Evening at the coast\n${sandbox.at('/pages/clicks.html')}`);
  expect(await composer.popup.checked('checkbox', 'Evening at the coast')).toBe(true);
  await composer.popup.close();
  await page.close();
});

test('a video brings its poster and the page, never its file', async ({ sandbox }) => {
  const page = await screen.visit(sandbox.at('/pages/clicks.html'));
  const composer = await clicked(page.locator('#video'), 1);
  expect(await composer.text()).toBe(`Clicks\n${sandbox.at('/pages/clicks.html')}`);
  const shown = await composer.popup.evaluate(() => [...document.images].map(({ src }) => src));
  expect(shown).toContain(sandbox.at('/media/lake.jpg'));
  await composer.popup.close();
  await page.close();
});

test('a link in a frame has its name', async ({ sandbox }) => {
  const page = await screen.visit(sandbox.at('/pages/clicks.html'));
  const composer = await clicked(page.locator('#near'), 1);
  expect(await composer.text()).toBe(`A link in a frame\n${sandbox.at('/pages/photo.html')}`);
  await composer.popup.close();
  await page.close();
});

test('a selection in a field for cards brings nothing of it', async ({ sandbox }) => {
  const page = await screen.visit(sandbox.at('/pages/clicks.html'));
  const card = page.locator('#card');
  await card.selectText();
  const composer = await clicked(card, 1);
  expect(await composer.text()).toBe(`Clicks\n${sandbox.at('/pages/clicks.html')}`);
  expect(await composer.popup.text()).not.toContain('4111');
  await composer.popup.close();
  await page.close();
});

for (const [what, url, says] of [
  ['the browser', 'chrome://version/', 'This page belongs to the browser'],
  // The browser says neither its address nor why.
  ['nothing', 'about:blank', 'This page cannot be read, not even its address'],
  ['this extension', 'options', 'This page belongs to the browser'],
  ['a file', `file://${process.cwd()}/LICENSE`, 'This page is a file on your computer'],
] as const) {
  test(`the shortcut on a page of ${what} opens the composer and says why there is little`, async () => {
    const page = await screen.visit(url === 'options' ? screen.extension.url('options.html') : url);
    const composer = await screen.opens(() => screen.desktop.press('alt+shift+q'));
    await composer.popup.waitForText(says);
    expect(await composer.link()).toBe('');
    await composer.popup.close();
    await page.close();
  });
}

test('the shortcut on a page’s source is answered, though the browser hides its address', async ({
  sandbox,
}) => {
  const page = await screen.visit(sandbox.at('/pages/plain.html'));
  const opened = screen.extension.context.waitForEvent('page');
  screen.desktop.press('ctrl+u');
  const source = await opened;
  await source.waitForLoadState();
  const composer = await screen.opens(() => screen.desktop.press('alt+shift+q'));
  await composer.popup.waitForText('This page cannot be read, not even its address');
  expect(await composer.link()).toBe('');
  await composer.popup.close();
  await source.close();
  await page.close();
});
