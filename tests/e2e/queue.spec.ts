// What a person does with the posts in Buffer's queue, and what Buffer then has.
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { QueuePage, send } from './queue.page.ts';
import type { SandboxClient, SandboxPost } from './sandbox.ts';
import { signedInBrowser } from './signed-in.ts';

const browser = signedInBrowser();
const CANAL = 'Twelve kilometres along the old canal';
const NOTEBOOK = 'Notebook rule no. 4';

/** The page with the queue as Buffer has it now. */
async function open(): Promise<QueuePage> {
  const queue = await QueuePage.open(browser.extension);
  await queue.refresh();
  await expect(queue.post(CANAL)).toBeVisible();
  return queue;
}

async function there(sandbox: SandboxClient, text: string): Promise<SandboxPost> {
  const [post] = await sandbox.postsWith(text);
  if (!post) throw new Error(`Buffer has no post with “${text}”.`);
  return post;
}

const button = (within: Locator | Page, name: string) => within.getByRole('button', { name, exact: true });

test.afterEach(async () => {
  const pages = browser.extension.context.pages().filter((page) => page.url().endsWith('queue.html'));
  for (const page of pages) await page.close({ runBeforeUnload: false });
});

test('Edit begins with the words as they are now, and Save puts them into Buffer', async ({ sandbox }) => {
  const queue = await open();
  const { id } = await there(sandbox, CANAL);
  await sandbox.act({ do: 'edit', id, text: `${CANAL}, said by somebody else.` });
  await button(queue.post(CANAL), 'Edit').click();
  const field = queue.page.getByRole('textbox', { name: 'Post text' });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(`${CANAL}, said by somebody else.`);
  await field.fill('Said better');
  await field.press('Control+Enter');
  await expect(queue.post('Said better').getByText('Said better')).toBeVisible();
  await expect(queue.page.getByRole('status').getByText('Saved in Buffer.')).toBeVisible();
  await expect(button(queue.post('Said better'), 'Edit')).toBeFocused();
  expect((await there(sandbox, 'Said better')).id).toBe(id);
});

test('words that Buffer refuses stay in the field, with Buffer’s own', async ({ sandbox }) => {
  const queue = await open();
  const refusal = { __typename: 'InvalidInputError', message: 'These words are not allowed.' };
  const body = JSON.stringify({ data: { editPost: refusal } });
  await sandbox.faults([{ operation: 'editPost', do: 'body', body }]);
  await button(queue.post(CANAL), 'Edit').click();
  const field = queue.page.getByRole('textbox', { name: 'Post text' });
  await field.fill('Words that took a while');
  const row = queue.page.getByRole('article').filter({ has: field });
  await button(row, 'Save').click();
  await expect(row.getByText('Buffer did not accept it. “These words are not allowed.”')).toBeVisible();
  await expect(field).toHaveValue('Words that took a while');
  await button(row, 'Save').click();
  await expect(field).toHaveCount(0);
  expect(await sandbox.postsWith('Words that took a while')).toHaveLength(1);
});

test('words that are not saved yet are there again after the page was closed, until they are given up', async () => {
  const queue = await open();
  await button(queue.post(CANAL), 'Edit').click();
  await queue.page.getByRole('textbox', { name: 'Post text' }).fill('Words that took a while');
  await queue.page.close();
  const again = await QueuePage.open(browser.extension);
  const field = again.page.getByRole('textbox', { name: 'Post text' });
  await expect(field).toHaveValue('Words that took a while');
  await button(again.page, 'Cancel').click();
  await expect(field).toHaveCount(0);
  await again.page.reload();
  await expect(again.post(CANAL)).toBeVisible();
  await expect(field).toHaveCount(0);
});

test('a change whose answer is lost says so, and the list is read', async ({ sandbox }) => {
  const queue = await open();
  await sandbox.faults([{ operation: 'deletePost', when: 'after', do: 'status', status: 500 }]);
  await button(queue.post(CANAL), 'Delete').click();
  await button(queue.post(CANAL), 'Delete it for good?').click();
  await expect(queue.page.getByText('The connection dropped before Buffer answered')).toBeVisible();
  await expect(queue.post(CANAL)).toHaveCount(0);
});

