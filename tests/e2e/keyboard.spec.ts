// A post from the first sign-in to its undo, by nothing but keys.
import { expect } from '@playwright/test';
import type { Extension } from './browser.ts';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { Keyboard } from './keyboard.ts';
import { signInByKey } from './welcome.page.ts';

const WALK = 'A walker with a stick at dawn, on a hill above layered mountains';
const TREES = 'Conifers in morning mist, each row of trees darker than the one behind it';
const TITLE = 'Why the best ideas arrive on a walk';
const DUE = new Date(Date.now() + 20 * 86_400_000);
DUE.setHours(9, 30, 0, 0);

async function signIn(extension: Extension): Promise<void> {
  const page = await extension.opened('welcome.html');
  await page.bringToFront();
  const keys = await Keyboard.onPage(page);
  await keys.tabTo('button', 'Connect with Buffer', { most: 1 });
  const opening = extension.context.waitForEvent('page', (one) => !one.url().startsWith('chrome-extension:'));
  await keys.press('Enter');
  const consent = await opening;
  const closed = consent.waitForEvent('close');
  await (await Keyboard.onPage(consent)).tabTo('button', 'Allow');
  await consent.keyboard.press('Enter');
  await closed;
  await page.getByText('Signed in as Mara Alder').waitFor();
  // The button that was pressed is gone: who is signed in has the focus now.
  await expect(page.getByText('Signed in as Mara Alder')).toBeFocused();
}

/** Digits and the letter of the half of the day, in the order in which an American field takes them. */
function typed(moment: Date): { date: string; time: string } {
  const two = (number: number) => String(number).padStart(2, '0');
  const date = `${two(moment.getMonth() + 1)}${two(moment.getDate())}${moment.getFullYear()}`;
  return {
    date,
    time: `${two(moment.getHours() % 12 || 12)}${two(moment.getMinutes())}${moment.getHours() < 12 ? 'A' : 'P'}`,
  };
}

test('signs in, writes, schedules and takes back', async ({ extension, sandbox }) => {
  test.setTimeout(90_000);
  await signIn(extension);
  const page = await extension.context.newPage();
  await page.goto(sandbox.at('/pages/walk.html'));
  const composer = await ComposerPage.open(extension, page);
  const { popup } = composer;
  const keys = Keyboard.onPopup(popup);

  await test.step('channels by arrows, digits, and from the list of all', async () => {
    expect((await keys.stop()).name).toBe('Post text');
    await keys.tabTo('checkbox', 'Walking Notes on Pinterest', { most: 2, back: true });
    await keys.press('1');
    await keys.press('ArrowRight');
    await keys.press('ArrowRight');
    expect((await keys.stop()).name).toBe(CHANNEL.linkedin);
    await keys.press(' ');
    await keys.tabTo('button', '2 of 8 channels chosen, show all');
    await keys.press('Enter');
    await popup.waitFor(() => document.activeElement?.closest('[role="dialog"]'));
    await keys.tabTo('checkbox', CHANNEL.bluesky);
    await keys.press(' ');
    await keys.press('Escape');
    await popup.waitFor(() => document.activeElement?.matches('.chosen'));
    expect((await keys.stop()).name).toBe('3 of 8 channels chosen, show all');
  });

  await test.step('the text of all, and one of LinkedIn’s own', async () => {
    await keys.tabTo('textbox', 'Post text', { most: 1 });
    await keys.press('Control+a');
    await popup.type('For everyone');
    await keys.tabTo('radio', 'All networks');
    await keys.press('ArrowRight');
    await keys.press('ArrowRight');
    expect((await keys.stop()).name).toBe('LinkedIn');
    await keys.tabTo('textbox', 'Post text for LinkedIn', { back: true });
    await keys.press('Control+a');
    await popup.type('For colleagues');
  });

  await test.step('pictures chosen, put in order and described', async () => {
    await keys.tabTo('radio', 'Link card');
    await keys.press('ArrowRight');
    await keys.tabTo('checkbox', WALK);
    await keys.press('ArrowRight');
    await keys.press(' ');
    await keys.press('Alt+ArrowLeft');
    expect((await keys.stop()).name).toBe(TREES);
    await keys.tabTo('button', 'Alt text of picture 1', { most: 1 });
    await keys.press('Enter');
    await popup.waitFor(() => document.activeElement?.id === 'alt-text');
    await keys.press('Control+a');
    await popup.type('A forest');
    await keys.press('Enter');
    expect((await keys.stop()).name).toBe('Alt text of picture 1');
  });

  await test.step('a time is picked', async () => {
    await keys.tabTo('combobox', 'When', { most: 20 });
    await popup.type('Pick');
    await popup.waitFor(() => document.querySelector('[type="datetime-local"]'));
    await keys.tabTo('DateTime', 'Date and time', { most: 1 });
    const { date, time } = typed(DUE);
    await popup.type(date);
    await keys.press('ArrowRight');
    await popup.type(time);
    expect((await keys.stop()).name).toBe('Date and time');
    expect(
      await popup.evaluate(() => document.querySelector<HTMLInputElement>('[type="datetime-local"]')?.value),
    ).toBe(new Date(DUE.getTime() - DUE.getTimezoneOffset() * 60_000).toISOString().slice(0, 16));
  });

  await test.step('submitted', async () => {
    await keys.press('Control+Enter');
    await composer.says('In Buffer');
    const posts = [
      ...(await sandbox.postsWith('For everyone')),
      ...(await sandbox.postsWith('For colleagues')),
    ];
    const words = new Map(posts.map((post) => [post.channelId, post.text]));
    expect(words).toEqual(
      new Map([
        [await sandbox.channelOn('twitter'), 'For everyone'],
        [await sandbox.channelOn('bluesky'), 'For everyone'],
        [await sandbox.channelOn('linkedin'), 'For colleagues'],
      ]),
    );
    for (const post of posts) {
      expect(post).toMatchObject({
        status: 'scheduled',
        dueAt: DUE.toISOString(),
        assets: [{ altText: 'A forest' }, { altText: WALK }],
      });
    }
  });

  await test.step('taken back, and the next one begun', async () => {
    await popup.waitFor(() => document.activeElement?.textContent === 'Queue another');
    await keys.tabTo('button', 'Undo', { most: 2, back: true });
    await keys.press('Enter');
    await composer.says('Undone');
    for (const words of ['For everyone', 'For colleagues'])
      await expect.poll(() => sandbox.postsWith(words)).toEqual([]);
    // Undo is gone, and what stands in its place has the focus.
    await popup.waitFor(() => document.activeElement?.textContent === 'Edit');
    await keys.tabTo('button', 'Queue another', { most: 1 });
    await keys.press('Enter');
    await popup.waitFor(() => document.activeElement?.ariaLabel === 'Post text');
    await composer.textIs(`${TITLE}\n${sandbox.at('/pages/walk.html')}`);
  });
  await popup.close();
});

