// What the page shows of Buffer: the queue by day, what was sent, schedules, and what stands there when it cannot be read.
import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { QueuePage } from './queue.page.ts';
import { signedInBrowser } from './signed-in.ts';

const browser = signedInBrowser();
const CANAL = 'Twelve kilometres along the old canal';
const OWN_TIME = 'Slow reading';

/** The page with the queue as Buffer has it now. */
async function open(): Promise<QueuePage> {
  const queue = await QueuePage.open(browser.extension);
  await queue.refresh();
  await expect(queue.post(CANAL)).toBeVisible();
  return queue;
}

test.afterEach(async () => {
  const pages = browser.extension.context.pages().filter((page) => page.url().endsWith('queue.html'));
  for (const page of pages) await page.close({ runBeforeUnload: false });
});

test('what waits stands soonest first, by day, with what can be done about it', async ({ sandbox }) => {
  const queue = await open();
  const { posts } = await sandbox.state();
  const waiting = posts.filter(({ status }) => status === 'scheduled');
  await expect(queue.page.getByRole('article')).toHaveCount(waiting.length);
  const times = queue.page.getByRole('article').locator('time');
  const moments = await times.evaluateAll((all) => all.map((time) => time.getAttribute('datetime')));
  expect(moments).toEqual(waiting.map(({ dueAt }) => new Date(dueAt ?? '').toISOString()).sort());
  const days = await queue.page.locator('.day').getByRole('heading', { level: 2 }).allInnerTexts();
  expect(days.length).toBeGreaterThan(1);
  await expect(queue.post(CANAL)).toHaveAccessibleName(/^Mara Alder on X: Twelve kilometres/);
  const buttons = (text: string) => queue.post(text).getByRole('button').allInnerTexts();
  expect(await buttons(CANAL)).toEqual(['Edit', 'Share now', 'Move to top', 'Delete']);
  expect(await buttons(OWN_TIME)).toEqual(['Edit', 'Share now', 'Delete']);
});

test('one channel alone, in its own zone; arrow keys go from view to view', async () => {
  const { page } = await open();
  await page.getByRole('radio', { name: 'Mara, slowly on Mastodon' }).check();
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.locator('.day').getByText('Tokyo')).toBeVisible();
  await expect(page.getByRole('article').locator('time')).toContainText(/^(10:00|8:30|20:30)/);
  await page.getByRole('radio', { name: 'The Reading Room on Facebook' }).check();
  await expect(page.getByText('The Reading Room is paused in Buffer.')).toBeVisible();
  await page.getByRole('tab', { name: 'Queue' }).press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Sent', selected: true })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('tab', { name: 'Schedule', selected: true })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Posting times of The Reading Room' })).toBeVisible();
});

test('Sent: latest first, and a link to the post on its network', async () => {
  const { page } = await open();
  await page.getByRole('tab', { name: 'Sent' }).click();
  const posts = page.getByRole('article');
  await expect(posts.first()).toContainText('A walk is the cheapest way');
  await expect(posts.last()).toContainText('For a year our team');
  const link = posts.first().getByRole('link', { name: 'See the post' });
  await expect(link).toHaveAttribute('href', /^https:/);
  await expect(link).toHaveAttribute('rel', 'noreferrer');
  await expect(posts.first().getByRole('button')).toHaveCount(0);
});

test('Schedule: shown, with the way to Buffer, as this API cannot change it', async () => {
  const { page } = await open();
  await page.getByRole('tab', { name: 'Schedule' }).click();
  await page.getByRole('radio', { name: 'Mara Alder on LinkedIn' }).check();
  const monday = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Monday' }) });
  await expect(monday.locator('.slot')).toHaveText([/^0?9:10/, /^(16|4):30/]);
  await expect(page.getByText('No times')).toHaveCount(2);
  await expect(page.getByRole('link', { name: 'Change it in Buffer' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
});

test('a list that cannot be read says why; Try again reads it, and the posts stay', async ({ sandbox }) => {
  const queue = await open();
  const headers = { 'Retry-After': '1' };
  await sandbox.faults([{ operation: 'posts', do: 'status', status: 500 }]);
  await queue.refresh();
  await expect(queue.page.getByRole('alert').getByText('Buffer has trouble at the moment.')).toBeVisible();
  await expect(queue.post(CANAL)).toBeVisible();
  await queue.page.getByRole('button', { name: 'Try again' }).click();
  await expect(queue.page.getByRole('alert')).toBeEmpty();
  await sandbox.faults([{ operation: 'posts', do: 'status', status: 429, headers }]);
  await queue.refresh();
  await expect(queue.page.getByText('Buffer takes no more calls for now. Try again')).toBeVisible();
  await expect(async () => {
    await queue.page.getByRole('button', { name: 'Try again' }).click();
    await expect(queue.page.getByRole('alert')).toBeEmpty({ timeout: 500 });
  }).toPass();
});

test('more than a page is loaded on request', async ({ sandbox }) => {
  const channelId = await sandbox.channelOn('twitter');
  for (let number = 1; number <= 60; number += 1) {
    await sandbox.act({ do: 'create', channelId, text: `Number ${number}.` });
  }
  const queue = await open();
  await expect(queue.page.getByRole('article')).toHaveCount(50);
  await queue.page.getByRole('button', { name: 'Load more' }).click();
  await expect(queue.post('Number 60.')).toHaveCount(1);
  await expect(queue.page.getByRole('button', { name: 'Load more' })).toHaveCount(0);
});

test('signing out forgets what Buffer has', async () => {
  const queue = await open();
  const { extension } = browser;
  await extension.evaluate(() => chrome.runtime.sendMessage({ type: 'sign-out' }), undefined);
  await expect(queue.page.getByText('Nobody is signed in.')).toBeVisible();
  await expect(queue.page.getByRole('article')).toHaveCount(0);
  const stored = await extension.evaluate(() => chrome.storage.local.get(null), undefined);
  expect(JSON.stringify(stored)).not.toContain(CANAL);
});
