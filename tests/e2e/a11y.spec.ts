// Every screen, light and dark, against the rules of WCAG 2.2 AA that a program can check.
import { expect } from '@playwright/test';
import { isAccessible } from './accessible.ts';
import { CHANNEL } from './composer.page.ts';
import { launchExtension, test } from './fixtures.ts';
import { putEntry } from './outbox-database.ts';
import { QueuePage, send } from './queue.page.ts';
import { signedInBrowser } from './signed-in.ts';
import { signInByKey, signInByToken } from './welcome.page.ts';

const browser = signedInBrowser();

test('welcome, settings and the composer before signing in', async () => {
  const extension = await launchExtension();
  const welcome = await extension.opened('welcome.html');
  await isAccessible(welcome);
  await welcome.getByRole('button', { name: 'Use API key' }).click();
  await expect(welcome.getByText('Enter your API key first.')).toBeVisible();
  await isAccessible(welcome);
  const options = await extension.page('options.html');
  await options.getByRole('button', { name: 'Connect with Buffer' }).waitFor();
  await isAccessible(options);
  const popup = await extension.page('popup.html');
  await popup.getByRole('button', { name: 'Connect with Buffer' }).waitFor();
  await isAccessible(popup);
  await extension.close();
});

test('welcome and settings when signed in', async () => {
  const welcome = await browser.extension.page('welcome.html');
  await welcome.getByRole('button', { name: 'Sign out' }).waitFor();
  await isAccessible(welcome);
  const options = await browser.extension.page('options.html');
  await options.getByRole('radio', { name: 'Always these' }).check();
  await options.getByRole('checkbox', { name: CHANNEL.x }).waitFor();
  await options.getByRole('textbox', { name: 'Site' }).fill('a.example');
  await options.getByRole('button', { name: 'Add site' }).click();
  await options.getByRole('group', { name: 'Channels of a.example' }).waitFor();
  await options.getByRole('textbox', { name: 'Site' }).fill('no site');
  await options.getByRole('button', { name: 'Add site' }).click();
  await options.getByRole('textbox', { name: 'Template' }).fill('{title} {nothing}');
  await options.getByRole('checkbox', { name: 'Add campaign parameters' }).check();
  const settings = '{"format":"quick-queue-settings","version":1,"settings":{"badge":"off"}}';
  const file = { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(settings) };
  await options.getByLabel('Import settings').setInputFiles(file);
  await options.getByRole('button', { name: 'Take them over' }).waitFor();
  // The last is half of a small window: 200 % zoom.
  for (const width of [1200, 320]) {
    await options.setViewportSize({ width, height: 700 });
    await isAccessible(options);
    expect(await options.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test('the composer that tells when each channel shares, and with a time picked', async () => {
  const popup = await browser.extension.page('popup.html');
  for (const name of [CHANNEL.x, CHANNEL.linkedin]) await popup.getByRole('checkbox', { name }).press(' ');
  await popup.getByRole('button', { name: 'and later' }).click();
  await popup.getByRole('dialog', { name: 'Times of the channels' }).waitFor();
  await isAccessible(popup);
  await popup.keyboard.press('Escape');
  await popup.getByRole('combobox', { name: 'When' }).selectOption('Pick a time');
  await popup.getByRole('button', { name: 'In 1 hour' }).click();
  await isAccessible(popup);
});

test('the composer with a draft, with problems, and after sending', async ({ sandbox }) => {
  const popup = await browser.extension.page('popup.html');
  await popup.getByRole('textbox', { name: 'Link' }).fill(sandbox.at('/pages/walk.html'));
  await popup.getByRole('textbox', { name: 'Post text' }).fill(`${'x'.repeat(300)} a draft`);
  await popup.getByRole('checkbox', { name: CHANNEL.x }).check({ force: true });
  await popup.getByRole('button', { name: 'Add to queue' }).click();
  await popup.getByText('Too long for').waitFor();
  await isAccessible(popup);
  await popup.getByRole('combobox', { name: 'When' }).selectOption('Pick a time');
  await isAccessible(popup);
  await popup.getByRole('combobox', { name: 'When' }).selectOption('Draft');
  await popup.getByRole('textbox', { name: 'Post text' }).fill('An accessible post');
  await popup.getByRole('button', { name: 'Save draft' }).click();
  await popup.getByRole('status').getByText('In Buffer').waitFor();
  await isAccessible(popup);
});

test('the composer with a text of a network’s own, marks, and the room on every network', async () => {
  const popup = await browser.extension.page('popup.html');
  for (const name of [CHANNEL.x, CHANNEL.linkedin, CHANNEL.bluesky])
    await popup.getByRole('checkbox', { name }).check({ force: true });
  const words = `${'With @mara on #walking https://example.com/a '.repeat(8)} https://example.com/a-walk`;
  await popup.getByRole('textbox', { name: 'Post text' }).fill(words);
  await popup.getByRole('radio', { name: 'X', exact: true }).check({ force: true });
  await isAccessible(popup);
  await popup.getByRole('textbox', { name: 'Post text for X' }).fill('For X');
  await popup.getByRole('radio', { name: 'All networks' }).check({ force: true });
  await popup.getByText('X has its own text.').waitFor();
  // As narrow as a side panel, which has no width of its own.
  await popup.setViewportSize({ width: 360, height: 640 });
  await popup.evaluate(() => document.body.classList.remove('popup'));
  await popup.getByRole('button', { name: 'too many on Bluesky' }).click();
  await popup.getByText('left on LinkedIn').waitFor();
  await isAccessible(popup);
  expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('the list of entries: in every state, while something is asked, and signed out', async ({ sandbox }) => {
  const { extension } = browser;
  const unreadable = { id: 'from-tomorrow', version: 99, state: 'beamed', post: { text: 'From tomorrow' } };
  await putEntry(extension, unreadable);
  await extension.evaluate(() => chrome.runtime.sendMessage({ type: 'hello' }), undefined);
  const full = { data: { createPost: { __typename: 'LimitReachedError', message: 'Ten are planned.' } } };
  const headers = { 'Retry-After': '3600' };
  await sandbox.faults([
    { operation: 'createPost', nth: 2, do: 'body', body: JSON.stringify(full) },
    { operation: 'createPost', nth: 3, do: 'status', status: 429, headers, times: null },
  ]);
  const queue = await QueuePage.open(extension);
  for (const text of ['It arrives', 'It is refused', 'It waits', 'It is taken back']) {
    await send(extension, sandbox, [{ text, service: 'mastodon' }]);
    await queue.entry(text).waitFor();
  }
  await queue.says('On their way', 'It waits', /^Waiting/);
  await queue.press('It is taken back', 'Cancel');
  await queue.says('Cancelled', 'It is taken back', 'Cancelled');
  await queue.press('It is refused', 'Discard');
  await isAccessible(queue.page);
  await queue.page.setViewportSize({ width: 360, height: 640 });
  await isAccessible(queue.page);
  const width = await queue.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
  const popup = await extension.page('popup.html');
  await popup.getByText('1 post needs you').click();
  await popup.getByText('Ten are planned.').waitFor();
  await isAccessible(popup);
  await extension.evaluate(() => chrome.runtime.sendMessage({ type: 'sign-out' }), undefined);
  await queue.page.getByText('Nobody is signed in.').waitFor();
  await isAccessible(queue.page);
});

test('Buffer’s queue: the three views, a post that is edited, and a list that cannot be read', async ({
  extension,
  sandbox,
  localBuffer,
}) => {
  await signInByKey(extension, localBuffer.apiKey);
  const { page } = await QueuePage.open(extension);
  const posts = page.getByRole('article');
  await posts.first().waitFor();
  await posts.first().getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Post text' }).waitFor();
  await posts.last().getByRole('button', { name: 'Delete' }).click();
  await sandbox.faults([{ operation: 'posts', do: 'status', status: 500 }]);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.getByText('Buffer has trouble at the moment.').waitFor();
  for (const width of [1200, 360]) {
    await page.setViewportSize({ width, height: 700 });
    for (const view of ['Queue', 'Sent', 'Schedule']) {
      await page.getByRole('tab', { name: view }).click();
      await page.getByRole('tabpanel', { name: view }).waitFor();
      await isAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  }
});

test('the ways to move on from the classic API, and a list while it answers no more', async ({
  extension,
  sandbox,
  localBuffer,
}) => {
  const welcome = await signInByToken(extension, localBuffer.classicToken);
  await isAccessible(welcome.page);
  const options = await extension.page('options.html');
  await options.getByRole('checkbox', { name: 'Shorten links in posts' }).waitFor();
  await isAccessible(options);
  await sandbox.faults([{ operation: '*', do: 'status', status: 410, body: '', times: null }]);
  await send(extension, sandbox, [{ text: 'Sent into a brownout' }]);
  const { page } = await QueuePage.open(extension);
  await page.getByRole('button', { name: 'How to move' }).waitFor();
  await isAccessible(page);
});

test('Buffer’s queue where the API can do more: order, schedule, people', async ({
  extension,
  sandbox,
  localBuffer,
}) => {
  await signInByToken(extension, localBuffer.classicToken);
  const [holiday] = await sandbox.postsWith('The Reading Room stays closed');
  await sandbox.act({ do: 'publish', id: holiday?.id ?? '' });
  const { page } = await QueuePage.open(extension);
  await page.getByRole('radio', { name: / on X$/ }).check();
  await page.getByRole('button', { name: 'Move down' }).first().waitFor();
  await isAccessible(page);
  await page.getByRole('tab', { name: 'Schedule' }).click();
  await page.getByRole('button', { name: 'Add to Sunday' }).waitFor();
  await isAccessible(page);
  await page.getByRole('tab', { name: 'Sent' }).click();
  await page.getByRole('radio', { name: / on Facebook$/ }).check();
  await page.getByText('Interactions').click();
  await page.getByRole('radio', { name: 'Comment' }).check();
  await page.getByRole('textbox', { name: 'Write a reply' }).waitFor();
  await isAccessible(page);
});

test('the list of entries when there is none, and when posts were lost', async ({ extension }) => {
  const queue = await QueuePage.open(extension);
  await queue.page.getByText('Nothing is on its way').waitFor();
  await isAccessible(queue.page);
  const entry = {
    id: 'lost',
    groupId: 'g',
    accountId: 'a',
    channelId: 'c',
    network: 'linkedin',
    text: 'Words that are known',
    mode: 'queue',
    state: 'waiting',
    reason: 'accepted',
    acceptedAt: 0,
    nextAt: null,
    dueAt: null,
    remoteId: null,
    found: null,
    error: null,
  };
  await extension.evaluate(
    (lost) =>
      chrome.storage.local.set({
        outbox: {
          onTheirWay: 0,
          needsYou: 2,
          entries: [],
          unreadable: [],
          lost: { at: 0, count: 2, entries: [lost] },
        },
      }),
    entry,
  );
  await queue.page.getByText('This browser has lost 2 posts.').waitFor();
  await isAccessible(queue.page);
});
