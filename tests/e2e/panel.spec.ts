// The side panel: opened from the popup and by its key, it goes on with what stood there, and never loses words.
import { expect } from '@playwright/test';
import { ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { browserOnScreen } from './on-screen.ts';
import { Popup } from './popup.ts';

const screen = browserOnScreen();

test('the popup moves into the panel with its words, and the panel turns to what is clicked', async ({
  sandbox,
}) => {
  const page = await screen.visit(sandbox.at('/pages/walk.html'));
  const popup = await screen.opens(() => screen.desktop.press('alt+shift+q'));
  await popup.isFilled();
  await popup.write('Half a thought');
  const panel = new ComposerPage(
    await Popup.at(screen.extension, 'sidepanel.html', () =>
      popup.popup.click('button', 'Go on in the side panel'),
    ),
  );
  await panel.textIs('Half a thought');
  await screen.desktop.openMenu(page.getByRole('img').first());
  screen.chooseItem();
  await panel.popup.waitForText('New here:');
  expect(await panel.text()).toBe('Half a thought');
  await panel.popup.click('button', 'New post');
  await panel.popup.waitFor(() => document.querySelector('.icon-button.waiting'));
  await panel.popup.click('button', '1 draft waits');
  await panel.popup.waitForText('Half a thought');
  await panel.popup.press('Escape');
  expect(await panel.popup.checked('radio', 'Pictures')).toBe(true);
  await panel.popup.close();
});
