// What axe finds in the attachment's states, light and dark.
import type { Page } from '@playwright/test';
import { isAccessible } from './accessible.ts';
import { CHANNEL } from './composer.page.ts';
import { test } from './fixtures.ts';
import { signedInBrowser } from './signed-in.ts';

const OTHERS = [/^Conifers/, /^An open notebook/, /^A lake/];
const browser = signedInBrowser();

/** The popup as a page of its own, which axe can look into, over the walk. */
async function asPage(origin: string): Promise<Page> {
  const url = `${origin}/pages/walk.html`;
  await browser.visit(url);
  await browser.extension.evaluate(async (pageUrl) => {
    const [tab] = await chrome.tabs.query({ url: pageUrl });
    const handoff = { click: { itemId: 'page', pageUrl }, tab: { id: tab?.id, url: pageUrl, title: '' } };
    await chrome.storage.session.set({ handoff });
  }, url);
  const page = await browser.extension.page('popup.html');
  for (const name of [CHANNEL.x, CHANNEL.linkedin, CHANNEL.instagram]) {
    await page.getByRole('checkbox', { name }).press(' ');
  }
  return page;
}

async function addTo(page: Page, address: string): Promise<void> {
  await page.getByRole('radio', { name: 'Pictures' }).press(' ');
  for (const name of OTHERS) await page.getByRole('checkbox', { name }).press(' ');
  await page.getByRole('button', { name: 'Add picture' }).click();
  await page.getByRole('textbox', { name: 'Address of the picture or video' }).fill(address);
  await page.keyboard.press('Enter');
}

test.describe('it keeps the rules of WCAG 2.2 AA that a program can check', () => {
  const STATES: Record<string, (page: Page, origin: string) => Promise<void>> = {
    'a card': async () => undefined,
    'its preview': (page) => page.getByRole('button', { name: 'Preview' }).click(),
    'a refused address': (page) => addTo(page, 'http://example.org/a.png'),
    'words for the fifth picture': (page, origin) => addTo(page, `${origin}/media/coast.jpg`),
  };
  for (const [name, reach] of Object.entries(STATES)) {
    test(name, async ({ sandbox }) => {
      const page = await asPage(sandbox.origin);
      await reach(page, sandbox.origin);
      await isAccessible(page);
      await page.close();
    });
  }
});
