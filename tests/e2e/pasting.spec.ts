// What is pasted or dropped onto the text and is more than words.
import { expect } from '@playwright/test';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { signedInBrowser } from './signed-in.ts';

const browser = signedInBrowser();
const LINK = 'https://example.com/a-walk';

async function composing(origin: string, ...channels: string[]): Promise<ComposerPage> {
  const page = await browser.visit(`${origin}/pages/plain.html`);
  return ComposerPage.openBare(browser.extension, page, ...channels);
}

/** Puts the words in place of all in one go, as typing them would. */
async function put({ popup }: ComposerPage, words: string): Promise<void> {
  await popup.press('Control+a');
  await popup.target.send('Input.insertText', { text: words });
}

test('the address of a picture that is pasted is offered as the picture', async ({ sandbox }) => {
  const composer = await composing(sandbox.origin, CHANNEL.linkedin);
  const { popup } = composer;
  const picture = `${sandbox.origin}/media/leaf.jpg`;
  await put(composer, picture);
  await popup.press('Control+a');
  await popup.press('Control+c');
  await put(composer, 'Look: ');
  await popup.press('Control+v');
  await popup.waitForText('Attach this picture');
  expect(await composer.text()).toBe(`Look: ${picture}`);
  await popup.click('button', 'Attach this picture');
  await composer.textIs('Look: ');
  expect(await popup.checked('radio', 'Pictures')).toBe(true);
  expect(await popup.evaluate(() => document.querySelector('.pasted')?.textContent)).toBe('');
  // Its words come back with one key.
  await popup.focus('textbox', 'Post text');
  await popup.press('Control+z');
  await composer.textIs(`Look: ${picture}`);
  await popup.press('Control+y');
  await composer.submitted();
  const [post] = await sandbox.postsWith('Look:');
  expect(JSON.stringify(post?.assets)).toContain('leaf.jpg');
  await popup.close();
});

test('a page’s address that is pasted where there is no link becomes the link', async ({ sandbox }) => {
  const composer = await composing(sandbox.origin);
  const { popup } = composer;
  await popup.fill('textbox', 'Link', LINK);
  await popup.press('Control+a');
  await popup.press('Control+c');
  await popup.type('x');
  await popup.press('Backspace');
  await popup.focus('textbox', 'Post text');
  await put(composer, 'See ');
  await popup.press('Control+v');
  await composer.textIs(`See ${LINK}`);
  expect(await composer.link()).toBe(LINK);
  await popup.close();
});

test('a picture without an address is not taken, and it is said why', async ({ sandbox }) => {
  const composer = await composing(sandbox.origin);
  const { popup } = composer;
  const before = await composer.text();
  await popup.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([new Uint8Array(9)], 'shot.png', { type: 'image/png' }));
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(paste);
  });
  await popup.waitForText('Buffer takes pictures by their public address only');
  expect(await composer.text()).toBe(before);
  await popup.click('button', 'Close');
  expect(await popup.text()).not.toContain('public address only');
  await popup.close();
});

test('the address of a picture can be dropped onto the text', async ({ sandbox }) => {
  const composer = await composing(sandbox.origin);
  const { popup } = composer;
  await put(composer, 'Look: ');
  const { x, y } = await popup.evaluate(() => {
    const { left, top, width } = (document.activeElement as Element).getBoundingClientRect();
    return { x: left + width - 20, y: top + 18 };
  });
  const picture = 'https://example.com/leaf.jpg';
  const items = [
    { mimeType: 'text/uri-list', data: picture },
    { mimeType: 'text/plain', data: picture },
  ];
  const data = { items, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'])
    await popup.target.send('Input.dispatchDragEvent', { type, x, y, data });
  await popup.waitForText('Attach this picture');
  await composer.textIs(`Look: ${picture}`);
  await popup.press('Control+z');
  await composer.textIs('Look: ');
  expect(await popup.text()).not.toContain('Attach this picture');
  await popup.close();
});
