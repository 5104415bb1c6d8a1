// The context menu: one item per kind of thing, which opens the composer with exactly that.
import { browser } from 'wxt/browser';
import { MENU_ITEMS } from '@/lib/capture/items.ts';
import { t } from '@/lib/platform/i18n.ts';
import type { ClickHandoff } from '@/lib/platform/schemas.ts';
import { openComposer } from './composer.ts';

/** Menus outlive the worker, so they are made only when the extension is installed or updated. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, contexts, titleKey } of MENU_ITEMS) {
    browser.contextMenus.create({ id, contexts: [...contexts], title: t(titleKey) });
  }
}

export function registerMenus(): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const item = MENU_ITEMS.find(({ id }) => id === info.menuItemId);
    if (!item) return;
    const click: ClickHandoff['click'] = {
      itemId: item.id,
      pageUrl: info.pageUrl ?? tab?.url ?? '',
      ...(info.linkUrl ? { linkUrl: info.linkUrl } : {}),
      ...(info.srcUrl ? { srcUrl: info.srcUrl } : {}),
      ...(info.selectionText ? { selectionText: info.selectionText } : {}),
      ...(info.frameId ? { frameId: info.frameId } : {}),
      editable: info.editable,
    };
    void openComposer({
      click,
      tab: { id: tab?.id, url: tab?.url ?? click.pageUrl, title: tab?.title ?? '' },
    });
  });
}
