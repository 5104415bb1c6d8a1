// The welcome page, and the sign-in panel that the settings share with it.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Extension } from './browser.ts';

export class WelcomePage {
  readonly page: Page;
  readonly connect: Locator;
  readonly signOut: Locator;
  readonly channels: Locator;
  readonly outcome: Locator;

  constructor(page: Page) {
    this.page = page;
    this.connect = page.getByRole('button', { name: 'Connect with Buffer' });
    this.signOut = page.getByRole('button', { name: 'Sign out' });
    this.channels = page.getByRole('list', { name: 'Your channels' }).getByRole('listitem');
    this.outcome = page.getByRole('status');
  }

  static async open(extension: Extension): Promise<WelcomePage> {
    return new WelcomePage(await extension.page('welcome.html'));
  }

  /** Presses Connect and answers the window of Buffer that opens. */
  async openConsent(): Promise<Page> {
    const opening = this.page
      .context()
      .waitForEvent('page', (page) => !page.url().startsWith('chrome-extension:'));
    await this.connect.click();
    return opening;
  }

  async connectAnd(answer: 'Allow' | 'Deny'): Promise<void> {
    const consent = await this.openConsent();
    const closed = consent.waitForEvent('close');
    await consent.getByRole('button', { name: answer }).click();
    await closed;
  }

  async useKey(key: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'API key' }).fill(key);
    await this.page.getByRole('button', { name: 'Use API key' }).click();
  }

  async seesChannels(): Promise<void> {
    await expect(this.signOut).toBeVisible();
    await expect(this.channels).toHaveCount(8);
  }
}

/** Signs in with a key in a tab that closes again. */
export async function signInByKey(extension: Extension, key: string): Promise<void> {
  const welcome = await WelcomePage.open(extension);
  await welcome.useKey(key);
  await welcome.seesChannels();
  await welcome.page.close();
}

/** Signs in through the window of Buffer; the page stays open. */
export async function signInByConsent(extension: Extension): Promise<WelcomePage> {
  const welcome = await WelcomePage.open(extension);
  await welcome.connectAnd('Allow');
  await welcome.seesChannels();
  return welcome;
}
