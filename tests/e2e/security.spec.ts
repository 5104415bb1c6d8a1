// What pages, foreign hosts and curious code get to see: nothing.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { signedInBrowser } from './signed-in.ts';
import { signInByConsent } from './welcome.page.ts';

const browser = signedInBrowser();

test('the key is in no storage area, no page of the extension and no message', async ({
  sandbox,
  localBuffer,
}) => {
  const { extension } = browser;
  const helper = await extension.helper();
  await helper.evaluate(() => {
    const seen: unknown[] = [];
    Object.assign(globalThis, { seen });
    chrome.runtime.onMessage.addListener((message: unknown) => void seen.push(message));
  });
  const composer = await ComposerPage.open(extension, await browser.visit(sandbox.at('/pages/walk.html')));
  await composer.chooseChannels(CHANNEL.x);
  await composer.submitted();

  const messages = await helper.evaluate(() => JSON.stringify((globalThis as { seen?: unknown }).seen));
  const stored = await extension.evaluate(
    async () =>
      JSON.stringify([await chrome.storage.local.get(null), await chrome.storage.session.get(null)]),
    undefined,
  );
  const shown = [await composer.popup.evaluate(() => document.documentElement.outerHTML)];
  await composer.popup.close();
  for (const path of ['welcome.html', 'options.html', 'popup.html']) {
    const page = await extension.page(path);
    await page.getByRole('button').first().waitFor();
    shown.push(await page.content());
  }
  expect(messages).toContain('accept');
  expect(stored).toContain('Mara Alder');
  for (const text of [messages, stored, ...shown]) expect(text).not.toContain(localBuffer.apiKey);
});

test('the tokens of a sign-in are in no storage area and on no page of the extension', async ({
  extension,
}) => {
  const welcome = await signInByConsent(extension);
  const { tokens, stored } = await extension.evaluate(async () => {
    const opening = indexedDB.open('credentials');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const reading = opening.result.transaction('credentials').objectStore('credentials').get('current');
    await new Promise((resolve) => reading.addEventListener('success', resolve));
    const { accessToken, refreshToken } = reading.result.credentials;
    const areas = [await chrome.storage.local.get(null), await chrome.storage.session.get(null)];
    return { tokens: [accessToken, refreshToken] as string[], stored: JSON.stringify(areas) };
  }, undefined);
  expect(tokens.map((token) => token.length > 20)).toEqual([true, true]);
  for (const token of tokens) {
    expect(stored).not.toContain(token);
    expect(await welcome.page.content()).not.toContain(token);
  }
});

test('code inside a page can neither read the storage nor command the background', async ({ sandbox }) => {
  const page = await browser.visit(sandbox.at('/pages/plain.html'));
  await page.bringToFront();
  const seen = await browser.extension.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const [frame] = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? 0 },
      func: async () => {
        const attempt = (work: () => Promise<unknown>) =>
          work().then(
            (value) => ({ value: value ?? null }),
            (error: Error) => ({ refused: error.message }),
          );
        return {
          local: await attempt(() => chrome.storage.local.get(null)),
          session: await attempt(() => chrome.storage.session.get(null)),
          signOut: await attempt(() => chrome.runtime.sendMessage({ type: 'sign-out' })),
          hello: await attempt(() => chrome.runtime.sendMessage({ type: 'hello' })),
        };
      },
    });
    return frame?.result;
  }, undefined);
  expect(seen?.local).toMatchObject({ refused: expect.stringContaining('not allowed') });
  expect(seen?.session).toMatchObject({ refused: expect.stringContaining('not allowed') });
  expect(seen?.hello).not.toMatchObject({ value: { ok: true } });
  expect(seen?.signOut).not.toMatchObject({ value: { ok: true } });
  const { connection } = await browser.extension.evaluate(
    () => chrome.storage.local.get('connection'),
    undefined,
  );
  expect(connection).toMatchObject({ status: 'signed-in' });
});

test('a message that is none of ours is refused, whatever else it carries', async () => {
  const replies = await browser.extension.evaluate(async () => {
    const odd: unknown[] = [
      null,
      'sign-out',
      { type: 'nobody-knows-this' },
      { type: 'sign-out', extra: 1 },
      { type: 'accept', submissions: [] },
      { type: 'accept', submissions: [{ id: 'x' }] },
      JSON.parse('{"type":"hello","__proto__":{"polluted":true}}'),
    ];
    return Promise.all(odd.map((message) => chrome.runtime.sendMessage(message)));
  }, undefined);
  expect(replies).toEqual(replies.map(() => ({ ok: false, problem: 'invalid' })));
});

test('a page has no way to the extension: no messages, no files, no frames', async ({ sandbox }) => {
  const { extension } = browser;
  const page = await browser.visit(sandbox.at('/pages/plain.html'));
  const reached = await page.evaluate(
    async (addresses) => ({
      messaging: typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime,
      read: await Promise.all(
        addresses.map((address) =>
          fetch(address).then(
            () => address,
            () => null,
          ),
        ),
      ),
    }),
    ['popup.html', 'welcome.html', 'manifest.json', 'background.js', 'icons/128.png'].map((path) =>
      extension.url(path),
    ),
  );
  expect(reached.messaging).toBe('undefined');
  expect(reached.read.filter(Boolean)).toEqual([]);
  await page.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
    return new Promise((resolve) => frame.addEventListener('load', resolve));
  }, extension.url('popup.html'));
  expect(page.frames().map((frame) => frame.url())).not.toContain(extension.url('popup.html'));
});

test('neither the pages nor the background can call any other host', async () => {
  let calls = 0;
  const foreign = createServer((_, response) => {
    calls += 1;
    response.setHeader('access-control-allow-origin', '*').end('caught');
  });
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`;
  const call = (url: string) =>
    fetch(url).then(
      () => 'went out',
      () => 'was blocked',
    );
  const [worker] = browser.extension.context.serviceWorkers();
  const page = await browser.extension.page('options.html');
  expect(await page.evaluate(call, address)).toBe('was blocked');
  expect(await worker?.evaluate(call, address)).toBe('was blocked');
  expect(calls).toBe(0);
  foreign.close();
});
