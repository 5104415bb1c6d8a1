// One signed-in browser on a screen of its own, for the tests that press real keys and buttons.
import type { Page } from '@playwright/test';
import { Extension } from './browser.ts';
import { ComposerPage } from './composer.page.ts';
import { type Desktop, missingPrograms, startDesktop } from './desktop.ts';
import { extensionFolder, test } from './fixtures.ts';
import { Popup } from './popup.ts';
import { SandboxClient } from './sandbox.ts';
import { signInByKey } from './welcome.page.ts';

export interface OnScreen {
  readonly desktop: Desktop;
  readonly extension: Extension;
  /** Opens a page in a new tab, in front of the others. */
  visit(url: string): Promise<Page>;
  /** The composer that a press opens. */
  opens(press: () => unknown): Promise<ComposerPage>;
  /** Chooses the extension's item in the menu that is open; `below` are the browser's own items under it. */
  chooseItem(below?: number): void;
}

export function browserOnScreen(): OnScreen {
  const missing = missingPrograms();
  // Only root can install them: who runs the tests as an ordinary user may not have them, and is told so.
  test.skip(missing.length > 0, `not installed: ${missing.join(', ')}`);
  let shared: { desktop: Desktop; extension: Extension } | null = null;
  const started = () => {
    if (!shared) throw new Error('The browser has not been launched.');
    return shared;
  };
  test.beforeAll(async ({ localBuffer }) => {
    // As `signedInBrowser` does: nothing of an earlier file's world may be in it.
    await new SandboxClient(localBuffer.origin).reset();
    const desktop = await startDesktop();
    const extension = await Extension.launch({
      folder: extensionFolder(),
      headless: false,
      args: desktop.args,
      env: { DISPLAY: desktop.display },
    });
    shared = { desktop, extension };
    await signInByKey(extension, localBuffer.apiKey);
  });
  test.afterAll(async () => {
    await shared?.extension.close();
    await shared?.desktop.stop();
  });
  return {
    get desktop() {
      return started().desktop;
    },
    get extension() {
      return started().extension;
    },
    async visit(url) {
      const page = await started().extension.context.newPage();
      await page.goto(url);
      await page.bringToFront();
      return page;
    },
    opens: async (press) => new ComposerPage(await Popup.after(started().extension, async () => press())),
    chooseItem(below = 1) {
      for (let step = 0; step <= below; step += 1) started().desktop.press('Up');
      started().desktop.press('Return');
    },
  };
}
