// The side panel stays open while its person reads on. In a browser of its own: a panel cannot be closed and opened again.
import { expect } from '@playwright/test';
import { ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { browserOnScreen } from './on-screen.ts';
import { Popup } from './popup.ts';

const screen = browserOnScreen();

test('the panel follows the person to other pages until words stand there', async ({ sandbox }) => {
  await screen.visit(sandbox.at('/pages/plain.html'));
  const panel = new ComposerPage(
    await Popup.at(screen.extension, 'sidepanel.html', async () => screen.desktop.press('alt+shift+d')),
  );
  await panel.isFilled();
  const walk = await screen.visit(sandbox.at('/pages/walk.html'));
  await panel.textIs(`Why the best ideas arrive on a walk\n${walk.url()}`);
  await panel.write('Half a thought');
  const photo = await screen.visit(sandbox.at('/pages/photo.html'));
  await panel.popup.waitForText('You look at another page now. Alt+Shift+D takes it.');
  expect(await panel.text()).toBe('Half a thought');
  screen.desktop.press('alt+shift+d');
  await panel.popup.waitForText('New here:');
  await panel.popup.click('button', 'Leave it');
  await photo.close();
  await panel.popup.close();
});
