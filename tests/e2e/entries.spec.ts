// The list of entries: each state with its reason, and what each of its buttons does.
import { expect } from '@playwright/test';
import type { Extension } from './browser.ts';
import { ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { Popup } from './popup.ts';
import { QueuePage, send, wake } from './queue.page.ts';
import type { SandboxClient } from './sandbox.ts';
import { signInByKey } from './welcome.page.ts';

const WORDS = 'A post to look after';

test.setTimeout(90_000);

/** An hour passes here and at Buffer, and the extension is woken as by its alarm. */
async function hourPasses(extension: Extension, sandbox: SandboxClient): Promise<void> {
  await sandbox.advance(3700);
  await extension.passTime(3700);
  await wake(extension);
}

/** A post that cannot be sent before an hour has passed. */
async function waiting(extension: Extension, sandbox: SandboxClient): Promise<QueuePage> {
  const headers = { 'Retry-After': '3600' };
  await sandbox.faults([{ operation: 'createPost', do: 'status', status: 429, headers, times: null }]);
  await send(extension, sandbox, [{ text: WORDS }]);
  const queue = await QueuePage.open(extension);
  await queue.says('On their way', WORDS, /^Waiting: Buffer.s daily limit, until/);
  return queue;
}

test.beforeEach(async ({ extension, localBuffer }) => {
  await signInByKey(extension, localBuffer.apiKey);
});

test('with nothing on its way it says so', async ({ extension }) => {
  const { page } = await QueuePage.open(extension);
  await expect(page.getByText('Nothing is on its way')).toBeVisible();
});

test('Waiting: Cancel takes it back, Write it again brings its words into the composer', async ({
  extension,
  sandbox,
}) => {
  const queue = await waiting(extension, sandbox);
  expect(await queue.buttons(WORDS)).toEqual(['Cancel', 'Edit']);
  await queue.press(WORDS, 'Cancel');
  await queue.says('Cancelled', WORDS, 'Cancelled');
  expect(await queue.buttons(WORDS)).toEqual(['Write it again']);
  // The row has moved, and the keyboard with it.
  await expect(queue.entry(WORDS).getByRole('button', { name: 'Write it again' })).toBeFocused();
  await queue.page.bringToFront();
  const popup = await Popup.after(extension, () => queue.press(WORDS, 'Write it again'));
  await new ComposerPage(popup).textIs(WORDS);
  await popup.close();
  expect(await sandbox.postsWith(WORDS)).toEqual([]);
});

test('Edit in the popup puts the words into the field that has the keyboard, and into no other', async ({
  extension,
  sandbox,
}) => {
  await waiting(extension, sandbox);
  const page = await extension.context.newPage();
  await page.goto(sandbox.at('/pages/plain.html'));
  const composer = await ComposerPage.open(extension, page);
  await composer.popup.waitFor(() => document.querySelector('details button'));
  await composer.popup.waitFor(() => {
    const field = document.querySelector('textarea');
    const edit = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Edit');
    if (field) field.dataset.known = 'yes';
    document.querySelector('details')?.setAttribute('open', '');
    edit?.click();
    return edit !== undefined;
  });
  await composer.textIs(WORDS);
  await composer.popup.waitFor(() => document.activeElement?.matches('textarea[data-known]') ?? false);
});

test('Waiting: Edit is a draft, which survives and is sent once', async ({ extension, sandbox }) => {
  const queue = await waiting(extension, sandbox);
  await queue.page.bringToFront();
  const first = new ComposerPage(await Popup.after(extension, () => queue.press(WORDS, 'Edit')));
  await first.textIs(WORDS);
  await first.write(`${WORDS}, said better`);
  await first.popup.close();
  await expect(queue.group('Drafts').getByText(`${WORDS}, said better`)).toBeVisible();
  await expect(queue.group('On their way')).toHaveCount(0);

  await sandbox.faults([]);
  await queue.page.bringToFront();
  const second = new ComposerPage(await Popup.after(extension, () => queue.press(WORDS, 'Go on writing')));
  await second.textIs(`${WORDS}, said better`);
  await hourPasses(extension, sandbox);
  await second.submitByKey();
  await second.says('In Buffer');
  await second.popup.close();
  await expect(queue.group('Drafts')).toHaveCount(0);
  expect((await sandbox.postsWith(WORDS)).map(({ text }) => text)).toEqual([`${WORDS}, said better`]);
});

test('Sending: Cancel is a wish, and what arrived before it can be deleted in Buffer', async ({
  extension,
  sandbox,
}) => {
  await sandbox.faults([{ operation: 'createPost', do: 'delay', seconds: 15 }]);
  await send(extension, sandbox, [{ text: WORDS }]);
  const queue = await QueuePage.open(extension);
  await queue.says('On their way', WORDS, 'Sending');
  await queue.press(WORDS, 'Cancel');
  await queue.says('On their way', WORDS, 'Sending: will be taken back as soon as Buffer answers');
  expect(await queue.buttons(WORDS)).toEqual([]);
  await sandbox.faults([]);
  await queue.says('In Buffer', WORDS, 'In Buffer, it arrived before you cancelled it');
  await queue.press(WORDS, 'Delete in Buffer');
  await queue.says('Cancelled', WORDS, 'Cancelled');
  expect(await sandbox.postsWith(WORDS)).toEqual([]);
});

test('Sending: it is too late for Edit, which says so and leaves no second post behind', async ({
  extension,
  sandbox,
}) => {
  const queue = await waiting(extension, sandbox);
  await sandbox.faults([{ operation: 'createPost', do: 'delay', seconds: 15 }]);
  // The page has not been told yet that it is being sent: its button is that of a moment ago.
  const id = await extension.evaluate(async () => {
    const { outbox } = (await chrome.storage.local.get('outbox')) as {
      outbox: { entries: { id: string }[] };
    };
    return outbox.entries[0]?.id;
  }, undefined);
  await hourPasses(extension, sandbox);
  await expect.poll(async () => (await sandbox.arrivals('createPost')).length).toBe(2);
  const reply = await extension.evaluate((one) => chrome.runtime.sendMessage({ type: 'edit', id: one }), id);
  expect(reply).toEqual({ ok: false, problem: 'too-late' });
  await sandbox.faults([]);
  await queue.says('In Buffer', WORDS, /^In Buffer, /);
  await expect(queue.group('Drafts')).toHaveCount(0);
  expect(await sandbox.postsWith(WORDS)).toHaveLength(1);
});

test('a worker that ends in the middle of an Edit leaves no draft beside the entry', async ({
  extension,
  sandbox,
}) => {
  const queue = await waiting(extension, sandbox);
  await extension.stopWorker();
  // The draft is stored, and the entry is not taken back yet.
  await extension.evaluate(async (text) => {
    const { outbox } = (await chrome.storage.local.get('outbox')) as {
      outbox: { entries: { id: string }[] };
    };
    const key = `entry ${outbox.entries[0]?.id}`;
    const card = { title: '', description: '', picture: null };
    const none = { pageUrl: '', link: '', attachment: 'none', pictures: [], video: '', firstComment: '' };
    const rest = { ...none, channelIds: [], texts: {}, options: {}, tagIds: {}, when: 'queue', at: null };
    await chrome.storage.local.set({ [`draft:${key}`]: { key, text, card, changedAt: 0, ...rest } });
  }, WORDS);
  await expect(queue.group('Drafts')).toHaveCount(1);
  await wake(extension);
  await expect(queue.group('Drafts')).toHaveCount(0);
  await queue.says('On their way', WORDS, /^Waiting/);
});

test('Checking, then In Buffer with its time; Undo deletes it there', async ({ extension, sandbox }) => {
  await sandbox.faults([{ operation: 'createPost', when: 'after', do: 'status', status: 500 }]);
  await send(extension, sandbox, [{ text: WORDS }]);
  const queue = await QueuePage.open(extension);
  await queue.says(
    'On their way',
    WORDS,
    'Checking: the connection dropped, asking Buffer whether it arrived',
  );
  expect(await queue.buttons(WORDS)).toEqual(['Cancel']);
  await expect(queue.group('In Buffer').getByText(/^In Buffer, .+\d/)).toBeVisible({ timeout: 30_000 });
  expect(await queue.buttons(WORDS)).toEqual(['Undo']);
  await queue.press(WORDS, 'Undo');
  await queue.says('Cancelled', WORDS, 'Cancelled');
  expect(await sandbox.postsWith(WORDS)).toEqual([]);
});

test('an Undo that Buffer does not answer says so, and works when it is tried again', async ({
  extension,
  sandbox,
}) => {
  await send(extension, sandbox, [{ text: WORDS }]);
  const queue = await QueuePage.open(extension);
  await queue.says('In Buffer', WORDS, /^In Buffer, /);
  await sandbox.faults([{ operation: 'deletePost', do: 'status', status: 500 }]);
  await queue.press(WORDS, 'Undo');
  await expect(queue.entry(WORDS).getByText('Not all of it could be taken back.')).toBeVisible();
  await queue.press(WORDS, 'Undo');
  await queue.says('Cancelled', WORDS, 'Cancelled');
  expect(await sandbox.postsWith(WORDS)).toEqual([]);
});

test('signed out: what waits says so, and Sign in leads to the page for it', async ({
  extension,
  sandbox,
  localBuffer,
}) => {
  const queue = await waiting(extension, sandbox);
  await extension.evaluate(() => chrome.runtime.sendMessage({ type: 'sign-out' }), undefined);
  await queue.says('On their way', WORDS, 'Waiting: sign in to continue');
  await expect(queue.page.getByText('Nobody is signed in.')).toBeVisible();
  expect(await queue.buttons(WORDS)).toEqual(['Sign in', 'Cancel', 'Edit']);
  const opening = extension.context.waitForEvent('page');
  await queue.press(WORDS, 'Sign in');
  await (await opening).waitForURL(/welcome\.html$/);
  await sandbox.faults([]);
  await hourPasses(extension, sandbox);
  await signInByKey(extension, localBuffer.apiKey);
  await queue.says('In Buffer', WORDS, /^In Buffer, /);
});
