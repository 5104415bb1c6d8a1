// A post that was accepted reaches Buffer exactly once, whatever breaks on the way.
import { expect } from '@playwright/test';
import type { Extension } from './browser.ts';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import type { SandboxClient } from './sandbox.ts';
import { signInByConsent, signInByKey } from './welcome.page.ts';

const WORDS = 'This one has to arrive once';
const ARRIVES = { timeout: 45_000 };

test.setTimeout(90_000);

async function write(extension: Extension, sandbox: SandboxClient): Promise<ComposerPage> {
  const page = await extension.context.newPage();
  await page.goto(sandbox.at('/pages/plain.html'));
  const composer = await ComposerPage.open(extension, page);
  await composer.chooseChannels(CHANNEL.linkedin);
  await composer.write(WORDS);
  return composer;
}

/** Wakes the extension as opening the popup does. */
function wake(extension: Extension): Promise<unknown> {
  return extension.evaluate(() => chrome.runtime.sendMessage({ type: 'hello' }).catch(() => null), undefined);
}

type Step = () => Promise<unknown>;

/** Waits until the post is there and nothing is on its way any more; `meanwhile` runs before each look. */
async function arrivedOnce(extension: Extension, sandbox: SandboxClient, meanwhile: Step = async () => {}) {
  const states = async () => {
    await wake(extension);
    await meanwhile();
    return extension.evaluate(async () => {
      const { outbox } = (await chrome.storage.local.get('outbox')) as {
        outbox: { entries: { state: string }[] };
      };
      return outbox.entries.map(({ state }) => state);
    }, undefined);
  };
  await expect.poll(states, ARRIVES).toEqual(['confirmed']);
  expect(await sandbox.postsWith(WORDS)).toHaveLength(1);
  const commits = (await sandbox.arrivals('createPost')).filter(({ committed }) => committed);
  expect(commits).toHaveLength(1);
}

/** Where nobody can know whether Buffer has a post, it is looked for three times over three minutes first. */
function minutesPass(extension: Extension, sandbox: SandboxClient): Step {
  return async () => {
    await extension.passTime(20);
    await sandbox.advance(20);
  };
}

test('Buffer is down at the submit, and up again later', async ({ extension, sandbox, localBuffer }) => {
  await signInByKey(extension, localBuffer.apiKey);
  const composer = await write(extension, sandbox);
  await localBuffer.stop();
  await composer.submitByKey();
  await composer.says('Saved');
  // Nobody can tell a connection that was refused from one that broke after the post had arrived.
  await composer.popup.waitForText('the connection dropped, asking Buffer whether it arrived');
  await expect.poll(() => extension.badge()).toBe('1');
  await localBuffer.start();
  await arrivedOnce(extension, sandbox, minutesPass(extension, sandbox));
});

test('the answer to a create is lost', async ({ extension, sandbox, localBuffer }) => {
  await signInByKey(extension, localBuffer.apiKey);
  const composer = await write(extension, sandbox);
  await sandbox.faults([{ operation: 'createPost', when: 'after', do: 'cut', status: 200 }]);
  await composer.submitByKey();
  await composer.says('Saved');
  await arrivedOnce(extension, sandbox);
});

test('the worker is stopped while a create is on its way', async ({ extension, sandbox, localBuffer }) => {
  await signInByKey(extension, localBuffer.apiKey);
  const composer = await write(extension, sandbox);
  await sandbox.faults([{ operation: 'createPost', when: 'before', do: 'delay', seconds: 15 }]);
  await composer.submitByKey();
  await composer.says('Saved');
  await expect.poll(() => sandbox.arrivals('createPost')).toHaveLength(1);
  await extension.stopWorker();
  await sandbox.faults([]);
  await arrivedOnce(extension, sandbox);
});

