// The classic API as a person uses it: composing over it, what becomes of posts, and the way on from it.
import { expect } from '@playwright/test';
import { ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { QueuePage, send } from './queue.page.ts';
import { signInByApp, signInByToken } from './welcome.page.ts';

const WORDS = 'Sent over the classic API';

test('compose, queue to two channels, and take it back', async ({ extension, sandbox, localBuffer }) => {
  await signInByApp(extension, localBuffer);
  const page = await extension.context.newPage();
  await page.goto(sandbox.at('/pages/walk.html'));
  const composer = await ComposerPage.openOn(extension, page, 'X', 'LinkedIn');
  await composer.write(WORDS);
  await composer.submitted();
  const posts = await sandbox.postsWith(WORDS);
  expect(posts).toHaveLength(2);
  const linkedIn = await sandbox.channelOn('linkedin');
  expect(posts.find(({ channelId }) => channelId === linkedIn)?.linkAttachment).toMatchObject({
    url: expect.stringContaining('/pages/walk.html'),
  });
  expect((await sandbox.arrivals('updates/create')).map(({ status }) => status)).toEqual([200, 200]);
  expect(await sandbox.arrivals('createPost')).toEqual([]);
  await composer.popup.click('button', 'Undo');
  await expect.poll(() => sandbox.postsWith(WORDS)).toEqual([]);
});

test('says how often a link was shared through Buffer', async ({ extension, sandbox, localBuffer }) => {
  await signInByToken(extension, localBuffer.classicToken);
  const page = await extension.context.newPage();
  await page.goto(sandbox.at('/pages/walk.html'));
  const composer = await ComposerPage.open(extension, page);
  await composer.popup.waitFor(() => /Shared \S+ times through Buffer/.test(document.body.innerText));
  const [asked] = await sandbox.arrivals('links/shares');
  expect(asked?.status).toBe(200);
});

test('an answer that is lost: the post is found by its words, although its link was shortened, and sent once', async ({
  extension,
  sandbox,
  localBuffer,
}) => {
  await signInByToken(extension, localBuffer.classicToken);
  const options = await extension.page('options.html');
  await options.getByRole('checkbox', { name: 'Shorten links in posts' }).check();
  await sandbox.faults([{ operation: 'updates/create', when: 'after', do: 'status', status: 502 }]);
  await send(extension, sandbox, [{ text: `${WORDS} https://example.com/a/long/way` }]);
  const list = await QueuePage.open(extension);
  await list.says('On their way', WORDS, /^Checking/);
  await list.says('In Buffer', WORDS, /^In Buffer/);
  const created = (await sandbox.arrivals('updates/create')).filter(({ committed }) => committed);
  expect(created).toHaveLength(1);
  expect(created[0]?.posts[0]?.text).toMatch(/^Sent over the classic API http:\/\/buff\.ly\/\w+$/);
});

test('a brownout is said in one sentence, the post waits, and goes out by the current API after one press', async ({
  extension,
  sandbox,
  localBuffer,
}) => {
  const welcome = await signInByToken(extension, localBuffer.classicToken);
  const off = { when: 'before', do: 'status', status: 410, times: null, body: '' } as const;
  await sandbox.faults(
    ['updates/create', 'profiles/updates/pending', 'profiles/updates/sent'].map((operation) => ({
      operation,
      ...off,
    })),
  );
  await send(extension, sandbox, [{ text: WORDS }]);
  const list = await extension.page('queue.html');
  await expect(list.getByText("Buffer's classic API is switched off at the moment")).toBeVisible();
  await expect(list.getByText('answers no more at the moment')).toBeVisible();
  const opening = extension.context.waitForEvent('page', (page) => page.url().endsWith('welcome.html'));
  await list.getByRole('button', { name: 'How to move' }).click();
  await (await opening).getByRole('button', { name: 'Move to the current API' }).waitFor();
  await (await opening).close();
  expect(await sandbox.postsWith(WORDS)).toEqual([]);

  await welcome.page.bringToFront();
  const moving = welcome.page
    .context()
    .waitForEvent('page', (page) => !page.url().startsWith('chrome-extension:'));
  await welcome.page.getByRole('button', { name: 'Move to the current API' }).click();
  const consent = await moving;
  await consent.getByRole('button', { name: 'Allow' }).click();
  await expect.poll(() => sandbox.postsWith(WORDS)).toHaveLength(1);
  expect((await sandbox.arrivals('createPost')).filter(({ committed }) => committed)).toHaveLength(1);
  await expect(welcome.page.getByText("through Buffer's sign-in")).toBeVisible();
});

test('drafts, the choice of channels and the settings come along', async ({
  extension,
  sandbox,
  localBuffer,
}) => {
  const welcome = await signInByApp(extension, localBuffer);
  const page = await extension.context.newPage();
  await page.goto(sandbox.at('/pages/plain.html'));
  const composer = await ComposerPage.openOn(extension, page, 'LinkedIn');
  await composer.write('Not finished yet');
  await composer.popup.close();
  await welcome.page.bringToFront();
  await welcome.useKey(localBuffer.apiKey);
  await expect(welcome.page.getByText('with an API key')).toBeVisible();
  await expect
    .poll(async () => (await sandbox.arrivals('user/deauthorize')).map(({ status }) => status))
    .toEqual([200]);
  const again = await ComposerPage.open(extension, page);
  await again.textIs('Not finished yet');
  await again.submitted();
  const [post] = await sandbox.postsWith('Not finished yet');
  expect(post?.channelId).toBe(await sandbox.channelOn('linkedin'));
});
