// Where screens are brought about: a browser, the local Buffer, pages to write about, and the composer over one of them.
import type { Page } from '@playwright/test';
import type { Extension } from '../browser.ts';
import type { Credentials } from '../local-buffer.ts';
import type { PageServer } from '../page-server.ts';
import type { SandboxClient } from '../sandbox.ts';
import { WelcomePage } from '../welcome.page.ts';

export interface Stage {
  readonly extension: Extension;
  readonly sandbox: SandboxClient;
  readonly localBuffer: Credentials;
  /** For pages that the local Buffer has not. */
  readonly site: PageServer;
}

/** Brings a page of the extension to the state that it is to be seen in. */
export type Reach = (stage: Stage) => Promise<Page>;

export const WALK = '/pages/walk.html';
export const PLAIN = '/pages/plain.html';

/** Waits until all that a sign-in asks Buffer for has been answered; the daily limits are the last of it. */
export async function isAnswered({ page, signOut }: WelcomePage): Promise<void> {
  await signOut.waitFor();
  await page.waitForFunction(async () => {
    const { channels } = (await chrome.storage.local.get('channels')) as { channels?: { atLimit?: object } };
    return channels?.atLimit !== undefined;
  });
}

/** By a key, in a tab that closes again. */
export async function signIn({ extension, localBuffer }: Stage): Promise<void> {
  const welcome = await WelcomePage.open(extension);
  await welcome.useKey(localBuffer.apiKey);
  await isAnswered(welcome);
  await welcome.page.close();
}

type Where = 'popup.html' | 'sidepanel.html';

/** The handoff of a tab with this page, which is opened unless it stands there already. */
export async function tabWith({ extension }: Stage, url: string) {
  const open = extension.context.pages().find((page) => page.url() === url);
  if (!open) await (await extension.context.newPage()).goto(url);
  return extension.evaluate(async (wanted) => {
    const all = await chrome.tabs.query({});
    const { id, url: address = wanted, title = '' } = all.find((tab) => tab.url === wanted) ?? {};
    return { id, url: address, title };
  }, url);
}

/** Opens the composer as a tab that was handed over to, and gives it before anything has come into it. */
export async function openedOver(stage: Stage, url: string, where: Where = 'popup.html'): Promise<Page> {
  const handoff = { tab: await tabWith(stage, url) };
  await stage.extension.evaluate((given) => chrome.storage.session.set({ handoff: given }), handoff);
  return stage.extension.page(where);
}

/** The composer, filled from a page of the local Buffer or, where an address is given, from that one. */
export async function over(stage: Stage, path = WALK, where: Where = 'popup.html'): Promise<Page> {
  const page = await openedOver(stage, path.startsWith('/') ? stage.sandbox.at(path) : path, where);
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.link-field')?.value);
  await page.locator('.attach .pictures, .segments label:last-child :checked').first().waitFor();
  return page;
}

/** Chooses channels by their names, as the space bar does. */
export async function choose(page: Page, ...names: string[]): Promise<Page> {
  for (const name of names) await page.getByRole('checkbox', { name, exact: true }).press(' ');
  return page;
}

export const words = (page: Page) => page.getByRole('textbox', { name: 'Post text' });
export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
