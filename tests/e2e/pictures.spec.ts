// Pictures in the real popup: chosen, put in order, described, added, and sent as they were left.
import { expect } from '@playwright/test';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { signedInBrowser } from './signed-in.ts';

const WALK = 'A walker with a stick at dawn, on a hill above layered mountains';
const TREES = 'Conifers in morning mist, each row of trees darker than the one behind it';
const NOTES =
  'An open notebook with four lines of handwriting and a dotted route, beside a pencil and a cup of coffee';
const LAKE = 'A lake at dusk with the sun going down between blue mountains';
const TITLE = 'Why the best ideas arrive on a walk';
const browser = signedInBrowser();

/** Over the walk, with its pictures instead of a card. */
async function overWalk(origin: string, ...channels: string[]): Promise<ComposerPage> {
  const composer = await ComposerPage.open(
    browser.extension,
    await browser.visit(`${origin}/pages/walk.html`),
  );
  await composer.chooseChannels(...channels);
  await composer.popup.click('radio', 'Pictures');
  return composer;
}

/** Names of the chosen pictures in their order. */
function order({ popup }: ComposerPage): Promise<string[]> {
  return popup.evaluate(() =>
    [...document.querySelectorAll('.strip :checked')].map((box) => box.getAttribute('aria-label') ?? ''),
  );
}

function orderIs({ popup }: ComposerPage, names: string[]): Promise<void> {
  return popup.waitFor(
    (wanted) =>
      [...document.querySelectorAll('.strip :checked')]
        .map((box) => box.getAttribute('aria-label'))
        .join('|') === wanted,
    names.join('|'),
  );
}

/** Waits until what has the focus is called so. */
function focusIsOn({ popup }: ComposerPage, name: string): Promise<void> {
  return popup.waitFor((wanted) => document.activeElement?.ariaLabel === wanted, name);
}

test('three are chosen, ordered and described by keyboard, and go out so', async ({ sandbox }) => {
  const composer = await overWalk(sandbox.origin, CHANNEL.bluesky);
  const { popup } = composer;
  await popup.focus('checkbox', WALK);
  await popup.press('ArrowRight');
  await focusIsOn(composer, TREES);
  await popup.press(' ');
  await popup.press('ArrowRight');
  await popup.press(' ');
  await orderIs(composer, [WALK, TREES, NOTES]);
  await popup.press('Alt+ArrowLeft');
  await popup.press('Alt+ArrowLeft');
  await orderIs(composer, [NOTES, WALK, TREES]);
  await focusIsOn(composer, NOTES);
  expect(await popup.evaluate(() => document.querySelector('.strip [aria-live]')?.textContent)).toBe(
    'Picture 1 of 3.',
  );
  await popup.press('Tab');
  await focusIsOn(composer, 'Alt text of picture 1');
  await popup.press('Enter');
  await popup.waitFor(() => document.activeElement?.id === 'alt-text');
  expect(await popup.value('textbox', 'Alt text for picture 1 of 3')).toBe(NOTES);
  await popup.press('Control+a');
  await popup.type('A notebook');
  await popup.press('Enter');
  await focusIsOn(composer, 'Alt text of picture 1');
  await composer.submitted();
  const [post] = await sandbox.postsWith(TITLE);
  expect(post?.assets).toMatchObject([
    { source: sandbox.at('/media/notebook.jpg'), altText: 'A notebook' },
    { source: sandbox.at('/media/walk.jpg'), altText: WALK },
    { source: sandbox.at('/media/forest.jpg'), altText: TREES },
  ]);
  await popup.close();
});

test('they are dragged with the mouse, and what was dragged stays chosen', async ({ sandbox }) => {
  const composer = await overWalk(sandbox.origin, CHANNEL.bluesky);
  await composer.popup.click('checkbox', TREES);
  await composer.popup.click('checkbox', NOTES);
  await composer.popup.drag('checkbox', WALK, NOTES);
  await orderIs(composer, [TREES, NOTES, WALK]);
  await composer.popup.drag('checkbox', NOTES, TREES);
  await orderIs(composer, [NOTES, TREES, WALK]);
  await composer.popup.drag('checkbox', TREES, TREES);
  expect(await order(composer)).toEqual([NOTES, TREES, WALK]);
  await composer.popup.close();
});

