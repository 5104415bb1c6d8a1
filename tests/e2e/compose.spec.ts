// From a page to Buffer, in the real toolbar popup.
import { expect } from '@playwright/test';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { holdSaving } from './held.ts';
import { signedInBrowser } from './signed-in.ts';
import { signInByKey } from './welcome.page.ts';

const TITLE = 'Why the best ideas arrive on a walk';
const browser = signedInBrowser();

async function overWalk(origin: string): Promise<ComposerPage> {
  return ComposerPage.open(browser.extension, await browser.visit(`${origin}/pages/walk.html`));
}

test('the page is there: words, link, picture and card, and the text has the focus', async ({ sandbox }) => {
  const link = sandbox.at('/pages/walk.html');
  const composer = await overWalk(sandbox.origin);
  const { popup } = composer;
  expect(await composer.text()).toBe(`${TITLE}\n${link}`);
  expect(await composer.link()).toBe(link);
  expect(await popup.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Post text');
  expect(await popup.checked('radio', 'Link card')).toBe(true);
  expect(await popup.text()).toContain('a small notebook and no headphones');
  const picture = await popup.evaluate(() => document.querySelector<HTMLImageElement>('.link-card img')?.src);
  expect(picture).toBe(sandbox.at('/media/walk.jpg'));
  // Nothing was sent from here yet, but Buffer's own queue is to be seen.
  expect(await popup.has('link', 'Queue')).toBe(true);
  await popup.close();
});

test('Ctrl+Enter: Saved, then In Buffer, one post per channel in the form of its network', async ({
  sandbox,
}) => {
  const link = sandbox.at('/pages/walk.html');
  const composer = await overWalk(sandbox.origin);
  await composer.chooseChannels(CHANNEL.x, CHANNEL.linkedin);
  await sandbox.faults([{ operation: 'createPost', do: 'delay', seconds: 15 }]);
  await composer.submitByKey();
  await composer.says('Saved');
  await sandbox.faults([]);
  await composer.says('In Buffer');

  const posts = await sandbox.postsWith(TITLE);
  expect(posts).toHaveLength(2);
  const [x, linkedin] = [await sandbox.channelOn('twitter'), await sandbox.channelOn('linkedin')];
  expect(posts.find(({ channelId }) => channelId === x)).toMatchObject({
    text: `${TITLE}\n${link}`,
    status: 'scheduled',
    linkAttachment: null,
  });
  expect(posts.find(({ channelId }) => channelId === linkedin)?.linkAttachment).toMatchObject({
    url: link,
    thumbnail: sandbox.at('/media/walk.jpg'),
  });
  await composer.popup.close();
});

test('while a post is being saved nothing can be pressed too early, and nothing but the word changes then', async ({
  sandbox,
}) => {
  const composer = await overWalk(sandbox.origin);
  await composer.chooseChannels(CHANNEL.x);
  const letGo = await holdSaving(browser.extension);
  await composer.submitByKey();
  await composer.says('Saving');
  expect(await composer.popup.has('textbox', 'Post text')).toBe(false);
  await composer.popup.waitFor(() => document.activeElement?.textContent === 'Queue another');
  await composer.popup.press('Enter');
  await composer.popup.click('button', 'Undo');
  await composer.popup.click('button', 'Edit');
  const boxes = () =>
    [...document.querySelectorAll('.outcome, .outcome button, .whole strong')].map((one) => {
      const { x, y, height } = one.getBoundingClientRect();
      return [x, y, height];
    });
  const before = await composer.popup.evaluate(boxes);
  await composer.says('Saving');
  await letGo();
  await composer.says('Saved');
  expect(await composer.popup.evaluate(boxes)).toEqual(before);
  await composer.says('In Buffer');
  expect(await sandbox.postsWith(TITLE)).toHaveLength(1);
  await composer.popup.close();
});

test('Pictures go with their alternative texts', async ({ sandbox }) => {
  const composer = await overWalk(sandbox.origin);
  await composer.chooseChannels(CHANNEL.bluesky);
  await composer.popup.click('radio', 'Pictures');
  await composer.popup.click(
    'checkbox',
    'Conifers in morning mist, each row of trees darker than the one behind it',
  );
  await composer.submitted();
  const [post] = await sandbox.postsWith(TITLE);
  expect(post?.linkAttachment).toBeNull();
  expect(JSON.stringify(post?.assets)).toContain(sandbox.at('/media/walk.jpg'));
  expect(JSON.stringify(post?.assets)).toContain(
    'A walker with a stick at dawn, on a hill above layered mountains',
  );
  expect(post?.assets).toHaveLength(2);
  await composer.popup.close();
});

test('words that are too long for a chosen network are refused with a sentence', async ({ sandbox }) => {
  const composer = await overWalk(sandbox.origin);
  await composer.chooseChannels(CHANNEL.x);
  await composer.write('x'.repeat(281));
  await composer.submitByKey();
  await composer.says(`Too long for ${CHANNEL.x} by`);
  expect(await sandbox.arrivals('createPost')).toEqual([]);
  await composer.popup.close();
});

test('with no channel chosen it says so', async ({ sandbox }) => {
  const composer = await overWalk(sandbox.origin);
  await composer.submitByKey();
  await composer.says('Choose at least one channel.');
  expect(await sandbox.arrivals('createPost')).toEqual([]);
  await composer.popup.close();
});

test('Undo takes the posts out of Buffer again', async ({ sandbox }) => {
  const composer = await overWalk(sandbox.origin);
  await composer.chooseChannels(CHANNEL.x, CHANNEL.linkedin);
  await composer.submitted();
  expect(await sandbox.postsWith(TITLE)).toHaveLength(2);
  await composer.popup.click('button', 'Undo');
  await composer.says('Undone');
  expect(await sandbox.postsWith(TITLE)).toEqual([]);
  await composer.popup.close();
});

test('the badge shows how many posts wait in the chosen channels', async ({
  extension,
  sandbox,
  localBuffer,
}) => {
  await signInByKey(extension, localBuffer.apiKey);
  const page = await extension.context.newPage();
  await page.goto(sandbox.at('/pages/walk.html'));
  const composer = await ComposerPage.open(extension, page);
  await composer.chooseChannels(CHANNEL.x);
  await composer.submitted();
  const onX = await sandbox.channelOn('twitter');
  const waiting = (await sandbox.state()).posts.filter(
    ({ channelId, status }) => channelId === onX && status === 'scheduled',
  );
  await expect.poll(() => extension.badge()).toBe(String(waiting.length));
});
