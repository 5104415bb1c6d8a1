// Videos by their address in the real popup: asked for, pasted, taken in the place of what was attached, and sent.
import { expect } from '@playwright/test';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { signedInBrowser } from './signed-in.ts';
import { WelcomePage } from './welcome.page.ts';

const FILM = 'https://walks.example/films/Morning%20on%20the%20ridge.mp4';
const browser = signedInBrowser();

test('YouTube asks for a video, a title and a category, and the next video begins with the same category', async ({
  extension,
  localBuffer,
  sandbox,
}) => {
  await sandbox.channels([{ service: 'youtube', name: 'Walks on film' }]);
  const welcome = await WelcomePage.open(extension);
  await welcome.useKey(localBuffer.apiKey);
  await expect(welcome.channels).toHaveCount(9);
  const choice = { channelIds: [await sandbox.channelOn('youtube')], when: 'queue' };
  await extension.evaluate((chosen) => chrome.storage.local.set({ choice: chosen }), choice);
  const page = await extension.context.newPage();
  await page.goto(sandbox.at('/pages/walk.html'));
  const composer = await ComposerPage.open(extension, page);
  const { popup } = composer;
  await composer.submitByKey();
  await popup.waitForText('Walks on film on YouTube needs a video');
  await popup.click('radio', 'Video');
  await popup.focus('textbox', 'Address of the video');
  await popup.type('https://walks.example/watch?v=12');
  await popup.press('Enter');
  await popup.waitForText('This leads to no video file');
  await popup.press('Control+a');
  await popup.type(FILM);
  await popup.press('Enter');
  await popup.waitForText('Morning on the ridge.mp4');
  await popup.waitFor(() => document.activeElement?.textContent === 'Remove');
  expect(await sandbox.arrivals('createPost')).toEqual([]);
  await popup.fill('textbox', 'Title', 'A morning on the ridge');
  await popup.choose('Category', 'Travel & Events');
  await popup.choose('Visibility', 'Unlisted');
  await composer.submitted();
  await popup.close();
  const [post] = await sandbox.postsWith('Why the best ideas');
  expect(post?.assets).toMatchObject([{ type: 'video', source: FILM }]);
  expect(post?.details).toEqual({
    title: 'A morning on the ridge',
    categoryId: '19',
    privacy: 'unlisted',
  });
  const queue = await extension.page('queue.html');
  await expect(
    queue.getByRole('article', { name: /Walks on film/ }).getByRole('img', { name: 'Video' }),
  ).toBeVisible();

  const next = await ComposerPage.open(extension, page);
  expect(await next.popup.value('combobox', 'Category')).toBe('19');
  expect(await next.popup.value('textbox', 'Title')).toBe('Why the best ideas arrive on a walk');
  await next.popup.close();
});

test('the address of a video that is pasted is offered as one, and goes out as a reel', async ({
  sandbox,
}) => {
  const over = await browser.visit(`${sandbox.origin}/pages/walk.html`);
  const composer = await ComposerPage.openBare(browser.extension, over, CHANNEL.instagram);
  const { popup } = composer;
  await composer.write(FILM);
  await popup.press('Control+a');
  await popup.press('Control+c');
  await composer.write('Up early: ');
  await popup.press('Control+v');
  await popup.waitForText('Attach this video');
  await popup.click('button', 'Attach this video');
  await composer.textIs('Up early: ');
  expect(await popup.checked('radio', 'Video')).toBe(true);
  await popup.choose('Kind of post', 'Reel');
  // Pictures take its place, and it takes theirs.
  await popup.click('radio', 'Pictures');
  expect(await popup.value('combobox', 'Kind of post')).toBe('post');
  await popup.click('radio', 'Video');
  expect(await popup.value('combobox', 'Kind of post')).toBe('reel');
  await composer.submitted();
  await popup.close();
  const [post] = await sandbox.postsWith('Up early:');
  expect(post?.assets).toMatchObject([{ type: 'video', source: FILM }]);
  expect(post?.details).toEqual({ type: 'reel', shouldShareToFeed: true });
});

test('what few posts need is there once it is wanted', async ({ sandbox }) => {
  const over = await browser.visit(`${sandbox.origin}/pages/walk.html`);
  const composer = await ComposerPage.openOn(browser.extension, over, 'Mastodon', 'Threads');
  const { popup } = composer;
  await composer.write('On the edge of the ridge');
  await popup.click('button', 'Add content warning');
  await popup.waitFor(() => document.activeElement?.id.startsWith('spoilerText-'));
  await popup.type('Heights');
  await popup.click('button', 'Add topic');
  await popup.waitFor(() => document.activeElement?.id.startsWith('topic-'));
  await popup.type('Walking');
  expect(await popup.has('button', 'Add topic')).toBe(false);
  await composer.submitted();
  await popup.close();
  const posts = await sandbox.postsWith('On the edge');
  expect(posts.map(({ details }) => details)).toEqual(
    expect.arrayContaining([{ spoilerText: 'Heights' }, { topic: 'Walking' }]),
  );
});
