// Writing in the real popup: no key is lost, input methods and undo are left alone, and the marks lie on the letters.
import { expect } from '@playwright/test';
import sharp from 'sharp';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { signedInBrowser } from './signed-in.ts';

const browser = signedInBrowser();
const LINK = 'https://example.com/a-walk';

async function composing(origin: string, ...channels: string[]): Promise<ComposerPage> {
  const page = await browser.visit(`${origin}/pages/plain.html`);
  return ComposerPage.openBare(browser.extension, page, ...channels);
}

/** What the browser's storage holds of the draft. */
function stored(): Promise<{ text: string; texts: Record<string, string> } | undefined> {
  return browser.extension.evaluate(async () => {
    const all = Object.entries(await chrome.storage.local.get(null));
    const [, draft] = all.find(([key]) => key.startsWith('draft:')) ?? [];
    return draft as { text: string; texts: Record<string, string> } | undefined;
  }, undefined);
}

/** Puts the words in place of all in one go, as typing them would. */
async function put({ popup }: ComposerPage, words: string): Promise<void> {
  await popup.press('Control+a');
  await popup.target.send('Input.insertText', { text: words });
}

/** The value of the field that has the focus, and whose it is. */
function focused({ popup }: ComposerPage): Promise<{ name: string | null; value: string }> {
  return popup.evaluate(() => {
    const field = document.activeElement as HTMLTextAreaElement;
    return { name: field.getAttribute('aria-label'), value: field.value };
  });
}

test('a thousand keys as fast as they can be pressed are all in the field and in the kept draft', async ({
  sandbox,
}) => {
  const composer = await composing(sandbox.origin, CHANNEL.x, CHANNEL.linkedin, CHANNEL.bluesky);
  await put(composer, ' ');
  const words = Array.from({ length: 1000 }, (_, n) => 'the @quick #brown fox '.charAt(n % 22)).join('');
  await Promise.all(
    [...words].flatMap((letter) =>
      ['keyDown', 'keyUp'].map((type) =>
        composer.popup.target.send('Input.dispatchKeyEvent', {
          type,
          key: letter,
          ...(type === 'keyDown' && { text: letter }),
        }),
      ),
    ),
  );
  expect(await composer.text()).toBe(` ${words}`);
  await composer.popup.close();
  await expect.poll(async () => (await stored())?.text).toBe(` ${words}`);
});

test('an input method builds its words undisturbed, and they are kept', async ({ sandbox }) => {
  const composer = await composing(sandbox.origin, CHANNEL.x, CHANNEL.linkedin);
  const { popup } = composer;
  await put(composer, 'See #one: ');
  for (const text of ['に', 'にほ', 'にほん', '日本']) {
    await popup.target.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    await popup.waitFor(
      (wanted) => document.querySelector('.marks.entity')?.textContent === wanted,
      `See #one: ${text}`,
    );
    expect(await composer.text()).toBe(`See #one: ${text}`);
  }
  await popup.target.send('Input.insertText', { text: '日本' });
  expect(await composer.text()).toBe('See #one: 日本');
  await popup.type('!');
  expect(await composer.text()).toBe('See #one: 日本!');
  await popup.close();
  await expect.poll(async () => (await stored())?.text).toBe('See #one: 日本!');
});

test('a network’s text is its own from the first other letter, and undoing goes back through all of it', async ({
  sandbox,
}) => {
  const composer = await composing(sandbox.origin, CHANNEL.x, CHANNEL.linkedin);
  const { popup } = composer;
  await put(composer, 'For all');
  // By keyboard: the choice is the next stop, and the arrow keys go through it.
  await popup.press('Tab');
  await popup.press('ArrowRight');
  await popup.waitForText('Change it here for X alone.');
  expect(await popup.value('textbox', 'Post text for X')).toBe('For all');
  await popup.focus('textbox', 'Post text for X');
  await popup.type('!');
  await popup.waitForText('X has its own text.');
  expect(await popup.has('radio', 'X, own text')).toBe(true);

  await popup.click('radio', 'All networks');
  await popup.waitForText('X has its own text.');
  expect(await focused(composer)).toEqual({ name: 'Post text', value: 'For all' });
  await popup.type('?');
  await popup.press('Control+z');
  await composer.textIs('For all');
  // The step before was one in the text for X: it is shown, and so is what became of it.
  await popup.press('Control+z');
  await popup.waitForText('Change it here for X alone.');
  expect(await focused(composer)).toEqual({ name: 'Post text for X', value: 'For all' });
  await popup.press('Control+y');
  await popup.waitForText('X has its own text.');
  expect(await focused(composer)).toEqual({ name: 'Post text for X', value: 'For all!' });

  await popup.click('button', 'Use the text of all');
  await popup.waitForText('Change it here for X alone.');
  await popup.press('Control+z');
  await popup.waitForText('X has its own text.');
  expect((await focused(composer)).value).toBe('For all!');
  await composer.submitted();
  const texts = (await sandbox.postsWith('For all')).map(({ text }) => text);
  expect(texts.toSorted()).toEqual(['For all', 'For all!']);
  await popup.close();
});

