// A sign-in on a bad day: side by side with another, with its own refresh, with posts under way.
import { expect } from '@playwright/test';
import type { Extension } from './browser.ts';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { signInByConsent, signInByKey, WelcomePage } from './welcome.page.ts';

const WORDS = 'Sent while the sign-in had a bad day';

function status(extension: Extension): Promise<string> {
  return extension.evaluate(async () => {
    const { connection } = (await chrome.storage.local.get('connection')) as {
      connection: { status: string };
    };
    return connection.status;
  }, undefined);
}

test('a token that dies under three calls at once is renewed once, and the sign-in lives on', async ({
  extension,
  sandbox,
}) => {
  await signInByConsent(extension);
  const page = await extension.context.newPage();
  await page.goto(sandbox.at('/pages/plain.html'));
  const composer = await ComposerPage.open(extension, page);
  await composer.chooseChannels(CHANNEL.x, CHANNEL.linkedin, CHANNEL.bluesky);
  await composer.write(WORDS);
  await sandbox.advance(4000);
  // The refusals come one after another: the later ones when the token has been renewed already.
  await sandbox.faults(
    [1, 2, 3].map((nth) => ({
      operation: 'createPost',
      when: 'before',
      do: 'delay',
      seconds: 0.4 * nth,
      nth,
    })),
  );
  await composer.submitByKey();
  await expect.poll(() => sandbox.postsWith(WORDS), { timeout: 30_000 }).toHaveLength(3);
  await composer.says('In Buffer');
  expect(await status(extension)).toBe('signed-in');
  const renewals = (await sandbox.log()).filter(({ operation }) => operation === 'token');
  expect(renewals).toHaveLength(2);
});

/** What a page of the extension is answered that asks for the queue. */
function readQueue(extension: Extension): Promise<unknown> {
  const command = { type: 'read-posts', view: 'queue', channelId: null, more: false };
  return extension.evaluate((asked) => chrome.runtime.sendMessage(asked), command);
}

test('who looks at the queue when the token has died sees it: the token is renewed on the way', async ({
  extension,
  sandbox,
}) => {
  await signInByConsent(extension);
  await sandbox.advance(4000);
  expect(await readQueue(extension)).toEqual({ ok: true });
  expect(await status(extension)).toBe('signed-in');
});

test('who is told that Buffer has ended the sign-in is signed in no more', async ({ extension, sandbox }) => {
  await signInByConsent(extension);
  await sandbox.faults([{ operation: 'posts', when: 'before', do: 'status', status: 401, times: null }]);
  expect(await readQueue(extension)).toEqual({ ok: false, problem: 'unauthorized' });
  expect(await status(extension)).toBe('expired');
});

test('a second Connect says that a sign-in is open, and the first one still works', async ({ extension }) => {
  const welcome = await WelcomePage.open(extension);
  const consent = await welcome.openConsent();
  const popup = await extension.page('popup.html');
  await popup.getByRole('button', { name: 'Connect with Buffer' }).click();
  await expect(popup.getByText('A sign-in is open already.')).toBeVisible();
  await consent.getByRole('button', { name: 'Allow' }).click();
  await welcome.seesChannels();
});

test('a refused sign-in from the composer says so there, and in the next composer', async ({ extension }) => {
  const popup = await extension.page('popup.html');
  const opening = extension.context.waitForEvent('page', (one) => one.url().startsWith('http'));
  await popup.getByRole('button', { name: 'Connect with Buffer' }).click();
  const consent = await opening;
  await consent.getByRole('button', { name: 'Deny' }).click();
  await expect(popup.getByText("You said no in Buffer's window.")).toBeVisible();
  const next = await extension.page('popup.html');
  await expect(next.getByText("You said no in Buffer's window.")).toBeVisible();
});

test('the worker ends in the middle of signing in again: what waited goes out all the same', async ({
  extension,
  sandbox,
  localBuffer,
}) => {
  await signInByKey(extension, localBuffer.apiKey);
  const page = await extension.context.newPage();
  await page.goto(sandbox.at('/pages/plain.html'));
  const composer = await ComposerPage.open(extension, page);
  await composer.chooseChannels(CHANNEL.linkedin);
  await composer.write(WORDS);
  await sandbox.faults([{ operation: 'createPost', when: 'before', do: 'status', status: 401 }]);
  await composer.submitByKey();
  await composer.popup.waitForText('sign in to continue');
  await composer.popup.close();
  await expect.poll(() => status(extension)).toBe('expired');

  await sandbox.faults([
    { operation: 'createPost', when: 'before', do: 'hang' },
    { operation: 'channels', when: 'before', do: 'hang' },
  ]);
  const welcome = await WelcomePage.open(extension);
  await welcome.useKey(localBuffer.apiKey);
  await expect.poll(() => status(extension)).toBe('signed-in');
  await extension.stopWorker();
  await sandbox.faults([]);
  const states = () =>
    extension.evaluate(async () => {
      await chrome.runtime.sendMessage({ type: 'hello' }).catch(() => null);
      const { outbox } = (await chrome.storage.local.get('outbox')) as {
        outbox: { entries: { reason: string }[] };
      };
      return outbox.entries.map(({ reason }) => reason);
    }, undefined);
  await expect.poll(states).not.toContain('signed-out');
});

test('channels that arrive after the sign-out are not shown', async ({ extension, sandbox, localBuffer }) => {
  await sandbox.faults([{ operation: 'channels', when: 'before', do: 'delay', seconds: 15 }]);
  const welcome = await WelcomePage.open(extension);
  await welcome.useKey(localBuffer.apiKey);
  await expect.poll(async () => (await sandbox.arrivals('channels')).length).toBe(1);
  await welcome.signOut.click();
  await welcome.connect.waitFor();
  await sandbox.faults([]);
  // The page's command for signing in is answered only once the channels have come.
  await expect(welcome.page.getByRole('button', { name: 'Use API key' })).toBeEnabled();
  await expect.poll(async () => (await sandbox.arrivals('channels'))[0]?.status).toBe(200);
  await expect(welcome.page.getByRole('button', { name: 'Use API key' })).toBeEnabled();
  const kept = await extension.evaluate(
    async () => (await chrome.storage.local.get('channels')).channels,
    undefined,
  );
  expect((kept as { channels: unknown[] }).channels).toEqual([]);
});

test('a refresh that ends after the sign-out does not bring the sign-in back', async ({
  extension,
  sandbox,
}) => {
  const welcome = await signInByConsent(extension);
  await sandbox.advance(4000);
  await sandbox.faults([{ operation: 'token', when: 'after', do: 'delay', seconds: 15 }]);
  const page = await extension.context.newPage();
  await page.goto(sandbox.at('/pages/plain.html'));
  const composer = await ComposerPage.open(extension, page);
  await composer.chooseChannels(CHANNEL.linkedin);
  await composer.write(WORDS);
  await composer.submitByKey();
  await expect.poll(() => sandbox.arrivals('token')).toHaveLength(2);
  await welcome.signOut.click();
  await welcome.connect.waitFor();
  await sandbox.faults([]);
  await composer.popup.waitForText('sign in to continue');
  expect((await sandbox.arrivals('token')).map(({ status }) => status)).toEqual([200, 200]);
  const kept = () =>
    extension.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('credentials');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const count = opening.result.transaction('credentials').objectStore('credentials').count();
            count.onsuccess = () => resolve(count.result);
          };
        }),
      undefined,
    );
  expect(await kept()).toBe(0);
  expect(await status(extension)).toBe('signed-out');
  expect(await sandbox.postsWith(WORDS)).toHaveLength(0);
});
