// More than can be kept is refused with a clear sentence, nothing is half-saved, and no word is lost.
import { expect } from '@playwright/test';
import { DEFAULT_SETTINGS } from '../../lib/settings.ts';
import type { Extension } from './browser.ts';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { storedEntries } from './outbox-database.ts';
import { offer, QueuePage, send } from './queue.page.ts';
import type { SandboxClient } from './sandbox.ts';
import { signInByKey } from './welcome.page.ts';

const WORDS = 'One more than there is room for';

async function composing(extension: Extension, sandbox: SandboxClient) {
  const page = await extension.context.newPage();
  await page.goto(sandbox.at('/pages/plain.html'));
  const composer = await ComposerPage.open(extension, page);
  await composer.chooseChannels(CHANNEL.linkedin);
  return { page, composer };
}

/** Presses the quick-add key of the running worker. */
async function quickAdd(extension: Extension): Promise<void> {
  const [worker] = extension.context.serviceWorkers();
  await worker?.evaluate(() => {
    const onCommand = chrome.commands.onCommand as unknown as { dispatch(name: string, tab: object): void };
    onCommand.dispatch('quick-add', { url: 'https://example.org/', title: 'A page' });
  });
}

/** What the notification says that was shown for the key. */
async function notice(extension: Extension): Promise<string> {
  return extension.evaluate(async () => Object.keys(await chrome.notifications.getAll()).join(), undefined);
}

/** From the second entry on the running worker can write none, as on a disk that has become full. */
async function fillDisk(extension: Extension): Promise<void> {
  const [worker] = extension.context.serviceWorkers();
  await worker?.evaluate(() => {
    const { add } = IDBObjectStore.prototype;
    let written = 0;
    IDBObjectStore.prototype.add = function (...given) {
      written += 1;
      if (this.name === 'entries' && written > 1) throw new DOMException('full', 'QuotaExceededError');
      return add.apply(this, given);
    };
  });
}

test.beforeEach(async ({ extension, localBuffer }) => {
  await signInByKey(extension, localBuffer.apiKey);
});

test('500 posts wait: the next is refused until one has gone, and the list holds them all', async ({
  extension,
  sandbox,
}) => {
  const headers = { 'Retry-After': '3600' };
  await sandbox.faults([{ operation: 'createPost', do: 'status', status: 429, headers, times: null }]);
  for (let hundred = 0; hundred < 5; hundred += 1) {
    const posts = Array.from({ length: 100 }, (_, n) => ({ text: `Waiting number ${hundred * 100 + n}.` }));
    await send(extension, sandbox, posts);
  }
  await expect.poll(() => extension.badge()).toBe('500');

  const { page, composer } = await composing(extension, sandbox);
  await composer.write(WORDS);
  await composer.submitByKey();
  await composer.says('500 posts are waiting already, so this one was not saved.');
  expect(await composer.popup.has('link', 'See all posts from this browser')).toBe(true);
  expect(await composer.text()).toBe(WORDS);
  // The field is the one that was written in, and has the focus again.
  await composer.popup.press('Control+z');
  await composer.popup.waitFor((words) => document.querySelector('textarea')?.value !== words, WORDS);
  await composer.popup.press('Control+y');
  await composer.textIs(WORDS);
  await composer.popup.close();
  expect(await storedEntries(extension)).toHaveLength(500);

  const queue = await QueuePage.open(extension);
  await expect(queue.group('On their way').getByRole('listitem')).toHaveCount(500);
  await queue.press('Waiting number 250.', 'Cancel');
  await expect(queue.group('On their way').getByRole('listitem')).toHaveCount(499);
  const again = await ComposerPage.open(extension, page);
  expect(await again.text()).toBe(WORDS);
  await again.submitByKey();
  await again.says('Saved');
  await again.popup.close();
  await expect(queue.group('On their way').getByText(WORDS)).toBeVisible();

  await extension.evaluate((settings) => chrome.storage.local.set({ settings }), DEFAULT_SETTINGS);
  await quickAdd(extension);
  await expect.poll(() => notice(extension)).toContain('list:');
});

test('two million characters: counted, kept as a draft, refused with a sentence', async ({
  extension,
  sandbox,
}) => {
  // Chosen before: to look for a channel by its name is to ask for the accessibility tree, and as long as that is kept
  // each of so many words is put into it.
  const choice = { channelIds: [await sandbox.channelOn('linkedin')], when: 'queue' };
  await extension.evaluate((given) => chrome.storage.local.set({ choice: given }), choice);
  const page = await extension.context.newPage();
  await page.goto(sandbox.at('/pages/plain.html'));
  const composer = await ComposerPage.open(extension, page);
  await composer.popup.press('Control+a');
  // To look for a direction in so much takes the browser half a minute, and it has drawn it by the time of this event.
  await composer.popup.evaluate(() => {
    const field = document.activeElement as HTMLTextAreaElement;
    field.addEventListener('input', () => field.setAttribute('data-drawn', `dir=${field.dir}`), {
      capture: true,
      once: true,
    });
  }, undefined);
  await composer.popup.insert('A long walk. '.repeat(160_000));
  expect(
    await composer.popup.evaluate(() => document.activeElement?.getAttribute('data-drawn'), undefined),
  ).toBe('dir=');
  await composer.popup.waitForText('too many on LinkedIn');
  await composer.submitByKey();
  await composer.says('Too long for Mara Alder on LinkedIn');
  const kept = () =>
    extension.evaluate(async () => {
      const drafts = Object.values(await chrome.storage.local.get(null)) as { text?: string }[];
      return Math.max(...drafts.map(({ text }) => text?.length ?? 0));
    }, undefined);
  await expect.poll(kept).toBe(2_080_000);
  await composer.popup.close();
  expect(await storedEntries(extension)).toEqual([]);
});

test('a text that no network takes is refused whatever asks for it', async ({ extension, sandbox }) => {
  const reply = await offer(extension, sandbox, [
    { text: 'An ordinary one' },
    { text: 'x'.repeat(300_000), service: 'bluesky' },
  ]);
  expect(reply).toEqual({ ok: false, problem: 'too-long' });
  expect(await storedEntries(extension)).toEqual([]);
});

test('a draft that there is no room for says so, and is kept once there is', async ({
  extension,
  sandbox,
}) => {
  await extension.evaluate(
    () => chrome.storage.local.set({ 'what takes the room': 'x'.repeat(7_000_000) }),
    undefined,
  );
  const { composer } = await composing(extension, sandbox);
  await composer.write(WORDS);
  await composer.says("This draft has no room in the browser's storage.");
  expect(await composer.text()).toBe(WORDS);
  await composer.submitted();
  await composer.popup.close();
  expect(await sandbox.postsWith(WORDS)).toHaveLength(1);
});

test('a full disk: nothing is saved, nothing half-saved, and it works once there is room', async ({
  extension,
  sandbox,
}) => {
  const { composer } = await composing(extension, sandbox);
  await composer.chooseChannels(CHANNEL.bluesky);
  await composer.write(WORDS);
  await fillDisk(extension);
  await composer.submitByKey();
  await composer.says(
    'The disk is full or cannot be written, so nothing was saved. Your words are still here.',
  );
  expect(await composer.text()).toBe(WORDS);
  expect(await storedEntries(extension)).toEqual([]);
  expect(await sandbox.arrivals('createPost')).toEqual([]);

  // A new worker finds room again.
  await extension.stopWorker();
  await composer.submitted();
  await composer.popup.close();
  expect(await sandbox.postsWith(WORDS)).toHaveLength(2);
});
