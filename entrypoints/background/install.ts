// What happens once: the welcome page at install, the menus at install and update, who may read storage.
import { browser } from 'wxt/browser';
import { createMenus } from './menus.ts';

export function registerInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void createMenus();
    if (reason === 'install') void browser.tabs.create({ url: '/welcome.html' });
  });
}

/** Keeps code that runs inside pages out of the extension's storage. Firefox has no such call; no secret is there. */
export async function closeStorage(): Promise<void> {
  await Promise.all(
    [browser.storage.local, browser.storage.session].map((area) =>
      area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }),
    ),
  );
}
