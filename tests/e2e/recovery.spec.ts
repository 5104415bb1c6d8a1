// What the browser's storage has lost, and what this version cannot read, is said and never dropped.
import { expect } from '@playwright/test';
import type { Extension } from './browser.ts';
import { ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { loseDatabase, putEntry, type Stored, storedEntries } from './outbox-database.ts';
import { Popup } from './popup.ts';
import { QueuePage, send, wake } from './queue.page.ts';
import type { SandboxClient } from './sandbox.ts';
import { signInByKey } from './welcome.page.ts';

const WORDS = 'Words that were on their way';

async function waiting(extension: Extension, sandbox: SandboxClient, texts: string[]): Promise<void> {
  const headers = { 'Retry-After': '3600' };
  await sandbox.faults([{ operation: 'createPost', do: 'status', status: 429, headers, times: null }]);
  await send(
    extension,
    sandbox,
    texts.map((text) => ({ text })),
  );
  await expect.poll(() => extension.badge()).toBe(String(texts.length));
}

function notices(extension: Extension): Promise<string[]> {
  return extension.evaluate(async () => Object.keys(await chrome.notifications.getAll()), undefined);
}

/** The badge and the notification follow the same change, in no order. */
async function isSaidOnce(extension: Extension, kind: 'lost' | 'unreadable'): Promise<void> {
  await expect.poll(() => notices(extension)).toEqual([expect.stringMatching(`^list:${kind}`)]);
}

test.beforeEach(async ({ extension, localBuffer }) => {
  await signInByKey(extension, localBuffer.apiKey);
});

test('a database that is gone: what was on its way is shown, and can be written again', async ({
  extension,
  sandbox,
}) => {
  await waiting(extension, sandbox, [`${WORDS}, one`, `${WORDS}, two`]);
  await loseDatabase(extension);
  await sandbox.faults([]);
  const queue = await QueuePage.open(extension);
  await wake(extension);
  await expect(queue.page.getByRole('heading', { name: 'This browser has lost 2 posts.' })).toBeVisible();
  await expect(queue.entry(`${WORDS}, one`)).toBeVisible();
  await expect.poll(() => extension.badge()).toBe('!');
  await isSaidOnce(extension, 'lost');

  await queue.page.bringToFront();
  const composer = new ComposerPage(
    await Popup.after(extension, () => queue.press(`${WORDS}, two`, 'Write it again')),
  );
  await composer.textIs(`${WORDS}, two`);
  await composer.popup.waitForText('This browser has lost 2 posts. See what is known');
  await composer.submitted();
  await composer.popup.close();
  expect(await sandbox.postsWith(WORDS)).toHaveLength(1);

  await extension.stopWorker();
  await wake(extension);
  await expect(queue.page.getByRole('heading', { name: 'This browser has lost 2 posts.' })).toBeVisible();
  await queue.page.getByRole('button', { name: 'I have seen it' }).click();
  await expect(queue.page.getByText('This browser has lost')).toHaveCount(0);
  await extension.stopWorker();
  await wake(extension);
  await expect(queue.page.getByText('This browser has lost')).toHaveCount(0);
  await expect.poll(() => extension.badge()).not.toBe('!');
});

test('a lost text can be copied', async ({ extension, sandbox }) => {
  await waiting(extension, sandbox, [WORDS]);
  await loseDatabase(extension);
  const queue = await QueuePage.open(extension);
  await wake(extension);
  await queue.page.bringToFront();
  await queue.press(WORDS, 'Copy text');
  await expect(queue.entry(WORDS).getByRole('button', { name: 'Copied' })).toBeVisible();
});

test('a record that this version cannot read is shown and kept, until it is discarded by two presses', async ({
  extension,
  sandbox,
}) => {
  await putEntry(extension, { id: 'from-tomorrow', version: 99, state: 'beamed', post: { text: WORDS } });
  await wake(extension);
  const queue = await QueuePage.open(extension);
  await expect(
    queue.page.getByRole('heading', { name: 'This version cannot read 1 saved post.' }),
  ).toBeVisible();
  await expect(queue.entry(WORDS)).toBeVisible();
  await expect.poll(() => extension.badge()).toBe('!');
  await isSaidOnce(extension, 'unreadable');

  await extension.kill();
  await extension.relaunch();
  await wake(extension);
  const again = await QueuePage.open(extension);
  await expect(again.entry(WORDS)).toBeVisible();
  expect(await storedEntries(extension)).toMatchObject([{ id: 'from-tomorrow', version: 99 }]);
  // It was said once; a restart is no news.
  expect(await notices(extension)).toEqual([]);

  await again.press(WORDS, 'Discard');
  expect(await storedEntries(extension)).toHaveLength(1);
  await again.press(WORDS, 'Discard for good?');
  await expect(again.entry(WORDS)).toHaveCount(0);
  expect(await storedEntries(extension)).toEqual([]);
  await expect.poll(() => extension.badge()).not.toBe('!');
  expect(await sandbox.arrivals('createPost')).toEqual([]);
});

test('an entry that version 1 has stored is read, with what Buffer holds beside it', async ({
  extension,
  sandbox,
}) => {
  await waiting(extension, sandbox, [WORDS]);
  const [{ found: _, ...entry } = { id: '' } as Stored] = await storedEntries(extension);
  await putEntry(extension, {
    ...entry,
    version: 1,
    state: 'needs-you',
    reason: 'near-match',
    nextAt: null,
    lastError: { kind: 'duplicate', message: 'Nearly these words', link: 'https://buffer.com/p/1' },
  });
  await wake(extension);
  // The mirror is written anew with the next change of any entry.
  const queue = await QueuePage.open(extension);
  await send(extension, sandbox, [{ text: 'Another one' }]);
  await queue.says('Needs you', WORDS, /^Needs you: Buffer holds a post that looks like it/);
  await expect(queue.entry(WORDS).getByText('“Nearly these words”')).toBeVisible();
  await expect(queue.entry(WORDS).getByRole('link', { name: 'Open it' })).toHaveAttribute(
    'href',
    'https://buffer.com/p/1',
  );
  await queue.press(WORDS, "It's there");
  await expect(queue.group('In Buffer').getByText(WORDS)).toBeVisible();
});
