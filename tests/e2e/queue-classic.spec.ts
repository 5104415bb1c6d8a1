// What the classic API can do with a queue beyond the other: order, chance, posting times, people and answers.
import { expect, type Locator } from '@playwright/test';
import type { Extension } from './browser.ts';
import { launchExtension, test } from './fixtures.ts';
import { QueuePage } from './queue.page.ts';
import type { SandboxClient } from './sandbox.ts';
import { signInByToken } from './welcome.page.ts';

const CANAL = 'Twelve kilometres along the old canal';
const NOTEBOOK = 'Notebook rule no. 4';
let extension: Extension;

test.beforeAll(async ({ localBuffer }) => {
  extension = await launchExtension();
  await signInByToken(extension, localBuffer.classicToken);
});
test.afterAll(() => extension.close());
test.afterEach(async () => {
  const pages = extension.context.pages().filter((page) => page.url().endsWith('queue.html'));
  for (const page of pages) await page.close({ runBeforeUnload: false });
});

const button = (post: Locator, name: string) => post.getByRole('button', { name, exact: true });

/** The queue of the channel on X, with a third post. */
async function openX(sandbox: SandboxClient): Promise<QueuePage> {
  const channelId = await sandbox.channelOn('twitter');
  await sandbox.act({ do: 'create', channelId, text: 'A third one' });
  const queue = await QueuePage.open(extension);
  await queue.page.getByRole('radio', { name: / on X$/ }).check();
  await queue.refresh();
  await expect(queue.post('A third one')).toBeVisible();
  return queue;
}

/** How the posts of the channel on X begin, in the order in which Buffer publishes them. */
async function orderThere(sandbox: SandboxClient): Promise<string[]> {
  const channelId = await sandbox.channelOn('twitter');
  const { posts } = await sandbox.state();
  return posts
    .filter((post) => post.channelId === channelId && post.status === 'scheduled')
    .sort((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''))
    .map(({ text }) => text.slice(0, 12));
}

const [N, C, T] = [NOTEBOOK.slice(0, 12), CANAL.slice(0, 12), 'A third one'];

test('Alt and an arrow move a post, the keyboard stays with it, and Buffer has the order', async ({
  sandbox,
}) => {
  const queue = await openX(sandbox);
  const edit = button(queue.post('A third one'), 'Edit');
  await edit.press('Alt+ArrowUp');
  await expect(edit).toBeFocused();
  await expect(queue.page.getByRole('status').getByText('Place 2 of 3.')).toBeVisible();
  await edit.press('Alt+ArrowUp');
  await expect(queue.page.getByRole('article').first()).toContainText('A third one');
  await expect.poll(() => orderThere(sandbox)).toEqual([T, N, C]);
  expect(await sandbox.arrivals('profiles/updates/reorder')).toHaveLength(1);
  await button(queue.post('A third one'), 'Move down').click();
  await expect(button(queue.post('A third one'), 'Move down')).toBeFocused();
  await expect.poll(() => orderThere(sandbox)).toEqual([N, T, C]);
});

test('a post is dragged to another place', async ({ sandbox }) => {
  const queue = await openX(sandbox);
  const grip = queue.post('A third one').locator('time');
  await grip.dragTo(queue.post(NOTEBOOK), { targetPosition: { x: 30, y: 6 } });
  await expect(queue.page.getByRole('article').first()).toContainText('A third one');
  await expect.poll(() => orderThere(sandbox)).toEqual([T, N, C]);
});

test('an order that Buffer refuses is taken back', async ({ sandbox }) => {
  const queue = await openX(sandbox);
  await sandbox.faults([{ operation: 'profiles/updates/reorder', do: 'status', status: 403 }]);
  await button(queue.post('A third one'), 'Move up').click();
  await expect(queue.page.getByText('Buffer does not allow this with your access.')).toBeVisible();
  await expect(queue.page.getByRole('article').last()).toContainText('A third one');
  expect(await orderThere(sandbox)).toEqual([N, C, T]);
});

