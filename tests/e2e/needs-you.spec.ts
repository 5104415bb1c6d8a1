// Entries that need the person: one plain reason, what Buffer says to it, and the buttons that settle it.
import { expect, type Page } from '@playwright/test';
import type { Extension } from './browser.ts';
import { ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { QueuePage, send, wake } from './queue.page.ts';
import type { Fault, SandboxClient } from './sandbox.ts';
import { signInByKey } from './welcome.page.ts';

const WORDS = 'A post to look after';

test.setTimeout(90_000);

function answers(result: object): Fault {
  const body = JSON.stringify({ data: { createPost: result } });
  return { operation: 'createPost', when: 'before', do: 'body', body };
}

async function needing(extension: Extension, sandbox: SandboxClient, fault: Fault): Promise<QueuePage> {
  await sandbox.faults([fault]);
  await send(extension, sandbox, [{ text: WORDS }]);
  return QueuePage.open(extension);
}

const FULL = answers({ __typename: 'LimitReachedError', message: 'Ten posts are planned already.' });
const INVALID = answers({ __typename: 'InvalidInputError', message: 'The words are not allowed.' });

test.beforeEach(async ({ extension, localBuffer }) => {
  await signInByKey(extension, localBuffer.apiKey);
});

test('Needs you: a full queue, with Buffer’s words; Send again sends it', async ({ extension, sandbox }) => {
  const queue = await needing(extension, sandbox, FULL);
  await queue.says('Needs you', WORDS, "Needs you: this channel's queue in Buffer is full");
  await expect(queue.entry(WORDS).getByText('“Ten posts are planned already.”')).toBeVisible();
  expect(await queue.buttons(WORDS)).toEqual(['Send again', 'Edit', 'Discard']);
  await expect.poll(() => extension.badge()).toBe('!');
  await queue.press(WORDS, 'Send again');
  await queue.says('In Buffer', WORDS, /^In Buffer, /);
  expect(await sandbox.postsWith(WORDS)).toHaveLength(1);
});

test('Needs you: Discard asks once more, and a press elsewhere makes it harmless', async ({
  extension,
  sandbox,
}) => {
  const queue = await needing(extension, sandbox, INVALID);
  await queue.says('Needs you', WORDS, 'Needs you: Buffer did not accept it');
  expect(await queue.buttons(WORDS)).toEqual(['Edit', 'Send again', 'Discard']);
  await queue.press(WORDS, 'Discard');
  await expect(queue.entry(WORDS).getByRole('button', { name: 'Discard for good?' })).toBeFocused();
  await queue.page.keyboard.press('Shift+Tab');
  expect(await queue.buttons(WORDS)).toEqual(['Edit', 'Send again', 'Discard']);
  await queue.press(WORDS, 'Discard');
  await queue.press(WORDS, 'Discard for good?');
  await queue.says('Cancelled', WORDS, 'Cancelled');
  expect(await sandbox.postsWith(WORDS)).toEqual([]);
});

test('Needs you: Buffer holds a post that looks like it; It’s there settles it', async ({
  extension,
  sandbox,
}) => {
  await sandbox.faults([{ operation: 'createPost', when: 'after', do: 'status', status: 500 }]);
  await send(extension, sandbox, [{ text: `${WORDS}, with words enough to be told from any other` }]);
  await expect.poll(() => sandbox.postsWith(WORDS)).toHaveLength(1);
  const [there] = await sandbox.postsWith(WORDS);
  const text = `${WORDS}, with words enough to be told from any others`;
  await sandbox.act({ do: 'edit', id: there?.id ?? '', text });
  const queue = await QueuePage.open(extension);
  await expect(async () => {
    await extension.passTime(20);
    await sandbox.advance(20);
    await wake(extension);
    await expect(queue.group('Needs you').getByText('Buffer holds a post that looks like it')).toBeVisible({
      timeout: 1000,
    });
  }).toPass({ timeout: 45_000 });
  await expect(queue.entry(WORDS).getByText(`“${text}”`)).toBeVisible();
  expect(await queue.buttons(WORDS)).toEqual(["It's there", 'Send again', 'Edit', 'Discard']);
  await queue.press(WORDS, "It's there");
  await expect(queue.group('In Buffer').getByText(WORDS)).toBeVisible();
  expect(await sandbox.arrivals('createPost')).toHaveLength(1);
});

test('the popup has the same rows and buttons, and the way to the list', async ({ extension, sandbox }) => {
  await (await needing(extension, sandbox, FULL)).says('Needs you', WORDS, /^Needs you/);
  const over: Page = await extension.context.newPage();
  await over.goto(sandbox.at('/pages/plain.html'));
  const composer = await ComposerPage.open(extension, over);
  await composer.popup.waitForText('1 post needs you');
  await composer.popup.evaluate(() => document.querySelector('summary')?.click());
  await composer.popup.waitForText("Needs you: this channel's queue in Buffer is full");
  expect(await composer.popup.has('link', 'Queue')).toBe(true);
  expect(await composer.popup.has('link', 'See all posts from this browser')).toBe(true);
  await composer.popup.click('button', `Edit: “${WORDS}”, Mara Alder on LinkedIn`);
  await composer.textIs(WORDS);
  await composer.popup.waitFor(() => document.activeElement?.matches('textarea'));
  await composer.submitted();
  await composer.popup.close();
  expect(await sandbox.postsWith(WORDS)).toHaveLength(1);
});

test('it is said once by a notification, and a click on that opens the list once', async ({
  extension,
  sandbox,
}) => {
  await sandbox.faults([FULL]);
  await send(extension, sandbox, [{ text: WORDS }]);
  const notices = () =>
    extension.evaluate(async () => Object.keys(await chrome.notifications.getAll()), undefined);
  await expect.poll(notices).toEqual([expect.stringMatching(/^list:/)]);
  const [notice = ''] = await notices();
  const click = async () => {
    const [worker] = extension.context.serviceWorkers();
    await worker?.evaluate((id) => {
      const onClicked = chrome.notifications.onClicked as unknown as { dispatch(id: string): void };
      onClicked.dispatch(id);
    }, notice);
  };
  await click();
  const queue = new QueuePage(await extension.opened('queue.html'));
  await queue.says('Needs you', WORDS, /^Needs you/);
  await expect.poll(notices).toEqual([]);
  await extension.page('options.html');
  await click();
  const isInFront = () =>
    extension.evaluate(async (documentUrl) => {
      const [list] = await chrome.runtime.getContexts({ documentUrls: [documentUrl] });
      return list && (await chrome.tabs.get(list.tabId)).active;
    }, extension.url('queue.html'));
  await expect.poll(isInFront).toBe(true);
  expect(extension.context.pages().filter((page) => page.url().endsWith('queue.html'))).toHaveLength(1);
});
