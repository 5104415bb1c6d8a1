// Every screen, light and dark, against the rules of WCAG 2.2 AA that a program can check.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { CHANNEL } from './composer.page.ts';
import { launchExtension, test } from './fixtures.ts';
import { signedInBrowser } from './signed-in.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
const browser = signedInBrowser();

async function isAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Colours that are still on their way from one scheme to the other would be judged.
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    const { violations, passes } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(passes.length).toBeGreaterThan(10);
    const found = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${colorScheme}: ${id}: ${help}: ${target}: ${failureSummary}`,
      ),
    );
    expect(found).toEqual([]);
  }
}

test('welcome, settings and the composer before signing in', async () => {
  const extension = await launchExtension();
  const welcome = await extension.opened('welcome.html');
  await isAccessible(welcome);
  await welcome.getByRole('button', { name: 'Use API key' }).click();
  await expect(welcome.getByText('Enter your API key first.')).toBeVisible();
  await isAccessible(welcome);
  const options = await extension.page('options.html');
  await options.getByRole('button', { name: 'Connect with Buffer' }).waitFor();
  await isAccessible(options);
  const popup = await extension.page('popup.html');
  await popup.getByRole('button', { name: 'Connect with Buffer' }).waitFor();
  await isAccessible(popup);
  await extension.close();
});

test('welcome and settings when signed in', async () => {
  const welcome = await browser.extension.page('welcome.html');
  await welcome.getByRole('button', { name: 'Sign out' }).waitFor();
  await isAccessible(welcome);
  const options = await browser.extension.page('options.html');
  await options.getByRole('radio', { name: 'Always these' }).check();
  await options.getByRole('checkbox', { name: CHANNEL.x }).waitFor();
  await isAccessible(options);
  await options.getByRole('radio', { name: 'The channels chosen last' }).check();
});

test('the composer with a draft, with problems, and after sending', async ({ sandbox }) => {
  const popup = await browser.extension.page('popup.html');
  await popup.getByRole('textbox', { name: 'Link' }).fill(sandbox.at('/pages/walk.html'));
  await popup.getByRole('textbox', { name: 'Post text' }).fill(`${'x'.repeat(300)} a draft`);
  await popup.getByRole('checkbox', { name: CHANNEL.x }).check({ force: true });
  await popup.getByRole('button', { name: 'Add to queue' }).click();
  await popup.getByText('Too long for').waitFor();
  await isAccessible(popup);
  await popup.getByRole('combobox', { name: 'When' }).selectOption('Pick a time');
  await isAccessible(popup);
  await popup.getByRole('combobox', { name: 'When' }).selectOption('Draft');
  await popup.getByRole('textbox', { name: 'Post text' }).fill('An accessible post');
  await popup.getByRole('button', { name: 'Save draft' }).click();
  await popup.getByRole('status').getByText('In Buffer').waitFor();
  await isAccessible(popup);
});