test('another link in the text is one step of undoing', async ({ sandbox }) => {
  const page = await browser.visit(`${sandbox.origin}/pages/plain.html?utm_source=mail`);
  const composer = await ComposerPage.open(browser.extension, page);
  const { popup } = composer;
  const before = await composer.text();
  await popup.focus('textbox', 'Post text');
  await popup.type('!');
  await popup.click('button', 'Restore');
  await popup.waitFor(() => document.querySelector('textarea')?.value.includes('utm_source'));
  await popup.waitFor(() => document.activeElement?.localName === 'button');
  await popup.focus('textbox', 'Post text');
  await popup.press('Control+z');
  expect((await composer.text()).replace('!', '')).toBe(before);
  await popup.press('Control+z');
  await composer.textIs(before);
  await popup.close();
});

test('the room on every network is shown at a press, and goes with Escape', async ({ sandbox }) => {
  const composer = await composing(sandbox.origin, CHANNEL.x, CHANNEL.linkedin, CHANNEL.bluesky);
  const { popup } = composer;
  await put(composer, 'a'.repeat(290));
  await popup.click('radio', 'LinkedIn');
  await popup.waitForText('Change it here for LinkedIn alone.');
  await popup.focus('textbox', 'Post text for LinkedIn');
  await popup.type('!');
  await popup.waitForText('2709 left on LinkedIn');
  await popup.click('radio', 'All networks');
  await popup.waitForText('10 too many on X');
  await popup.focus('button', '10 too many on X');
  await popup.press('Enter');
  await popup.waitForText('10 left on Bluesky');
  expect((await popup.text()).match(/.* (?:left|too many) on .*/g)).toEqual([
    '10 too many on X',
    '10 too many on X',
    '2709 left on LinkedIn · own text',
    '10 left on Bluesky',
  ]);
  await popup.press('Escape');
  await popup.waitFor(() => document.querySelector(':popover-open') === null);
  await popup.close();
});

test('the marks lie on the letters, whichever way they are written', async ({ sandbox }) => {
  const composer = await composing(sandbox.origin, CHANNEL.x, CHANNEL.linkedin);
  const { popup } = composer;
  const texts = [
    `Short @mara #walking ${LINK} `,
    `שלום #one ${LINK}\nAn English @line שלום עולם\n\n`,
    `${'x'.repeat(130)} trailing spaces${' '.repeat(60)}\n\t👩‍👩‍👧‍👦 e\u0301 漢字かな${'long'.repeat(40)}`,
    `${'Some words and #tags to fill the lines. '.repeat(20)}\n`,
  ];
  for (const words of texts) {
    await put(composer, words);
    await popup.waitFor((wanted) => document.querySelector('.marks.entity')?.textContent === wanted, words);
    expect(await looks(composer, 'marks')).toEqual(await looks(composer, 'field'));
  }
  await popup.close();
});

/** The pixels of the words, drawn by the field or by the copy that carries the marks. */
async function looks({ popup }: ComposerPage, which: 'field' | 'marks'): Promise<number[]> {
  const box = await popup.evaluate((shown) => {
    CSS.highlights.clear();
    const field = document.querySelector<HTMLElement>('textarea');
    const marks = document.querySelector<HTMLElement>('.marks.entity');
    const paper = document.querySelector<HTMLElement>('.paper');
    if (!field || !marks || !paper) throw new Error('There are no marks.');
    field.style.caretColor = 'transparent';
    field.style.webkitTextFillColor = shown === 'field' ? 'currentColor' : 'transparent';
    marks.style.mixBlendMode = 'normal';
    marks.style.color = shown === 'marks' ? getComputedStyle(field).color : 'transparent';
    // Without the rounded corners, which are drawn anew with each.
    const { x, y, width, height } = paper.getBoundingClientRect();
    return new Promise<{ left: number; top: number; width: number; height: number }>((resolve) =>
      requestAnimationFrame(() =>
        resolve({ left: x + 8, top: y + 8, width: width - 16, height: height - 8 }),
      ),
    );
  }, which);
  const { data } = await popup.target.send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
  const cut = Object.fromEntries(Object.entries(box).map(([side, at]) => [side, Math.round(at)]));
  const region = cut as { left: number; top: number; width: number; height: number };
  const picture = sharp(Buffer.from(data, 'base64')).extract(region).greyscale();
  return [...(await picture.raw().toBuffer())];
}
