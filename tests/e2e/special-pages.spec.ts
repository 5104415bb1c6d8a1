// Pages that give less than others: the best result all the same, and one line that says why it is less.
import { expect, type Page } from '@playwright/test';
import { ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { Popup } from './popup.ts';
import { signedInBrowser } from './signed-in.ts';
import { type SpecialSite, startSpecialSite } from './special-site.ts';

const browser = signedInBrowser();
let site: SpecialSite;

test.beforeAll(async ({ localBuffer }) => {
  const picture = await fetch(`${localBuffer.origin}/media/coast.jpg`);
  site = await startSpecialSite(Buffer.from(await picture.arrayBuffer()));
});
test.afterAll(() => site.stop());

async function over(page: Page): Promise<ComposerPage> {
  return ComposerPage.open(browser.extension, page);
}

/** What the browser calls the tab with this address. */
function titleOf(url: string): Promise<string | undefined> {
  return browser.extension.evaluate(async (wanted) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((tab) => tab.url === wanted)?.title;
  }, url);
}

const SPECIAL = [
  { path: '/titled.pdf', title: 'The map of 1820', says: 'This is a PDF' },
  { path: '/An%20old%20map.pdf', title: 'An old map.pdf', says: 'This is a PDF' },
  { path: '/notes.txt', title: 'notes.txt', says: 'This is a single file' },
  { path: '/data.json', title: 'data.json', says: 'This is a single file' },
  { path: '/photo.jpg', title: 'photo.jpg', says: 'This is a single file' },
  { path: '/gone', title: 'Not here', says: 'answered with an error' },
  { path: '/broken', title: 'Broken', says: 'answered with an error' },
];

for (const { path, title, says } of SPECIAL) {
  test(`${path}: ${title}`, async () => {
    const page = await browser.visit(site.at(path));
    // The viewer takes its time to name the tab.
    if (path === '/titled.pdf') await expect.poll(() => titleOf(site.at(path))).toBe(title);
    const composer = await over(page);
    expect(await composer.text()).toBe(`${title}\n${site.at(path)}`);
    expect(await composer.link()).toBe(site.at(path));
    await composer.popup.waitForText(says);
    await composer.popup.close();
    await page.close();
  });
}

test('an address that does not answer: its link, and that it could not be loaded', async () => {
  const page = await browser.extension.context.newPage();
  const dead = 'http://127.0.0.1:1/page';
  await page.goto(dead).catch(() => undefined);
  const composer = await over(page);
  expect(await composer.link()).toBe(dead);
  await composer.popup.waitForText('could not be loaded');
  await composer.popup.close();
});

test('a page that is still being loaded is read as far as it goes, and once more when it is complete', async () => {
  const page = await browser.extension.context.newPage();
  await page.goto(site.at('/slow'), { waitUntil: 'commit' });
  await page.getByText('Some words').waitFor();
  const composer = await over(page);
  expect(await composer.text()).toBe(`Slow\n${site.at('/slow')}`);
  await composer.popup.waitForText('still being loaded');
  site.finish();
  // The tag that comes last is read as well, and the line is gone.
  await composer.textIs(`Complete\n${site.at('/slow')}`);
  await composer.popup.waitFor(() => !document.body.innerText.includes('still being loaded'));
  await composer.popup.close();
});

test('a page that hangs gives its link and title after a second', async () => {
  const page = await browser.visit(site.at('/hung'));
  await browser.extension.helper();
  await page.bringToFront();
  void page.mouse.click(100, 100).catch(() => undefined);
  const popup = await Popup.after(browser.extension, () =>
    browser.extension.evaluate(() => chrome.action.openPopup(), undefined),
  );
  const composer = new ComposerPage(popup);
  await composer.isFilled();
  expect(await composer.text()).toBe(`Hung\n${site.at('/hung')}`);
  await popup.waitForText('does not answer');
  await popup.close();
});

async function quoteOf(page: Page): Promise<{ text: string; link: string }> {
  const composer = await over(page);
  const [text, link] = [await composer.text(), await composer.link()];
  await composer.popup.close();
  return { text, link };
}

for (const [path, words, encoded] of [
  ['/rtl', 'إن الطريق طويل', null],
  ['/shift-jis', 'これは短い引用です', encodeURIComponent('これは短い引用です')],
] as const) {
  test(`words of ${path} as a quote, with a link that leads to them`, async () => {
    const page = await browser.visit(site.at(path));
    await page.locator('#words').evaluate((node) => getSelection()?.selectAllChildren(node));
    const { text, link } = await quoteOf(page);
    expect(text).toBe(`“${words}”\n${link}`);
    if (encoded) expect(link).toBe(`${site.at(path)}#:~:text=${encoded}`);
    await page.close();
  });
}

test('words selected in a frame, with the plain link of the page', async () => {
  const page = await browser.visit(site.at('/frames'));
  await page
    .frameLocator('iframe')
    .locator('#words')
    .evaluate((node) => node.ownerDocument.getSelection()?.selectAllChildren(node));
  expect(await quoteOf(page)).toEqual({
    text: `“Words in a frame”\n${site.at('/frames')}`,
    link: site.at('/frames'),
  });
  await page.close();
});

test('words selected with the mouse in an open shadow tree', async () => {
  const page = await browser.visit(site.at('/fields'));
  await page.locator('#deep').dblclick({ position: { x: 5, y: 5 } });
  const { text, link } = await quoteOf(page);
  expect(text).toBe(`“Deep”\n${link}`);
  expect(link).toBe(`${site.at('/fields')}#:~:text=Deep`);
  await page.close();
});

for (const field of ['draft', 'name']) {
  test(`words selected in a field (${field}), with the plain link`, async () => {
    const page = await browser.visit(site.at('/fields'));
    await page.locator(`#${field}`).selectText();
    const { text } = await quoteOf(page);
    expect(text).toBe(`“${await page.locator(`#${field}`).inputValue()}”\n${site.at('/fields')}`);
    await page.close();
  });
}

for (const field of ['password', 'card', 'code', 'shown', 'deep-card']) {
  test(`nothing of a field for secrets (${field})`, async () => {
    const page = await browser.visit(site.at('/fields'));
    await page.locator(`#${field}`).selectText();
    // It is selected: the browser itself would hand it over.
    expect(await page.evaluate(() => getSelection()?.toString())).not.toBe('');
    const composer = await over(page);
    expect(await composer.text()).toBe(`Fields\n${site.at('/fields')}`);
    expect(await composer.popup.text()).not.toContain(await page.locator(`#${field}`).inputValue());
    await composer.popup.close();
    await page.close();
  });
}
