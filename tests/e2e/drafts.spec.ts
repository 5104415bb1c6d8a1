// Words are never lost and never overwritten.
import { expect, type Page } from '@playwright/test';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { Popup } from './popup.ts';
import { signedInBrowser } from './signed-in.ts';

const TITLE = 'Why the best ideas arrive on a walk';
const browser = signedInBrowser();

test('a draft survives the closing of the popup, and Start over takes it away', async ({ sandbox }) => {
  const page = await browser.visit(sandbox.at('/pages/walk.html'));
  const first = await ComposerPage.open(browser.extension, page);
  await first.write('Half a thought');
  await first.chooseChannels(CHANNEL.bluesky);
  await first.popup.close();

  const second = await ComposerPage.open(browser.extension, page);
  await second.popup.waitForText('Your draft for this page.');
  expect(await second.text()).toBe('Half a thought');
  expect(await second.popup.checked('checkbox', CHANNEL.bluesky)).toBe(true);
  await second.popup.click('button', 'Start over');
  await second.textIs(`${TITLE}\n${sandbox.at('/pages/walk.html')}`);
  await second.popup.close();

  const third = await ComposerPage.open(browser.extension, page);
  expect(await third.text()).toContain(TITLE);
  expect(await third.popup.text()).not.toContain('Your draft for this page.');
  await third.popup.close();
});

test('the last key before the popup closes is kept', async ({ sandbox }) => {
  const page = await browser.visit(sandbox.at('/pages/plain.html'));
  const first = await ComposerPage.open(browser.extension, page);
  await first.write('Typed in the very last moment');
  await first.popup.close();
  const second = await ComposerPage.open(browser.extension, page);
  expect(await second.text()).toBe('Typed in the very last moment');
  await second.popup.close();
});

/** A page that answers nothing while its question is open; the returned function answers it. */
async function busyPage(url: string): Promise<{ page: Page; answer: () => Promise<void> }> {
  const page = await browser.visit(url);
  const asked = page.waitForEvent('dialog');
  const answered = page.evaluate(() => alert('Are you there?'));
  const dialog = await asked;
  const answer = async () => {
    await dialog.accept();
    await answered;
  };
  return { page, answer };
}

test('what is typed at once is not overwritten by the page that is read late', async ({ sandbox }) => {
  const page = await browser.visit(sandbox.at('/pages/walk.html'));
  // The page does nothing else until its own question is answered. A dialog's answer would close the popup.
  const answer = Promise.withResolvers<void>();
  await page.route('**/question', (route) => answer.promise.then(() => route.fulfill()));
  const asked = page.waitForRequest('**/question');
  await page.evaluate(() => {
    setTimeout(() => {
      const question = new XMLHttpRequest();
      question.open('GET', '/question', false);
      question.send();
    });
  });
  await asked;
  const composer = new ComposerPage(await Popup.open(browser.extension, page));
  await composer.popup.type('My own words');
  answer.resolve();
  await composer.isFilled();
  expect(await composer.text()).toBe('My own words');
  expect(await composer.link()).toBe(sandbox.at('/pages/walk.html'));
  await composer.popup.close();
});

/** The words of all drafts that are kept. */
function keptTexts() {
  return browser.extension.evaluate(async () => {
    const stored = Object.entries(await chrome.storage.local.get(null));
    return stored.flatMap(([key, draft]) =>
      key.startsWith('draft:') ? [(draft as { text: string }).text] : [],
    );
  }, undefined);
}

test('words over a page that never answers wait in the list of the next composer', async ({ sandbox }) => {
  const { page, answer } = await busyPage(sandbox.at('/pages/walk.html'));
  const first = await Popup.open(browser.extension, page);
  await first.type('Words for nobody');
  await first.close();
  const other = await browser.visit(sandbox.at('/pages/plain.html'));
  const second = await Popup.open(browser.extension, other);
  await second.waitFor(() => document.querySelector('.icon-button.waiting'));
  await second.click('button', '1 draft waits');
  await second.click('button', 'Go on writing: Words for nobody');
  await new ComposerPage(second).textIs('Words for nobody');
  await second.close();
  await answer();
});

