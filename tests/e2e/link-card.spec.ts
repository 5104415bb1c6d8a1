// The link card in the real popup: as networks draw it, with the words of its picture, and with a picture that is lost.
import { expect } from '@playwright/test';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { type PageServer, servePages } from './page-server.ts';
import { signedInBrowser } from './signed-in.ts';

const TITLE = 'Why the best ideas arrive on a walk';
const browser = signedInBrowser();

async function over(url: string, ...channels: string[]): Promise<ComposerPage> {
  const composer = await ComposerPage.open(browser.extension, await browser.visit(url));
  await composer.chooseChannels(...channels);
  return composer;
}

test('the card is shown as each chosen network draws it', async ({ sandbox }) => {
  const composer = await over(sandbox.at('/pages/walk.html'), CHANNEL.x, CHANNEL.linkedin, CHANNEL.instagram);
  const { popup } = composer;
  expect(await popup.text()).toContain('Not the same on X and Instagram.');
  await popup.focus('button', 'Preview');
  await popup.press('Enter');
  await popup.waitFor(() => document.querySelector('dialog')?.open);
  const shown = await popup.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('dialog section')].map(({ innerText }) =>
      innerText.split('\n').filter(Boolean),
    ),
  );
  const host = new URL(sandbox.origin).host;
  expect(shown).toEqual([
    ['X', 'X', 'The link stands in the text, and X makes its card from the page itself.'],
    ['in', 'LinkedIn', TITLE, host, 'LinkedIn does not show the description.'],
    ['ig', 'Instagram', 'Instagram takes the picture, and no card.'],
  ]);
  await popup.press('Escape');
  await popup.waitFor(
    () => !document.querySelector('dialog') && document.activeElement?.textContent === 'Preview',
  );
  await popup.close();
});

test('the words of a card’s picture are asked for where it goes as a picture', async ({ sandbox }) => {
  const composer = await over(sandbox.at('/pages/walk.html'), CHANNEL.linkedin);
  const { popup } = composer;
  expect(await popup.has('button', 'Alt text of picture 1')).toBe(false);
  await composer.chooseChannels(CHANNEL.instagram);
  await popup.click('button', 'Alt text of picture 1');
  await popup.waitFor(() => document.activeElement?.id === 'alt-text');
  await popup.press('Control+a');
  await popup.type('A walker');
  await popup.press('Enter');
  await composer.submitted();
  const id = await sandbox.channelOn('instagram');
  const post = (await sandbox.postsWith(TITLE)).find(({ channelId }) => channelId === id);
  expect(post?.assets).toMatchObject([{ source: sandbox.at('/media/walk.jpg'), altText: 'A walker' }]);
  await popup.close();
});

test.describe('pictures that cannot be loaded', () => {
  let server: PageServer;
  test.beforeAll(async () => {
    server = await servePages();
  });
  test.afterAll(() => server.stop());

  test('have a box of the same size, and a word of warning', async ({ sandbox }) => {
    const page = server.put(
      '/lost.html',
      `<title>Lost</title><meta property="og:image" content="${sandbox.at('/media/nothing.jpg')}">
<img src="${sandbox.at('/media/lake.jpg')}" width="800" height="600" alt="The lake">`,
    );
    const composer = await over(page, CHANNEL.bluesky);
    const { popup } = composer;
    await popup.waitFor(() => document.querySelector('.link-card .broken'));
    expect(await popup.text()).toContain('A picture could not be loaded here.');
    expect(await popup.evaluate(() => document.querySelector('.link-card .pic')?.clientWidth)).toBe(112);
    await popup.click('radio', 'The lake');
    await popup.waitFor(() => document.querySelector('.link-card img'));
    expect(await popup.text()).not.toContain('could not be loaded');
    await popup.click('radio', 'Pictures');
    await popup.waitFor(() => document.querySelector('.strip .broken'));
    const sizes = await popup.evaluate(() =>
      [...document.querySelectorAll('.choice .thumb')].map((thumb) => [
        thumb.getBoundingClientRect().width,
        thumb.getBoundingClientRect().height,
      ]),
    );
    expect(sizes).toEqual([
      [84, 84],
      [84, 84],
    ]);
    expect(await popup.text()).toContain('A picture could not be loaded here.');
    await popup.close();
  });
});
