// What a screen reader says by itself while a post is written and sent: each thing once, and nothing unheard.
import { expect, type Page } from '@playwright/test';
import { CHANNEL } from './composer.page.ts';
import { composerTab, heard } from './composer-tab.ts';
import { test } from './fixtures.ts';
import { signedInBrowser } from './signed-in.ts';

const browser = signedInBrowser();

async function over(address: string, ...channels: string[]): Promise<Page> {
  const page = await composerTab(browser.extension, await browser.visit(address));
  for (const name of channels) await page.getByRole('checkbox', { name }).press(' ');
  return page;
}

test('a post that is sent and taken back', async ({ sandbox }) => {
  const page = await over(sandbox.at('/pages/walk.html'), CHANNEL.linkedin, CHANNEL.bluesky);
  expect(await heard(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('status').getByText('In Buffer').waitFor();
  // Where Buffer answers at once, the first is overtaken by the second.
  const said = (await heard(page)).filter((words) => !words.startsWith('Saved'));
  expect(said).toEqual(['In Buffer On 2 channels']);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await page.getByRole('status').getByText('Undone').waitFor();
  expect(await heard(page)).toEqual(['Undone Nothing more of it is sent.']);
  await page.close();
});

test('what stands in the way, when it comes and when it is tried all the same', async ({ sandbox }) => {
  const page = await over(sandbox.at('/pages/walk.html'));
  await page.keyboard.press('Control+Enter');
  await page.getByText('Choose at least one channel.').waitFor();
  expect(await heard(page)).toEqual(['Choose at least one channel.']);
  await page.getByRole('checkbox', { name: CHANNEL.bluesky }).press(' ');
  const text = page.getByRole('textbox', { name: 'Post text' });
  await text.fill('a'.repeat(300));
  await page.getByText('Too long for').waitFor({ state: 'hidden' });
  await heard(page);
  await text.press('End');
  await page.keyboard.type('abc', { delay: 50 });
  await page.getByText(/Too long for .* by 3 characters/).waitFor();
  expect(await heard(page)).toEqual(['Too long for Mara on foot on Bluesky by 1 character.']);
  await page.close();
});

test('a picture that is moved, and a link that is stepped through', async ({ sandbox }) => {
  const page = await over(sandbox.at('/pages/walk.html?utm_source=mail'), CHANNEL.bluesky);
  await page.getByRole('button', { name: 'Restore' }).press('Enter');
  expect(await heard(page)).toEqual([
    `${sandbox.at('/pages/walk.html?utm_source=mail')} · As in the address bar`,
  ]);
  await page.getByRole('radio', { name: 'Link card' }).press('ArrowRight');
  await page.locator('.strip input').nth(1).press(' ');
  await page.locator('.strip input').first().press('Alt+ArrowRight');
  expect(await heard(page)).toEqual(['Picture 2 of 2.']);
  await page.close();
});

test('the room on each network, while its number has the focus', async ({ sandbox }) => {
  const page = await over(sandbox.at('/pages/walk.html'), CHANNEL.x, CHANNEL.bluesky);
  await page.getByRole('radio', { name: 'All networks' }).press('Tab');
  await page.locator('#counts > div').first().waitFor();
  expect(await heard(page)).toEqual([expect.stringMatching(/ left on X.* left on Bluesky$/)]);
  await page.close();
});

test('that nobody is signed in, and that a sign-in did not work', async ({ extension, sandbox }) => {
  const plain = await extension.context.newPage();
  await plain.goto(sandbox.at('/pages/walk.html'));
  const page = await composerTab(extension, plain);
  await page.keyboard.press('Control+Enter');
  await page.getByText('Sign in first.').waitFor();
  expect(await heard(page)).toEqual(['Sign in first. Your words are kept.']);
  const opening = extension.context.waitForEvent('page', (one) => one.url().startsWith('http'));
  await page.getByRole('button', { name: 'Connect with Buffer' }).press('Enter');
  const consent = await opening;
  await page.getByRole('button', { name: "Waiting for Buffer's window" }).waitFor();
  await consent.getByRole('button', { name: 'Deny' }).click();
  await page.getByText('You said no').waitFor();
  expect(await heard(page)).toEqual([
    "You said no in Buffer's window. Nothing was shared; connect when you are ready.",
  ]);
  await expect(page.getByRole('button', { name: 'Connect with Buffer' })).toBeFocused();
});
