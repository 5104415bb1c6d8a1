// The next free slot is told before a post is handed over, for every chosen channel, and is the one that Buffer gives.
import { expect } from '@playwright/test';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { signedInBrowser } from './signed-in.ts';

const browser = signedInBrowser();

async function overPlain(origin: string): Promise<ComposerPage> {
  const composer = await ComposerPage.open(
    browser.extension,
    await browser.visit(`${origin}/pages/plain.html`),
  );
  await composer.chooseChannels(CHANNEL.linkedin);
  return composer;
}

/** The line below the choice, once it tells a moment. */
async function told(composer: ComposerPage): Promise<string> {
  await composer.popup.waitFor(() => /\d:\d\d/.test(document.querySelector('#when-hint')?.textContent ?? ''));
  return composer.popup.evaluate(() => document.querySelector('#when-hint')?.textContent ?? '');
}

/** The moment that the outcome tells, in the words of the line: `tomorrow 09:10`. */
async function given(composer: ComposerPage): Promise<string> {
  const words = await composer.popup.evaluate(
    () => document.querySelector<HTMLElement>('.outcome .entries')?.innerText ?? '',
  );
  return /(?:today|tomorrow|\w{3}(?: \d+)?) \d\d:\d\d/i.exec(words)?.[0] ?? words;
}

test('the next free slot is told before, and Buffer gives that one, post after post', async ({ sandbox }) => {
  const composer = await overPlain(sandbox.origin);
  for (const text of ['One', 'Two', 'Three']) {
    await composer.write(text);
    const before = await told(composer);
    await composer.submitted();
    expect(before.split(' (')[0]).toBe(await given(composer));
    await composer.popup.click('button', 'Queue another');
  }
  await composer.popup.close();
});

test('several channels are listed by keyboard, each in its own zone', async ({ sandbox }) => {
  const composer = await overPlain(sandbox.origin);
  await composer.chooseChannels(CHANNEL.x);
  const words = await told(composer);
  expect(words).toContain('and later');
  await composer.popup.focus('combobox', 'When');
  await composer.popup.press('Tab');
  await composer.popup.press('Enter');
  await composer.popup.waitFor(() => document.querySelector('#when-lines:popover-open'));
  const lines = await composer.popup.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#when-lines li')].map(({ innerText }) => innerText),
  );
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^Mara Alder on LinkedIn\s+.*\d\d:\d\d/);
  expect(lines[1]).toMatch(/^Mara Alder on X\s+.*\d\d:\d\d · .*\d\d:\d\d in New York$/);
  await composer.popup.close();
});
