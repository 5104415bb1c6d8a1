// From the install to being signed in, and out again: every way, and every way it can fail.
import { expect } from '@playwright/test';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { Popup } from './popup.ts';
import { WelcomePage } from './welcome.page.ts';

test('the welcome page opens by itself after the install', async ({ extension }) => {
  const page = await extension.opened('welcome.html');
  await expect(page.getByRole('heading', { name: 'Welcome to Quick Queue' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Connect with Buffer' })).toBeEnabled();
});

test('Connect with Buffer, then Allow, shows the channels', async ({ extension, sandbox }) => {
  const welcome = await WelcomePage.open(extension);
  await welcome.connectAnd('Allow');
  await welcome.seesChannels();
  await expect(welcome.page.getByText('Mara Alder on LinkedIn')).toBeVisible();
  expect((await sandbox.arrivals('token')).map(({ status }) => status)).toEqual([200]);
});

test('Deny says so, and connecting again works', async ({ extension, sandbox }) => {
  const welcome = await WelcomePage.open(extension);
  await welcome.connectAnd('Deny');
  await expect(welcome.outcome.getByText("You said no in Buffer's window.")).toBeVisible();
  expect(await sandbox.arrivals('token')).toEqual([]);
  await welcome.connectAnd('Allow');
  await welcome.seesChannels();
});

test('a sign-in window that is closed says so, and connecting again works', async ({ extension }) => {
  const welcome = await WelcomePage.open(extension);
  await (await welcome.openConsent()).close();
  await expect(welcome.outcome.getByText('The sign-in window was closed before it was done.')).toBeVisible();
  await welcome.connectAnd('Allow');
  await welcome.seesChannels();
});

test('an empty and a wrong API key each get their sentence, the right one signs in', async ({
  extension,
  localBuffer,
}) => {
  const welcome = await WelcomePage.open(extension);
  await welcome.useKey(' ');
  await expect(welcome.outcome.getByText('Enter your API key first.')).toBeVisible();
  await welcome.useKey('not-a-key');
  await expect(welcome.outcome.getByText('Buffer does not know this key.')).toBeVisible();
  await welcome.useKey(localBuffer.apiKey);
  await welcome.seesChannels();
  await expect(welcome.page.getByText('with an API key')).toBeVisible();
});

test('with Buffer down both ways say so, and with Buffer up again both work', async ({
  extension,
  localBuffer,
}) => {
  const welcome = await WelcomePage.open(extension);
  await localBuffer.stop();
  await welcome.connect.click();
  await expect(welcome.outcome.getByText('Buffer could not be reached.')).toBeVisible();
  await welcome.useKey(localBuffer.apiKey);
  await expect(welcome.outcome.getByText('Buffer could not be reached.')).toBeVisible();
  await localBuffer.start();
  await welcome.connectAnd('Allow');
  await welcome.seesChannels();
  await welcome.signOut.click();
  await welcome.useKey(localBuffer.apiKey);
  await welcome.seesChannels();
});

test('signing in from the popup brings it back, with the words that stood there', async ({
  extension,
  sandbox,
}) => {
  const page = await extension.context.newPage();
  await page.goto(sandbox.at('/pages/walk.html'));
  const composer = await ComposerPage.open(extension, page);
  await composer.write('Written before the sign-in');
  const opening = extension.context.waitForEvent('page', (one) => !one.url().startsWith('chrome-extension:'));
  await composer.popup.click('button', 'Connect with Buffer');
  const consent = await opening;
  // The window closes it, unless a test holds on to it.
  await composer.popup.close();
  const allow = consent.getByRole('button', { name: 'Allow' });
  const back = new ComposerPage(await Popup.after(extension, () => allow.click()));
  await back.textIs('Written before the sign-in');
  await back.popup.waitFor(() => document.querySelector('.chip input'));
  await back.chooseChannels(CHANNEL.bluesky);
  await back.submitted();
  expect(await sandbox.postsWith('Written before the sign-in')).toHaveLength(1);
  await back.popup.close();
});

test('signing out ends the access at Buffer', async ({ extension, sandbox }) => {
  const welcome = await WelcomePage.open(extension);
  await welcome.connectAnd('Allow');
  await welcome.seesChannels();
  await welcome.signOut.click();
  await expect(welcome.connect).toBeEnabled();
  await expect
    .poll(async () =>
      (await sandbox.arrivals('revocation')).map(({ status, committed }) => ({ status, committed })),
    )
    .toContainEqual({ status: 200, committed: true });
});

test('one can bring a client ID, and the address to register is shown and copied', async ({
  extension,
  sandbox,
}) => {
  const welcome = await WelcomePage.open(extension);
  const { page } = welcome;
  const address = page.getByRole('textbox', { name: 'Redirect address' });
  await expect(address).toHaveValue(`https://${extension.id}.chromiumapp.org/buffer`);
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const clientId = page.getByRole('textbox', { name: 'Client ID', exact: true });
  await clientId.press('Control+v');
  await expect(clientId).toHaveValue(await address.inputValue());

  await clientId.fill('an-id-that-nobody-registered');
  await page.getByRole('button', { name: 'Save client ID' }).click();
  await expect(page.getByText('Saved. Connect with Buffer uses it now.')).toBeVisible();
  await welcome.connect.click();
  await expect(
    welcome.outcome.getByText('Buffer does not know this client ID or its redirect address.'),
  ).toBeVisible();
  expect(await sandbox.arrivals('token')).toEqual([]);

  await clientId.fill('quick-queue-local');
  await page.getByRole('button', { name: 'Save client ID' }).click();
  await welcome.connectAnd('Allow');
  await welcome.seesChannels();
});
