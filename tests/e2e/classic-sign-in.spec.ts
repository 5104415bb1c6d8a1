// Every way to sign in to the classic API, and out of it again.
import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { signInByApp, signInByToken, WelcomePage } from './welcome.page.ts';

test('an own app, then Allow, shows the channels; signing out revokes the token', async ({
  extension,
  sandbox,
  localBuffer,
}) => {
  const welcome = await signInByApp(extension, localBuffer);
  await expect(welcome.page.getByText('through the classic API')).toBeVisible();
  await expect(welcome.page.getByText('Buffer retires the classic API on 1 February 2027.')).toBeVisible();
  expect((await sandbox.arrivals('oauth2/token')).map(({ status }) => status)).toEqual([200]);
  await welcome.signOut.click();
  await expect(welcome.connect).toBeEnabled();
  await expect
    .poll(async () => (await sandbox.arrivals('user/deauthorize')).map(({ status }) => status))
    .toEqual([200]);
});

test('Deny, a wrong secret and empty fields each get their sentence', async ({ extension, localBuffer }) => {
  const welcome = await WelcomePage.open(extension);
  await welcome.page.getByRole('button', { name: 'Connect by the classic API' }).click();
  await expect(
    welcome.outcome.getByText('Enter the client ID and the secret of your app first.'),
  ).toBeVisible();
  await welcome.connectClassicAnd('Deny', localBuffer);
  await expect(welcome.outcome.getByText("You said no in Buffer's window.")).toBeVisible();
  await welcome.connectClassicAnd('Allow', { ...localBuffer, classicClientSecret: 'not-the-secret' });
  await expect(welcome.outcome.getByText('Buffer does not know this client ID')).toBeVisible();
  await welcome.connectClassicAnd('Allow', localBuffer);
  await welcome.seesChannels();
});

test('a token that was brought along signs in, and signing out leaves it good', async ({
  extension,
  sandbox,
  localBuffer,
}) => {
  const welcome = await WelcomePage.open(extension);
  await welcome.useClassicToken(' ');
  await expect(welcome.outcome.getByText('Enter your access token first.')).toBeVisible();
  await welcome.useClassicToken(localBuffer.apiKey);
  await expect(welcome.outcome.getByText("Buffer's classic API does not know this token.")).toBeVisible();
  await welcome.useClassicToken(localBuffer.classicToken);
  await welcome.seesChannels();
  await welcome.signOut.click();
  await expect(welcome.connect).toBeEnabled();
  expect(await sandbox.arrivals('user/deauthorize')).toEqual([]);
});

test('the secret and the token are in no storage area and on no page', async ({ extension, localBuffer }) => {
  const welcome = await signInByApp(extension, localBuffer);
  const { token, stored } = await extension.evaluate(async () => {
    const opening = indexedDB.open('credentials');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const reading = opening.result.transaction('credentials').objectStore('credentials').getAll();
    await new Promise((resolve) => reading.addEventListener('success', resolve));
    const areas = [await chrome.storage.local.get(null), await chrome.storage.session.get(null)];
    const [record] = reading.result;
    return {
      token: String(record.credentials.accessToken),
      stored: JSON.stringify([areas, { ...record.credentials, accessToken: '' }]),
    };
  }, undefined);
  expect(token.length).toBeGreaterThan(8);
  for (const secret of [token, localBuffer.classicClientSecret]) {
    expect(stored).not.toContain(secret);
    expect(await welcome.page.content()).not.toContain(secret);
  }
});

test('a host that is taken away ends the sign-in, and says so', async ({ extension, localBuffer }) => {
  const welcome = await signInByToken(extension, localBuffer.classicToken);
  const [worker] = extension.context.serviceWorkers();
  // The local Buffer's host comes with its build, so that the browser cannot take it away: its answer is played.
  await worker?.evaluate(() => {
    chrome.permissions.contains = async () => false;
    const removed = chrome.permissions.onRemoved as unknown as { dispatch(permissions: object): void };
    removed.dispatch({ origins: [], permissions: [] });
  });
  await expect(welcome.page.getByText('Buffer has ended this sign-in.')).toBeVisible();
  await welcome.useClassicToken(localBuffer.classicToken);
  await welcome.seesChannels();
});
