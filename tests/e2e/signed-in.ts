// One signed-in browser for all tests of a file; each test starts with no drafts, no remembered choice and the usual settings.
import type { Page } from '@playwright/test';
import type { Extension, LaunchOptions } from './browser.ts';
import { launchExtension, test } from './fixtures.ts';
import { SandboxClient } from './sandbox.ts';
import { signInByKey } from './welcome.page.ts';

function forget(extension: Extension): Promise<void> {
  return extension.evaluate(async () => {
    const stored = Object.keys(await chrome.storage.local.get(null));
    const choices = ['choice', 'fieldChoices', 'linkChoices', 'sites', 'settings'];
    await chrome.storage.local.remove(
      stored.filter((key) => key.startsWith('draft:') || choices.includes(key)),
    );
  }, undefined);
}

export interface SignedIn {
  readonly extension: Extension;
  /** Opens a page in a new tab. */
  visit(url: string): Promise<Page>;
}

export function signedInBrowser(options: Partial<LaunchOptions> = {}): SignedIn {
  let shared: Extension | null = null;
  const browser: SignedIn = {
    get extension() {
      if (!shared) throw new Error('The browser has not been launched.');
      return shared;
    },
    async visit(url) {
      const page = await browser.extension.context.newPage();
      await page.goto(url);
      return page;
    },
  };
  test.beforeAll(async ({ localBuffer }) => {
    // What it reads when it signs in stays known: nothing of an earlier file's world may be in it.
    await new SandboxClient(localBuffer.origin).reset();
    shared = await launchExtension(options);
    await signInByKey(shared, localBuffer.apiKey);
  });
  test.beforeEach(() => forget(browser.extension));
  test.afterAll(() => browser.extension.close());
  return browser;
}