test('words over a page that has not answered get its name, and wait nowhere else', async ({ sandbox }) => {
  const { page, answer } = await busyPage(sandbox.at('/pages/walk.html'));
  const composer = new ComposerPage(await Popup.open(browser.extension, page));
  await composer.popup.type('Words for the walk');
  await expect.poll(keptTexts).toEqual(['Words for the walk']);
  await composer.isFilled();
  await composer.popup.close();
  expect(await keptTexts()).toEqual(['Words for the walk']);
  await answer();
  const again = await ComposerPage.open(browser.extension, page);
  await again.popup.waitForText('Your draft for this page.');
  expect(await again.text()).toBe('Words for the walk');
  await again.popup.close();
});

test('a page that could not be loaded gives its address, and says so', async ({ sandbox, localBuffer }) => {
  const page = await browser.visit('about:blank');
  const address = sandbox.at('/pages/walk.html');
  await localBuffer.stop();
  try {
    await expect(page.goto(address)).rejects.toThrow('ERR_CONNECTION_REFUSED');
    const composer = await ComposerPage.open(browser.extension, page);
    await composer.popup.waitForText('This page could not be loaded, so only its link is here.');
    expect(await composer.link()).toBe(address);
    expect(await composer.text()).toContain(address);
    await composer.popup.close();
  } finally {
    // Not before: Chromium loads a page that it could not reach again by itself, as soon as it can.
    await localBuffer.start();
  }
});

test('over a page of the browser itself a post can be written all the same', async ({ sandbox }) => {
  const composer = new ComposerPage(
    await Popup.open(browser.extension, await browser.visit('chrome://version')),
  );
  await composer.popup.waitForText('This page belongs to the browser and cannot be read.');
  await composer.chooseChannels(CHANNEL.bluesky);
  await composer.write('Written over a page of the browser itself');
  await composer.submitted();
  expect(await sandbox.postsWith('Written over a page of the browser itself')).toHaveLength(1);
  await composer.popup.close();
});

test('drafts of other pages wait in a list, to be gone on with or discarded', async ({ sandbox }) => {
  const { extension } = browser;
  const walk = await browser.visit(sandbox.at('/pages/walk.html'));
  const first = await ComposerPage.open(extension, walk);
  await first.write('A thought on the walk');
  await first.popup.close();
  const second = await ComposerPage.open(extension, await browser.visit(sandbox.at('/pages/plain.html')));
  await second.write('A thought on something plain');
  const isOffered = () => document.querySelector('.icon-button.waiting');
  await second.popup.waitFor(isOffered);
  await second.popup.click('button', '1 draft waits');
  await second.popup.click('button', 'Go on writing: A thought on the walk');
  await second.textIs('A thought on the walk');
  // The one that gave way waits in its place.
  await second.popup.click('button', '1 draft waits');
  await second.popup.waitForText('A thought on something plain');
  await second.popup.click('button', 'Discard: A thought on something plain');
  await second.popup.click('button', 'Discard for good?: A thought on something plain');
  await second.popup.waitFor(() => !document.querySelector('.icon-button.waiting'));
  await second.popup.close();

  const third = await ComposerPage.open(extension, walk);
  expect(await third.text()).toBe('A thought on the walk');
  await third.popup.click('button', 'Start over');
  await third.popup.close();
  const queue = await extension.page('queue.html');
  await expect(queue.getByRole('heading', { name: 'Drafts' })).toHaveCount(0);
  await queue.close();
});

test('the icon has a dot while a draft waits', async ({ sandbox }) => {
  const [worker] = browser.extension.context.serviceWorkers();
  // The browser does not tell which icon it shows: what it was told, and took, is written down.
  await worker?.evaluate(() => {
    const real = chrome.action.setIcon.bind(chrome.action);
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    const noting = async (details: { path?: Record<string, string> }) => {
      await real(details as never);
      shown.push(details.path?.['16'] ?? '');
    };
    chrome.action.setIcon = noting as typeof chrome.action.setIcon;
  });
  const shown = () => worker?.evaluate(() => (globalThis as unknown as { shown: string[] }).shown);
  const composer = await ComposerPage.open(
    browser.extension,
    await browser.visit(sandbox.at('/pages/walk.html')),
  );
  await composer.write('A thought');
  await expect.poll(shown).toEqual(['/icons-draft/16.png']);
  await composer.write('A second thought');
  await composer.textIs('A second thought');
  await composer.chooseChannels(CHANNEL.bluesky);
  await composer.submitted();
  await expect.poll(shown).toEqual(['/icons-draft/16.png', '/icons/16.png']);
  await composer.popup.close();
});
