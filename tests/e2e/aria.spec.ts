// The screens as a screen reader goes through them: names, roles, groups, and their order.
import { expect, type Page } from '@playwright/test';
import { CHANNEL } from './composer.page.ts';
import { composerTab } from './composer-tab.ts';
import { test } from './fixtures.ts';
import { signedInBrowser } from './signed-in.ts';

const browser = signedInBrowser();

async function overWalk(origin: string): Promise<Page> {
  const walk = await browser.visit(`${origin}/pages/walk.html`);
  const page = await composerTab(browser.extension, walk);
  for (const name of [CHANNEL.x, CHANNEL.linkedin]) await page.getByRole('checkbox', { name }).press(' ');
  await page.getByRole('button', { name: /and later$/ }).waitFor();
  return page;
}

test('the composer with two channels, from its head to its submit', async ({ sandbox }) => {
  const page = await overWalk(sandbox.origin);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - banner:
      - text: Quick Queue 8 queued
      - button "Go on in the side panel"
      - link "Queue"
      - button "Settings"
    - main:
      - /children: equal
      - heading "New post" [level=1]
      - status
      - group "Channels":
        - text: Channels
        - checkbox "Mara Alder on X" [checked]
        - checkbox "Mara Alder on LinkedIn" [checked]
        - checkbox "Mara on foot on Bluesky"
        - checkbox "Mara, slowly on Mastodon"
        - checkbox "The Reading Room on Facebook"
        - checkbox "Leaf & Lane on Instagram"
        - checkbox "Footpath talk on Threads"
        - checkbox "Walking Notes on Pinterest"
        - button "2 of 8 channels chosen, show all"
      - status
      - textbox "Post text": /Why the best ideas arrive on a walk/
      - radiogroup "Whose text":
        - radio "All networks" [checked]
        - radio "X"
        - radio "LinkedIn"
      - button /\\d+ left on X/
      - status
      - radiogroup "Attachment":
        - radio "Link card" [checked]
        - radio "Pictures"
        - radio "None"
      - button "Preview"
      - textbox "Link": /walk.html/
      - text: /Page's own address 127.0.0.1/
      - textbox "Title of the card": Why the best ideas arrive on a walk
      - text: From the page's tags
      - textbox "Description of the card": /^Two hours/
      - text: From the page's tags
      - radiogroup "Picture of the link card":
        - /children: equal
        - radio /A walker/ [checked]
        - radio /Conifers/
        - radio /An open notebook/
        - radio /A lake/
      - button "Add picture"
      - paragraph: From the page's tags
      - paragraph: X makes its own card of the link.
      - paragraph
      - button "Add first comment"
      - group "Tags":
        - checkbox "Autumn series, second part (drafts)"
        - checkbox "Notebooks"
        - checkbox "Reading"
        - checkbox "Walking"
      - status
      - combobox "When":
        - option "Next free slot" [selected]
        - option "Top of the queue"
        - option "Now"
        - option "Pick a time"
        - option "Draft"
      - button /\\d+:\\d+ and later/
      - button "Add to queue"
  `);
  await expect(
    page.getByRole('checkbox', { name: 'The Reading Room on Facebook' }),
  ).toHaveAccessibleDescription('queue paused');
  await expect(page.getByRole('textbox', { name: 'Title of the card' })).toHaveAccessibleDescription(
    "From the page's tags",
  );
  await expect(page.getByRole('textbox', { name: 'Link' })).toHaveAccessibleDescription("Page's own address");
  await expect(page.getByRole('textbox', { name: 'Post text' })).toHaveAccessibleDescription(/ left on X$/);
  await page.close();
});

test('what opens over it: all channels, the preview, the times of the channels', async ({ sandbox }) => {
  const page = await overWalk(sandbox.origin);
  await page.getByRole('button', { name: '2 of 8 channels chosen, show all' }).press('Enter');
  await expect(page.getByRole('dialog')).toMatchAriaSnapshot(`
    - dialog "All channels":
      - /children: equal
      - checkbox "Mara Alder on X" [checked]
      - checkbox "Mara Alder on LinkedIn" [checked]
      - checkbox "Mara on foot on Bluesky"
      - checkbox "Mara, slowly on Mastodon"
      - checkbox "The Reading Room on Facebook"
      - checkbox "Leaf & Lane on Instagram"
      - checkbox "Footpath talk on Threads"
      - checkbox "Walking Notes on Pinterest"
  `);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Preview' }).press('Enter');
  await expect(page.getByRole('dialog')).toMatchAriaSnapshot(`
    - dialog "On each network":
      - heading "On each network" [level=2]
      - button "Close"
      - heading "X" [level=3]
      - paragraph: The link stands in the text, and X makes its card from the page itself.
      - heading "LinkedIn" [level=3]
      - text: /Why the best ideas arrive on a walk/
      - paragraph: LinkedIn does not show the description.
  `);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /and later$/ }).press('Enter');
  await expect(page.getByRole('dialog')).toMatchAriaSnapshot(`
    - dialog "Times of the channels":
      - list:
        - listitem: /^Mara Alder on X .*\\d+:\\d+/
        - listitem: /^Mara Alder on LinkedIn .*\\d+:\\d+/
  `);
  await page.close();
});

test('pictures with the words of one of them', async ({ sandbox }) => {
  const page = await overWalk(sandbox.origin);
  await page.getByRole('radio', { name: 'Link card' }).press('ArrowRight');
  await page.getByRole('button', { name: 'Alt text of picture 1' }).press('Enter');
  await expect(page.locator('.attach')).toMatchAriaSnapshot(`
    - radiogroup "Attachment":
      - radio "Link card"
      - radio "Pictures" [checked]
      - radio "None"
    - textbox "Link"
    - text: Page's own address
    - group "Pictures":
      - /children: equal
      - text: Pictures
      - checkbox /A walker/ [checked]
      - button "Alt text of picture 1" [expanded]
      - checkbox /Conifers/
      - checkbox /An open notebook/
      - checkbox /A lake/
      - button "Add picture"
    - group "Picture 1":
      - textbox "Alt text for the picture": /A walker/
      - text: /\\d+ left on X/
      - button "Done"
  `);
  await expect(page.getByRole('checkbox', { name: /A walker/ })).toHaveAccessibleDescription(
    'Picture 1 of 1.',
  );
  await page.close();
});

test('a time that is picked, what became of the post, and of its undo', async ({ sandbox }) => {
  const page = await overWalk(sandbox.origin);
  await page.getByRole('combobox', { name: 'When' }).selectOption('Pick a time');
  await page.getByRole('button', { name: 'Tomorrow 09:00' }).press('Enter');
  await expect(page.locator('.writing footer')).toMatchAriaSnapshot(`
    - status
    - combobox "When"
    - textbox "Date and time": /T09:00/
    - group "Frequent times":
      - button "In 1 hour"
      - button "Tomorrow 09:00" [pressed]
    - text: /^Your time/
    - button "2 other zones"
    - button "Schedule"
  `);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('status').getByText('In Buffer').waitFor();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - /children: equal
      - heading "New post" [level=1]
      - status:
        - strong: In Buffer
        - text: On 2 channels
      - paragraph: /Why the best ideas arrive on a walk/
      - list "Channels":
        - listitem:
          - text: Mara Alder on X
          - paragraph: /^In Buffer, .*09:00/
        - listitem:
          - text: Mara Alder on LinkedIn
          - paragraph: /^In Buffer, .*09:00/
      - alert
      - button "Undo"
      - button "Edit"
      - button "Queue another"
      - button "Close"
  `);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await page.getByRole('status').getByText('Undone').waitFor();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeFocused();
  await page.close();
});

test('the drafts that wait', async ({ sandbox }) => {
  const plain = await composerTab(
    browser.extension,
    await browser.visit(sandbox.at('/pages/plain.html')),
    '.attach',
  );
  // Before the page has been read its words have no name to be kept under.
  await expect(plain.getByRole('textbox', { name: 'Link' })).not.toHaveValue('');
  await plain.getByRole('textbox', { name: 'Post text' }).fill('Half a thought');
  await plain.close();
  const page = await overWalk(sandbox.origin);
  await page.getByRole('button', { name: '1 draft waits' }).press('Enter');
  await expect(page.getByRole('dialog')).toMatchAriaSnapshot(`
    - dialog "1 draft waits":
      - list:
        - listitem:
          - /children: equal
          - 'button "Go on writing: Half a thought"': /today/
          - 'button "Discard: Half a thought"': Discard
  `);
  await page.close();
});