test('Shuffle asks once more, and the page shows what Buffer made of it', async ({ sandbox }) => {
  const queue = await openX(sandbox);
  await button(queue.page.locator('.arrange'), 'Shuffle').click();
  await button(queue.page.locator('.arrange'), 'Shuffle this queue?').click();
  await expect(queue.page.getByText('The queue is shuffled.')).toBeVisible();
  expect(await sandbox.arrivals('profiles/updates/shuffle')).toHaveLength(1);
  const order = await orderThere(sandbox);
  await expect
    .poll(async () =>
      (await queue.page.locator('.post-words').allInnerTexts()).map((text) => text.slice(0, 12)),
    )
    .toEqual(order.map((text) => text.trim()));
});

test('posting times are added, removed and copied; Reset and Save do what they say', async ({ sandbox }) => {
  const { page } = await QueuePage.open(extension);
  await page.getByRole('tab', { name: 'Schedule' }).click();
  await page.getByRole('radio', { name: / on LinkedIn$/ }).check();
  await expect(page.getByText('Buffer allows 25 posting times a day here.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');
  const day = (name: string) =>
    page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name }) })
      .locator('.slot');
  await page.getByLabel('Time on Sunday').fill('11:45');
  await page.getByRole('button', { name: 'Add to Sunday' }).click();
  await expect(day('Sunday')).toHaveText([/11:45/]);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(day('Sunday')).toHaveCount(0);
  await page.getByRole('button', { name: /^Remove .*9:10.* on Monday$/ }).click();
  await page.getByRole('button', { name: 'Copy the times of Monday to all days' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The posting times are saved in Buffer.')).toBeVisible();
  await expect(day('Sunday')).toHaveText([/(16|4):30/]);
  expect(await sandbox.arrivals('profiles/schedules/update')).toHaveLength(1);
  await page.reload();
  await page.getByRole('tab', { name: 'Schedule' }).click();
  await page.getByRole('radio', { name: / on LinkedIn$/ }).check();
  await expect(day('Wednesday')).toHaveText([/(16|4):30/]);
  await expect(page.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');
});

/** The post about the holiday, published a good while ago, on the list of what was sent. */
async function openSent(sandbox: SandboxClient): Promise<Locator> {
  const [holiday] = await sandbox.postsWith('The Reading Room stays closed');
  await sandbox.act({ do: 'publish', id: holiday?.id ?? '' });
  await sandbox.advance(40 * 3600);
  const { page } = await QueuePage.open(extension);
  await page.getByRole('tab', { name: 'Sent' }).click();
  await page.getByRole('button', { name: 'Refresh' }).click();
  return page.getByRole('article').filter({ hasText: 'The Reading Room stays closed' });
}

test('what was sent shows how it did, and what people made of it; a comment is answered', async ({
  sandbox,
}) => {
  const post = await openSent(sandbox);
  await expect(post.locator('.statistics')).toContainText('Reach');
  // Whoever answers does not wait for the list; the list, which is older, does not undo the answer.
  const slow = { operation: 'updates/interactions', when: 'after', do: 'delay', seconds: 15 } as const;
  await sandbox.faults([{ ...slow, times: 2 }]);
  await post.getByText('Interactions').click();
  await post.getByRole('radio', { name: 'Comment' }).check();
  const answer = post.getByRole('textbox', { name: 'Write a reply' });
  await answer.fill('See you there');
  await answer.press('Enter');
  await sandbox.faults([]);
  await expect(post.getByRole('listitem')).toContainText(['See you there', 'Aoife Byrne']);
  await expect(answer).toHaveValue('');
  expect(await sandbox.arrivals('updates/interactions/create')).toHaveLength(1);
});

test('an answer that did not go through stays in its field, with the reason beside it and nowhere else', async ({
  sandbox,
}) => {
  const post = await openSent(sandbox);
  await sandbox.faults([{ operation: 'updates/interactions/create', do: 'status', status: 500 }]);
  await post.getByText('Interactions').click();
  await post.getByRole('radio', { name: 'Comment' }).check();
  const answer = post.getByRole('textbox', { name: 'Write a reply' });
  await answer.fill('See you there');
  await answer.press('Enter');
  await expect(post.locator('.notice')).toHaveCount(1);
  await post.getByRole('radio', { name: 'Like' }).check();
  await expect(answer).toHaveCount(0);
  await expect(post.locator('.notice')).toHaveCount(0);
  await post.getByRole('radio', { name: 'Comment' }).check();
  await expect(answer).toHaveValue('See you there');
  await expect(post.locator('.notice')).toHaveCount(1);
});
