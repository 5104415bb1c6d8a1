// The welcome page, and the sign-in panel that the settings share with it.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Extension } from './browser.ts';

export interface ClassicApp {
  classicClientId: string;
  classicClientSecret: string;
}

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
  openConsent(): Promise<Page> {
    return this.#windowOf(this.connect);
  }

  async #windowOf(button: Locator): Promise<Page> {
    const opening = this.page
      .context()
      .waitForEvent('page', (page) => !page.url().startsWith('chrome-extension:'));
    await button.click();
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

  async useClassicToken(token: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Classic access token' }).fill(token);
    await this.page.getByRole('button', { name: 'Use access token' }).click();
  }

  /** Types an app of the classic API, presses its button and answers the window of Buffer that opens. */
  async connectClassicAnd(
    answer: 'Allow' | 'Deny',
    { classicClientId, classicClientSecret }: ClassicApp,
  ): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Classic client ID' }).fill(classicClientId);
    await this.page.getByRole('textbox', { name: 'Classic client secret' }).fill(classicClientSecret);
    const consent = await this.#windowOf(
      this.page.getByRole('button', { name: 'Connect by the classic API' }),
    );
    const closed = consent.waitForEvent('close');
    await consent.getByRole('button', { name: answer }).click();
    await closed;
  }

  async seesChannels(): Promise<void> {
    await expect(this.signOut).toBeVisible();
    await expect(this.channels).toHaveCount(8);
  }
}

/** Signs in with a key in the tab that the extension has opened. */
export async function signInByKey(extension: Extension, key: string): Promise<void> {
  const welcome = new WelcomePage(await extension.opened('welcome.html'));
  await welcome.useKey(key);
  await welcome.seesChannels();
}

/** Signs in through the window of Buffer; the page stays open. */
export async function signInByConsent(extension: Extension): Promise<WelcomePage> {
  const welcome = await WelcomePage.open(extension);
  await welcome.connectAnd('Allow');
  await welcome.seesChannels();
  return welcome;
}

/** Signs in to the classic API through an app of one's own; the page stays open. */
export async function signInByApp(extension: Extension, app: ClassicApp): Promise<WelcomePage> {
  const welcome = await WelcomePage.open(extension);
  await welcome.connectClassicAnd('Allow', app);
  await welcome.seesChannels();
  return welcome;
}

/** Signs in to the classic API with a token that was brought along; the page stays open. */
export async function signInByToken(extension: Extension, token: string): Promise<WelcomePage> {
  const welcome = await WelcomePage.open(extension);
  await welcome.useClassicToken(token);
  await welcome.seesChannels();
  return welcome;
}