test('every control of a post has its stop, in the order in which it stands, and the way leads on', async ({
  extension,
  sandbox,
  localBuffer,
}) => {
  await signInByKey(extension, localBuffer.apiKey);
  const page = await extension.context.newPage();
  await page.goto(sandbox.at('/pages/walk.html'));
  const composer = await ComposerPage.open(extension, page);
  const keys = Keyboard.onPopup(composer.popup);
  await keys.tabTo('checkbox', CHANNEL.x, { back: true });
  await keys.press(' ');
  const passed = await keys.round(60);
  expect(new Set(passed).size).toBe(passed.length);
  const order = [
    `checkbox "${CHANNEL.linkedin}"`,
    'checkbox "Walking Notes on Pinterest"',
    'button "1 of 8 channels chosen, show all"',
    'textbox "Post text"',
    'radio "Link card"',
    'button "Preview"',
    'textbox "Link"',
    'textbox "Title of the card"',
    'textbox "Description of the card"',
    `radio "${WALK}"`,
    'button "Add picture"',
    'combobox "When"',
    'button "Add to queue"',
    'button "Go on in the side panel"',
    'link "Queue"',
    'button "Settings"',
  ];
  expect(passed.filter((stop) => order.includes(stop))).toEqual(order);
  await composer.popup.close();
});

test('what goes away with a press leaves the focus in its place', async ({
  extension,
  sandbox,
  localBuffer,
}) => {
  await signInByKey(extension, localBuffer.apiKey);
  const page = await extension.context.newPage();
  for (const path of ['plain', 'photo', 'walk']) {
    await page.goto(sandbox.at(`/pages/${path}.html`));
    const composer = await ComposerPage.open(extension, page);
    await composer.popup.type(`On the ${path}: `);
    await composer.popup.close();
  }
  const composer = await ComposerPage.open(extension, page);
  const { popup } = composer;
  const keys = Keyboard.onPopup(popup);
  await popup.waitFor(() => document.querySelector('.icon-button.waiting'));
  await keys.tabTo('button', '2 drafts wait', { most: 16, back: true });
  await keys.press('Enter');
  await popup.waitFor(() => document.activeElement?.closest('#waiting-drafts'));
  for (const left of ['1', '']) {
    const { name } = await keys.stop();
    await keys.press('Tab');
    expect((await keys.stop()).name).toBe(name.replace('Go on writing', 'Discard'));
    await keys.press('Enter');
    await keys.press('Enter');
    await popup.waitFor(
      (number) => (document.querySelector('.icon-button.waiting .number')?.textContent ?? '') === number,
      left,
    );
    // The next of the list.
    if (left) await popup.waitFor(() => document.activeElement?.matches('#waiting-drafts .what'));
  }
  // The list went with its last draft, and its button.
  await popup.waitFor(() => document.activeElement?.ariaLabel === 'Go on in the side panel');
  await keys.tabTo('button', 'Start over', { most: 20 });
  await keys.press('Enter');
  await popup.waitFor(() => !document.body.innerText.includes('Start over'));
  await popup.waitFor(() => document.activeElement !== document.body);
  expect((await keys.stop()).name).toBe('Link card');
  await popup.close();
});
