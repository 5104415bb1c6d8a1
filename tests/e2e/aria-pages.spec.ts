// The pages that sign in, the settings and the list of posts, as a screen reader goes through them.
import { expect } from '@playwright/test';
import { composerTab } from './composer-tab.ts';
import { test } from './fixtures.ts';
import { QueuePage } from './queue.page.ts';
import { signInByKey, WelcomePage } from './welcome.page.ts';

test('signed out: the welcome page, and the composer', async ({ extension, sandbox, localBuffer }) => {
  const page = await extension.opened('welcome.html');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "Welcome to Quick Queue" [level=1]
    - paragraph
    - heading "Connect with Buffer" [level=2]
    - paragraph
    - button "Connect with Buffer"
    - status
    - heading "Use an API key instead" [level=3]
    - textbox "API key"
    - button "Use API key"
    - status
    - heading "Use your own app registration" [level=3]
    - textbox "Redirect address": /^https:/
    - button "Copy"
    - textbox "Client ID"
    - button "Save client ID"
    - heading "Use Buffer's classic API" [level=3]
    - paragraph: /retires this API on 1 February 2027/
    - textbox "Classic access token"
    - button "Use access token"
    - textbox "Classic client ID"
    - textbox "Classic client secret"
    - button "Connect by the classic API"
    - list "How it works":
      - listitem
      - listitem
      - listitem
  `);
  const walk = await extension.context.newPage();
  await walk.goto(sandbox.at('/pages/walk.html'));
  const popup = await composerTab(extension, walk);
  await expect(popup.locator('body')).toMatchAriaSnapshot(`
    - banner:
      - /children: equal
      - text: Quick Queue
      - button "Go on in the side panel"
      - button "Settings"
    - main:
      - heading "New post" [level=1]
      - paragraph: Sign in to queue posts. What you write here is kept.
      - button "Connect with Buffer"
      - link "Other ways to sign in"
      - textbox "Post text"
      - radiogroup "Attachment"
      - textbox "Link"
      - combobox "When"
      - button "Add to queue"
  `);
  const welcome = new WelcomePage(page);
  await welcome.useKey(localBuffer.apiKey);
  await welcome.seesChannels();
  await expect(page.getByText('Signed in as Mara Alder')).toBeFocused();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "You are ready" [level=2]
    - list "Your channels":
      - listitem: Mara Alder on X
    - strong: Signed in as Mara Alder
    - text: with an API key
    - button "Sign out"
    - paragraph: /Posts that wait here stay/
  `);
  await welcome.signOut.press('Enter');
  await expect(welcome.connect).toBeFocused();
});

test('the settings', async ({ extension }) => {
  const page = await extension.page('options.html');
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - navigation "Contents":
      - link "Account"
      - link "Channels"
      - link "Text"
    - main:
      - heading "Settings" [level=1]
      - region "Account":
        - heading "Account" [level=2]
        - button "Connect with Buffer"
      - region "Channels":
        - heading "Channels" [level=2]
        - paragraph: Sign in to see your channels.
      - region "Text":
        - group "When you share a":
          - radio "Page" [checked]
        - textbox "Template"
        - group "Insert a variable"
        - figure "Preview"
      - region "Look":
        - group "Theme":
          - radio "As the system" [checked]
      - region "Shortcuts"
  `);
});

test('the list of posts', async ({ extension, localBuffer }) => {
  await signInByKey(extension, localBuffer.apiKey);
  const { page } = await QueuePage.open(extension);
  await page.getByRole('article').first().waitFor();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "Queue" [level=1]
    - tablist "What to show":
      - tab /^Queue/ [selected]
      - tab "Sent"
      - tab "Schedule"
    - tabpanel /^Queue/:
      - group "Channel":
        - radio "All" [checked]
        - radio "Mara Alder on X"
      - text: /^as of/
      - button "Refresh"
      - img /^Posts of the next two weeks/
      - heading [level=2]
      - article /^Mara Alder on X/:
        - time
        - paragraph
        - button "Edit"
        - button "Share now"
        - button "Move to top"
        - button "Delete"
  `);
  await page.close();
});