test('Share now asks once more, then publishes it', async ({ sandbox }) => {
  const queue = await open();
  await button(queue.post(CANAL), 'Share now').click();
  expect((await there(sandbox, CANAL)).status).toBe('scheduled');
  await button(queue.post(CANAL), 'Publish it at once?').click();
  await expect(queue.page.getByText('It is being published.')).toBeVisible();
  await expect(queue.post(CANAL)).toHaveCount(0);
  expect(['sending', 'sent']).toContain((await there(sandbox, CANAL)).status);
});

test('Move to top makes it the first of its channel, and the others follow', async ({ sandbox }) => {
  const queue = await open();
  const first = (await there(sandbox, NOTEBOOK)).dueAt;
  await queue.page.getByRole('radio', { name: 'Mara Alder on X' }).check();
  await expect(queue.page.getByRole('article')).toHaveCount(2);
  await button(queue.post(CANAL), 'Move to top').click();
  await expect(queue.page.getByRole('article').first()).toContainText(CANAL);
  expect((await there(sandbox, CANAL)).dueAt).toBe(first);
  const second = (await there(sandbox, NOTEBOOK)).dueAt ?? '';
  await expect(queue.post(NOTEBOOK).locator('time')).toHaveAttribute(
    'datetime',
    new Date(second).toISOString(),
  );
});

test('Delete by the keyboard goes on to the next, and the number follows', async ({ sandbox }) => {
  const queue = await open();
  const tab = queue.page.getByRole('tab', { name: 'Queue' });
  const before = Number((await tab.innerText()).replace(/\D/g, ''));
  await queue.page.getByRole('radio', { name: 'Mara Alder on X' }).check();
  await button(queue.post(NOTEBOOK), 'Delete').press('Enter');
  await queue.page.keyboard.press('Enter');
  await expect(queue.post(NOTEBOOK)).toHaveCount(0);
  await expect(button(queue.post(CANAL), 'Edit')).toBeFocused();
  await queue.page.getByRole('radio', { name: 'All' }).check();
  await expect(tab).toHaveText(`Queue ${before - 1}`);
  expect(await sandbox.postsWith(NOTEBOOK)).toEqual([]);
  await expect.poll(() => browser.extension.badge()).toBe(String(before - 1));
});

test('what somebody else has deleted says so, and leaves the list', async ({ sandbox }) => {
  const queue = await open();
  await sandbox.act({ do: 'delete', id: (await there(sandbox, CANAL)).id });
  await button(queue.post(CANAL), 'Edit').click();
  await expect(queue.page.getByText('Buffer does not have it any more.')).toBeVisible();
  await expect(queue.post(CANAL)).toHaveCount(0);
});

test('what has reached Buffer right before the page opens is there', async ({ sandbox }) => {
  const first = await open();
  await first.page.close();
  await send(browser.extension, sandbox, [{ text: 'Sent from here' }]);
  await expect.poll(() => sandbox.postsWith('Sent from here')).toHaveLength(1);
  const queue = await QueuePage.open(browser.extension);
  await queue.says('In Buffer', 'Sent from here', /^In Buffer, /);
  await expect(queue.post('Sent from here')).toBeVisible();
});

test('what is sent from here comes by itself, and Delete takes its receipt along', async ({ sandbox }) => {
  const queue = await open();
  await send(browser.extension, sandbox, [{ text: 'Sent while it stands open' }]);
  await queue.says('In Buffer', 'Sent while it stands open', /^In Buffer, /);
  await button(queue.post('Sent while it stands open'), 'Delete').click();
  await button(queue.post('Sent while it stands open'), 'Delete it for good?').click();
  await queue.says('Cancelled', 'Sent while it stands open', 'Cancelled');
  await expect(queue.post('Sent while it stands open')).toHaveCount(0);
  expect(await sandbox.postsWith('Sent while it stands open')).toEqual([]);
});
