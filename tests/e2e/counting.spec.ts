// How long a text is on X, by X's own counter, and "Fit", which makes it short enough.
import { expect } from '@playwright/test';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { signedInBrowser } from './signed-in.ts';

const browser = signedInBrowser();
const LINK = 'https://example.com/a-walk';
const LONG = `${'A very long walk. '.repeat(17)}With @mara on #walking ${LINK}`;

async function composing(origin: string): Promise<ComposerPage> {
  const composer = await ComposerPage.open(
    browser.extension,
    await browser.visit(`${origin}/pages/plain.html`),
  );
  await composer.popup.click('radio', 'None');
  return composer;
}

/** Waits until the counter beside the text says this. */
function counts({ popup }: ComposerPage, words: string): Promise<void> {
  return popup.waitFor(
    (wanted) => document.querySelector<HTMLElement>('.count')?.innerText === wanted,
    words,
  );
}

/** Waits until the button stands beside the counter. */
function offersFit({ popup }: ComposerPage): Promise<void> {
  return popup.waitFor(() => document.querySelector('.fit') !== null);
}

/** Whether the popup has loaded the file of X's counter. */
async function hasCounter({ popup }: ComposerPage): Promise<boolean> {
  await popup.target.send('Page.enable');
  const { frameTree } = await popup.target.send<{ frameTree: { resources: { url: string }[] } }>(
    'Page.getResourceTree',
  );
  return frameTree.resources.some(({ url }) => /parseTweet/.test(url));
}

test("X's own counter comes with the first channel of X, and counts what the estimate cannot know", async ({
  sandbox,
}) => {
  const composer = await composing(sandbox.origin);
  await composer.chooseChannels(CHANNEL.linkedin, CHANNEL.bluesky);
  await composer.write('Twelve parts are made by notadomain.notld');
  await counts(composer, '259 left on Bluesky');
  expect(await hasCounter(composer)).toBe(false);
  await composer.chooseChannels(CHANNEL.x);
  await counts(composer, '239 left on X');
  expect(await hasCounter(composer)).toBe(true);
  // A domain that exists is a link, of 23 characters; one that does not is none.
  await composer.write('On X.com, ASP.NET and notadomain.notld');
  await counts(composer, `${280 - 'On , '.length - 2 * 23 - ' and notadomain.notld'.length} left on X`);
  await composer.popup.close();
});

test('Fit stands there only for a text that is too long, and makes one that can be sent', async ({
  sandbox,
}) => {
  const composer = await composing(sandbox.origin);
  const { popup } = composer;
  await composer.chooseChannels(CHANNEL.x, CHANNEL.linkedin);
  expect(await popup.has('button', 'Fit')).toBe(false);
  await composer.write(LONG);
  await counts(composer, '72 too many on X');
  await offersFit(composer);
  await composer.submitByKey();
  await composer.says('Too long for Mara Alder on X by 72 characters.');

  // By keyboard, from the text: behind the choice of whose text it is.
  await popup.focus('textbox', 'Post text');
  await popup.press('Tab');
  await popup.press('Tab');
  expect(await popup.evaluate(() => document.activeElement?.textContent)).toBe('Fit');
  await popup.press('Enter');
  const fitted = `${'A very long walk. '.repeat(13)}A… @mara #walking ${LINK}`;
  await composer.textIs(fitted);
  expect(await popup.has('button', 'Fit')).toBe(false);
  await popup.waitFor(() => document.activeElement?.ariaLabel === 'Post text');

  // One key takes it back.
  await popup.press('Control+z');
  await composer.textIs(LONG);
  await offersFit(composer);
  await popup.click('button', 'Fit');
  await composer.textIs(fitted);
  await composer.submitted();
  expect((await sandbox.postsWith('A very long walk')).map(({ text }) => text)).toEqual([fitted, fitted]);
  await popup.close();
});

test('what cannot be shortened is said', async ({ sandbox }) => {
  const composer = await composing(sandbox.origin);
  await composer.chooseChannels(CHANNEL.x);
  const tags = Array.from({ length: 40 }, (_, n) => `#walking${n}`).join(' ');
  await composer.write(tags);
  await offersFit(composer);
  await composer.popup.click('button', 'Fit');
  await composer.says('leave no room for a word.');
  expect(await composer.text()).toBe(tags);
  await composer.popup.close();
});
