// What single networks ask for, filled in by hand and by keys, and how it arrives in Buffer.
import { expect } from '@playwright/test';
import { isAccessible } from './accessible.ts';
import type { Extension } from './browser.ts';
import { ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import type { SandboxClient, SandboxPost } from './sandbox.ts';
import { signedInBrowser } from './signed-in.ts';
import { WelcomePage } from './welcome.page.ts';

const browser = signedInBrowser();

/** Opens the composer over a page of its own with these channels chosen, as if they had been chosen last. */
async function composing(
  extension: Extension,
  sandbox: SandboxClient,
  ...services: string[]
): Promise<ComposerPage> {
  const channelIds = await Promise.all(services.map((service) => sandbox.channelOn(service)));
  const choice = { channelIds, when: 'queue' };
  await extension.evaluate((chosen) => chrome.storage.local.set({ choice: chosen }), choice);
  const page = await extension.context.newPage();
  await page.goto(sandbox.at('/pages/walk.html'));
  return ComposerPage.open(extension, page);
}

async function sentTo(sandbox: SandboxClient, service: string): Promise<SandboxPost> {
  const created = (await sandbox.createdPosts()).map(({ id }) => id);
  const channelId = await sandbox.channelOn(service);
  const post = (await sandbox.state()).posts.find(
    (one) => one.channelId === channelId && created.includes(one.id),
  );
  if (!post) throw new Error(`Nothing was sent to ${service}.`);
  return post;
}

/** Goes on with Tab until the control of this name has the focus. */
async function tabTo({ popup }: ComposerPage, name: string): Promise<void> {
  for (let step = 0; step < 60; step++) {
    const at = await popup.evaluate(
      () => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent,
    );
    if (at === name) return;
    await popup.press('Tab');
  }
  throw new Error(`Tab never came to "${name}".`);
}

test('a board is chosen by keys alone, the pin goes there, and so does the next one', async ({ sandbox }) => {
  const composer = await composing(browser.extension, sandbox, 'pinterest');
  expect(await composer.popup.value('textbox', 'Title')).toBe('Why the best ideas arrive on a walk');
  await tabTo(composer, 'Board');
  await composer.popup.type('Reading');
  await composer.submitted();
  await composer.popup.close();
  const pin = await sentTo(sandbox, 'pinterest');
  expect(pin.details).toMatchObject({
    boardServiceId: '870000000000000003',
    url: sandbox.at('/pages/walk.html'),
  });

  const next = await composing(browser.extension, sandbox, 'pinterest');
  expect(await next.popup.value('combobox', 'Board')).toBe('870000000000000003');
  await next.popup.close();
});

test('a story is the picture alone', async ({ sandbox }) => {
  const composer = await composing(browser.extension, sandbox, 'facebook');
  await composer.popup.choose('Kind of post', 'Story');
  await composer.popup.waitForText('A story shows the picture or video alone');
  await composer.submitted();
  await composer.popup.close();
  const story = await sentTo(sandbox, 'facebook');
  expect(story.details).toEqual({ type: 'story' });
  expect(story.linkAttachment).toBeNull();
  expect(story.assets).toHaveLength(1);
});

test('the first comment holds the link, and a tag that was seen in the queue goes along', async ({
  sandbox,
}) => {
  const queue = await browser.visit(browser.extension.url('queue.html'));
  await expect(queue.getByText('Twelve kilometres along the old canal').first()).toBeVisible();
  const composer = await composing(browser.extension, sandbox, 'linkedin');
  const { popup } = composer;
  await popup.waitFor(() => document.querySelector('.tags'));
  await popup.click('checkbox', 'Walking');
  await popup.click('button', 'Add first comment');
  await popup.click('button', 'Put the link there');
  await composer.submitted();
  await popup.close();
  const post = await sentTo(sandbox, 'linkedin');
  expect(post.firstComment).toBe(sandbox.at('/pages/walk.html'));
  expect(post.tags.map(({ name }) => name)).toEqual(['Walking']);
});

test('a comment that is to be paid for: the entry says it in Buffer’s words, and so does the field', async ({
  sandbox,
}) => {
  await sandbox.changeAccount({ plan: 'free' });
  const composer = await composing(browser.extension, sandbox, 'linkedin');
  await composer.popup.click('button', 'Add first comment');
  await composer.popup.fill('textbox', 'First comment', 'More on this');
  await composer.submitByKey();
  await composer.popup.waitForText('requires a paid plan');
  await composer.popup.close();
  const again = await composing(browser.extension, sandbox, 'linkedin');
  await again.popup.click('button', 'Add first comment');
  await again.popup.waitForText('Buffer said the last time');
  await again.popup.close();
});

test('an event on Google is asked for its dates, and begins as clocks show it there; signing out forgets the choice', async ({
  extension,
  localBuffer,
  sandbox,
}) => {
  await sandbox.channels([
    { service: 'googlebusiness', name: 'The Reading Room', timezone: 'America/New_York' },
  ]);
  const welcome = await WelcomePage.open(extension);
  await welcome.useKey(localBuffer.apiKey);
  await expect(welcome.channels).toHaveCount(9);
  const composer = await composing(extension, sandbox, 'googlebusiness');
  const { popup } = composer;
  await popup.choose('Kind of post', 'Event');
  await composer.submitByKey();
  await popup.waitForText('Choose when it begins.');
  await popup.waitFor(() => document.activeElement?.getAttribute('type') === 'datetime-local');
  expect(await sandbox.arrivals('createPost')).toEqual([]);
  const year = new Date((await sandbox.state()).now).getUTCFullYear() + 1;
  await popup.evaluate(
    (days) => {
      const fields = document.querySelectorAll<HTMLInputElement>('.asked input[type="datetime-local"]');
      for (const [index, field] of fields.entries()) {
        field.value = days[index] ?? '';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    },
    [`${year}-01-15T18:00`, `${year}-01-15T21:30`],
  );
  await popup.choose('Button', 'Book');
  await composer.submitted();
  expect((await sentTo(sandbox, 'googlebusiness')).details).toMatchObject({
    type: 'event',
    detailsEvent: {
      title: 'Why the best ideas arrive on a walk',
      startDate: `${year}-01-15T23:00:00.000Z`,
      endDate: `${year}-01-16T02:30:00.000Z`,
      isFullDayEvent: false,
      button: 'book',
      link: sandbox.at('/pages/walk.html'),
    },
  });
  await popup.close();
  const stored = () => extension.evaluate(() => chrome.storage.local.get('fieldChoices'), undefined);
  const channelId = await sandbox.channelOn('googlebusiness');
  expect(await stored()).toEqual({ fieldChoices: { [channelId]: { type: 'event', button: 'book' } } });
  await extension.evaluate(() => chrome.runtime.sendMessage({ type: 'sign-out' }), undefined);
  expect(await stored()).toEqual({});
});

test('the fields keep the rules of WCAG 2.2 AA that a program can check', async ({ sandbox }) => {
  const { extension } = browser;
  const channelIds = await Promise.all(
    ['pinterest', 'facebook', 'linkedin'].map((one) => sandbox.channelOn(one)),
  );
  const choice = { channelIds, when: 'queue' };
  await extension.evaluate((chosen) => chrome.storage.local.set({ choice: chosen }), choice);
  const page = await extension.page('popup.html');
  await page.getByRole('combobox', { name: 'Kind of post' }).selectOption('Story');
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('x'.repeat(101));
  await page.getByRole('button', { name: 'Add first comment' }).click();
  await expect(page.getByText('Title is too long by 1 character.').first()).toBeVisible();
  await isAccessible(page);
  await expect(
    page.getByRole('group', { name: 'What Walking Notes on Pinterest asks for' }),
  ).toMatchAriaSnapshot(`
    - combobox "Board"
    - text: Title
    - textbox "Title": /x{101}/
    - paragraph: Title is too long by 1 character.
  `);
  await page.close();
});
