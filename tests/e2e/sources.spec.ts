// Where link, title, description and picture came from, and the way to the other choices, in the real popup.
import { expect } from '@playwright/test';
import { isAccessible } from './accessible.ts';
import { ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { signedInBrowser } from './signed-in.ts';
import { signInByKey } from './welcome.page.ts';

const TAGGED = 'Four lines a walk is a good day';
const PLAIN = 'Notes on notes: what to write down outdoors';
const browser = signedInBrowser();

async function over(url: string): Promise<ComposerPage> {
  return ComposerPage.open(browser.extension, await browser.visit(url));
}

test('every part says where it came from, also after it was typed over', async ({ sandbox }) => {
  const composer = await over(
    sandbox.at('/pages/choices.html?view=print&utm_source=mail&utm_campaign=spring'),
  );
  expect(await composer.origins()).toEqual([
    "Page's own address, without utm_source, utm_campaign · Restore",
    "From the page's tags",
    "From the page's tags",
    "From the page's tags",
  ]);
  await composer.popup.fill('textbox', 'Description of the card', 'Mine');
  await composer.popup.click('radio', 'Conifers in morning mist');
  expect((await composer.origins()).slice(2)).toEqual(['Typed by you', 'From the page itself']);
  await composer.popup.close();
});

test('titles go round by Enter and by arrow keys, in the post as well, and what was typed is one of them', async ({
  sandbox,
}) => {
  const link = sandbox.at('/pages/choices.html');
  const composer = await over(link);
  const { popup } = composer;
  await popup.focus('button', 'Next title, 1 of 3');
  await popup.press('Enter');
  expect((await composer.card()).title).toBe(PLAIN);
  expect(await composer.text()).toBe(`${PLAIN}\n${link}`);
  expect(await popup.evaluate(() => document.querySelector('[aria-live]:not([role])')?.textContent)).toBe(
    `${PLAIN} · From the page itself`,
  );
  await popup.press('ArrowLeft');
  expect(await composer.text()).toBe(`${TAGGED}\n${link}`);
  await popup.fill('textbox', 'Title of the card', 'My own title');
  expect(await composer.text()).toBe(`${TAGGED}\n${link}`);
  await popup.focus('button', 'Next title, 4 of 4');
  await popup.press('ArrowRight');
  expect((await composer.card()).title).toBe(TAGGED);
  await popup.press('ArrowLeft');
  expect((await composer.card()).title).toBe('My own title');
  await popup.close();
});

test('links go round by arrow keys, in the post as well', async ({ sandbox }) => {
  const page = sandbox.at('/pages/choices.html');
  const composer = await over(`${page}?view=print&utm_source=mail`);
  const { popup } = composer;
  await popup.focus('button', 'Next link, 1 of 3');
  await popup.press('ArrowRight');
  expect(await composer.text()).toBe(`${TAGGED}\n${page}?view=print`);
  expect((await composer.origins())[0]).toBe("From the tab, without utm_source · Use the page's link");
  await popup.press('ArrowRight');
  expect(await composer.link()).toBe(`${page}?view=print&utm_source=mail`);
  await popup.press('ArrowRight');
  expect(await composer.link()).toBe(page);
  await popup.close();
});

test('one press restores the link, the site remembers it, and one press forgets it', async ({ sandbox }) => {
  const [first, second] = ['/pages/walk.html', '/pages/plain.html'].map((path) => sandbox.at(path)) as [
    string,
    string,
  ];
  const restoring = await over(`${first}?utm_source=mail`);
  expect(await restoring.link()).toBe(first);
  await restoring.popup.click('button', 'Restore');
  expect(await restoring.text()).toContain(`\n${first}?utm_source=mail`);
  expect((await restoring.origins())[0]).toBe('As in the address bar · Remove trackers');
  await restoring.popup.close();

  const remembering = await over(`${second}?utm_source=feed&fbclid=1`);
  expect(await remembering.link()).toBe(`${second}?utm_source=feed&fbclid=1`);
  await remembering.popup.click('button', 'Remove trackers');
  expect(await remembering.link()).toBe(second);
  await remembering.popup.close();

  const forgotten = await over(`${second}?utm_source=other`);
  expect(await forgotten.link()).toBe(second);
  await forgotten.popup.close();
});

test('a link that stands for another address says so, and one press brings that one', async ({ sandbox }) => {
  const page = sandbox.at('/pages/choices.html');
  const composer = await over(`${page}?view=print`);
  expect((await composer.origins())[0]).toBe("Page's own address, instead of the one in the bar · Restore");
  expect(await composer.popup.has('button', 'Next link, 1 of 2')).toBe(false);
  await composer.popup.click('button', 'Restore');
  expect(await composer.text()).toBe(`${TAGGED}\n${page}?view=print`);
  expect((await composer.origins())[0]).toBe("From the tab · Use the page's link");
  await composer.popup.close();
});

test('many trackers are named as far as there is room, however long their names are', async ({ sandbox }) => {
  const names = ['utm_source', 'utm_medium', 'fbclid', `utm_${'x'.repeat(60)}`];
  const page = sandbox.at('/pages/walk.html');
  const composer = await over(`${page}?${names.map((name) => `${name}=1`).join('&')}`);
  expect((await composer.origins())[0]).toContain('without utm_source, utm_medium and 2 more · Restore');
  const cut = await composer.popup.evaluate(() => document.body.scrollWidth - document.body.clientWidth);
  expect(cut).toBe(0);
  await composer.popup.close();
});

test('a link that is typed over the page’s has no card of the page, and the page’s comes back', async ({
  sandbox,
}) => {
  const composer = await over(sandbox.at('/pages/choices.html'));
  await composer.popup.fill('textbox', 'Title of the card', 'My own title');
  await composer.popup.fill('textbox', 'Link', 'https://elsewhere.example/');
  expect(await composer.card()).toEqual({ title: '', description: '' });
  expect(await composer.popup.evaluate(() => document.querySelector('.link-card img'))).toBeNull();
  await composer.popup.click('button', "Use the page's link");
  expect((await composer.card()).title).toBe('My own title');
  expect((await composer.card()).description).toContain('A notebook that fits');
  await composer.popup.close();
});

test('a picture that Buffer cannot fetch is said, and the next best is there', async ({ sandbox }) => {
  const composer = await over(sandbox.at('/pages/inside.html'));
  expect((await composer.origins()).at(-1)).toBe(
    "From the page itself: the next best. The page's own picture is on a private network, where Buffer cannot fetch it.",
  );
  const picture = await composer.popup.evaluate(
    () => document.querySelector<HTMLImageElement>('.link-card img')?.src,
  );
  expect(picture).toBe(sandbox.at('/media/notebook.jpg'));
  await composer.popup.close();
});

test('signing out forgets what was chosen on sites', async ({ extension, sandbox, localBuffer }) => {
  await signInByKey(extension, localBuffer.apiKey);
  const page = await extension.context.newPage();
  await page.goto(sandbox.at('/pages/plain.html?utm_source=mail'));
  const composer = await ComposerPage.open(extension, page);
  await composer.popup.click('button', 'Restore');
  await composer.popup.close();
  const { host } = new URL(sandbox.origin);
  const sites = [{ host, channelIds: ['a'] }];
  await extension.evaluate((chosen) => chrome.storage.local.set({ sites: chosen }), sites);
  const stored = () =>
    extension.evaluate(() => chrome.storage.local.get(['linkChoices', 'sites']), undefined);
  expect(await stored()).toEqual({ linkChoices: [{ host, source: 'address' }], sites });
  await extension.evaluate(() => chrome.runtime.sendMessage({ type: 'sign-out' }), undefined);
  expect(await stored()).toEqual({});
});

test('it keeps the rules of WCAG 2.2 AA that a program can check', async ({ sandbox }) => {
  const url = sandbox.at('/pages/choices.html?view=print&utm_source=mail');
  await browser.visit(url);
  await browser.extension.evaluate(async (pageUrl) => {
    const [tab] = await chrome.tabs.query({ url: pageUrl });
    const handoff = { click: { itemId: 'page', pageUrl }, tab: { id: tab?.id, url: pageUrl, title: '' } };
    await chrome.storage.session.set({ handoff });
  }, url);
  const popup = await browser.extension.page('popup.html');
  await popup.getByRole('button', { name: 'Next title, 1 of 3' }).press('Enter');
  await popup.getByRole('textbox', { name: 'Title of the card' }).fill('My own title');
  for (const field of ['Title of the card', 'Post text']) {
    await popup.getByRole('textbox', { name: field }).focus();
    await isAccessible(popup);
  }
});