test('the worker is stopped in the middle of the accept', async ({ extension, sandbox, localBuffer }) => {
  await signInByKey(extension, localBuffer.apiKey);
  const composer = await write(extension, sandbox);
  await composer.submitByKey();
  await extension.stopWorker();
  await composer.popup.waitFor(() => /Saved|In Buffer|Nothing was saved/.test(document.body.innerText));
  // Either it was accepted, or the person is told that it was not and presses again: never both.
  if ((await composer.popup.text()).includes('Nothing was saved')) await composer.submitByKey();
  await composer.popup.waitFor(() => /Saved|In Buffer/.test(document.body.innerText));
  await arrivedOnce(extension, sandbox, minutesPass(extension, sandbox));
});

test('what waits is sent by the alarm alone, when every page is closed and the worker has ended', async ({
  extension,
  sandbox,
  localBuffer,
}) => {
  await signInByKey(extension, localBuffer.apiKey);
  const composer = await write(extension, sandbox);
  const wait = { 'Retry-After': '20' };
  await sandbox.faults([
    { operation: 'createPost', nth: 1, when: 'before', do: 'status', status: 429, headers: wait },
    { operation: 'createPost', nth: 2, when: 'before', do: 'delay', seconds: 15 },
  ]);
  await composer.submitByKey();
  await composer.popup.waitForText('Buffer takes no more until');
  await composer.popup.close();
  // Until it is planned for that moment, the one that stands by would ring later.
  const ringsIn = () =>
    extension.evaluate(async () => {
      const alarm = await chrome.alarms.get('drain');
      return (alarm?.scheduledTime ?? Number.POSITIVE_INFINITY) - Date.now();
    }, undefined);
  await expect.poll(ringsIn).toBeLessThan(40_000);
  await extension.stopWorker();
  await expect.poll(() => sandbox.arrivals('createPost'), { timeout: 60_000 }).toHaveLength(2);
  // The alarm that rang is spent, so another stands by while Buffer has not answered.
  expect(await extension.evaluate(() => chrome.alarms.get('drain'), undefined)).toBeTruthy();
  await sandbox.faults([]);
  await expect.poll(() => sandbox.postsWith(WORDS), ARRIVES).toHaveLength(1);
  await arrivedOnce(extension, sandbox);
});

test('the browser crashes right after Saved', async ({ extension, sandbox, localBuffer }) => {
  await signInByKey(extension, localBuffer.apiKey);
  const composer = await write(extension, sandbox);
  await sandbox.faults([{ operation: 'createPost', when: 'before', do: 'hang' }]);
  await composer.submitByKey();
  await composer.says('Saved');
  await extension.kill();
  await sandbox.faults([]);
  await extension.relaunch();
  await arrivedOnce(extension, sandbox, minutesPass(extension, sandbox));
});

test('the browser crashes after Buffer has the post and before the answer', async ({
  extension,
  sandbox,
  localBuffer,
}) => {
  await signInByKey(extension, localBuffer.apiKey);
  const composer = await write(extension, sandbox);
  await sandbox.faults([{ operation: 'createPost', when: 'after', do: 'hang' }]);
  await composer.submitByKey();
  await composer.says('Saved');
  await expect.poll(() => sandbox.postsWith(WORDS)).toHaveLength(1);
  await extension.kill();
  await extension.relaunch();
  await arrivedOnce(extension, sandbox);
});

test('an access token that has expired is renewed without a word', async ({ extension, sandbox }) => {
  await signInByConsent(extension);
  const composer = await write(extension, sandbox);
  await sandbox.advance(3700);
  await composer.submitted();
  await arrivedOnce(extension, sandbox);
  expect((await sandbox.arrivals('token')).map(({ status }) => status)).toEqual([200, 200]);
});

test('a sign-in that Buffer has ended: the post waits, and goes out after signing in again', async ({
  extension,
  sandbox,
}) => {
  const welcome = await signInByConsent(extension);
  const composer = await write(extension, sandbox);
  // Everything granted so far is forgotten at Buffer.
  await sandbox.reset();
  await composer.submitByKey();
  await composer.popup.waitForText('sign in to continue');
  await composer.popup.close();
  await expect(welcome.page.getByText('Buffer has ended this sign-in.')).toBeVisible();
  expect(await sandbox.postsWith(WORDS)).toEqual([]);
  await welcome.page.bringToFront();
  await welcome.connectAnd('Allow');
  await arrivedOnce(extension, sandbox);
});