test('a press in the panel moves a picture as dragging does', async ({ sandbox }) => {
  const composer = await overWalk(sandbox.origin, CHANNEL.bluesky);
  await composer.popup.click('checkbox', LAKE);
  await composer.popup.click('button', 'Alt text of picture 1');
  await composer.popup.click('button', 'Move it back');
  await orderIs(composer, [LAKE, WALK]);
  expect(await composer.popup.value('textbox', 'Alt text for picture 2 of 2')).toBe(WALK);
  await composer.popup.close();
});

test('who leaves a picture without words is reminded, and held up by nothing', async ({ sandbox }) => {
  const composer = await overWalk(sandbox.origin, CHANNEL.bluesky);
  const { popup } = composer;
  await popup.click('checkbox', TREES);
  expect(await popup.text()).not.toContain('no alt text');
  for (const [name, reminder] of [
    ['Alt text of picture 2', '1 picture has no alt text'],
    ['Alt text of picture 1', '2 pictures have no alt text'],
  ] as const) {
    await popup.click('button', name);
    await popup.waitFor(() => document.activeElement?.id === 'alt-text');
    await popup.press('Control+a');
    await popup.type(' ');
    await popup.press('Escape');
    await popup.waitForText(reminder);
  }
  await popup.click('button', '2 pictures have no alt text');
  await popup.waitFor(() => document.activeElement?.id === 'alt-text');
  await popup.type('A walker');
  await popup.press('Escape');
  await focusIsOn(composer, 'Alt text of picture 1');
  await popup.waitForText('1 picture has no alt text');
  await composer.submitted();
  await popup.close();
});

test('one from elsewhere is taken by its address, and what X does not take is said on the picture', async ({
  sandbox,
}) => {
  const composer = await overWalk(sandbox.origin, CHANNEL.x, CHANNEL.linkedin);
  const { popup } = composer;
  for (const name of [TREES, NOTES, LAKE]) await popup.click('checkbox', name);
  await popup.click('button', 'Add picture');
  await popup.waitFor(() => document.activeElement?.matches('.adding input'));
  await popup.type('http://example.org/coast.jpg');
  await popup.press('Enter');
  await popup.waitForText('Buffer fetches from https:// only.');
  await popup.press('Control+a');
  await popup.type(sandbox.at('/media/coast.jpg'));
  await popup.press('Enter');
  await popup.waitFor(() => document.activeElement?.id === 'alt-text');
  await popup.type('The coast');
  await popup.press('Enter');
  await orderIs(composer, [WALK, TREES, NOTES, LAKE, 'The coast']);
  expect(
    await popup.evaluate(() =>
      [...document.querySelectorAll('.strip .choice')].map(
        (choice) => choice.querySelector('.missing')?.textContent ?? '',
      ),
    ),
  ).toEqual(['', '', '', '', 'Not on X']);
  expect(
    await popup.evaluate(() => [...document.querySelectorAll('.strip input')].at(-1)?.ariaDescription),
  ).toBe('Picture 5 of 5. Not on X');
  await composer.submitted();
  const posts = await sandbox.postsWith(TITLE);
  const counts = await Promise.all(
    (['twitter', 'linkedin'] as const).map(async (service) => {
      const id = await sandbox.channelOn(service);
      return posts.find(({ channelId }) => channelId === id)?.assets.length;
    }),
  );
  expect(counts).toEqual([4, 5]);
  await popup.close();
});

test('an added picture can be taken out again', async ({ sandbox }) => {
  const composer = await overWalk(sandbox.origin, CHANNEL.bluesky);
  const { popup } = composer;
  await popup.click('button', 'Add picture');
  await popup.waitFor(() => document.activeElement?.matches('.adding input'));
  await popup.type(sandbox.at('/media/coast.jpg'));
  await popup.click('button', 'Add');
  await orderIs(composer, [WALK, 'Picture 2']);
  await popup.click('button', 'Remove');
  await orderIs(composer, [WALK]);
  await focusIsOn(composer, 'Add picture');
  await popup.close();
});
