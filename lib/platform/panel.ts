// The browser's side panel (in Firefox: the sidebar), which shows the composer beside the page.
import { browser } from 'wxt/browser';

interface Sidebar {
  open(): Promise<void>;
}

/** Opens it in a window. To be called while the browser still knows of the press that it answers. */
export function openPanel(windowId: number): Promise<void> {
  if (import.meta.env.FIREFOX) return (browser as unknown as { sidebarAction: Sidebar }).sidebarAction.open();
  return browser.sidePanel.open({ windowId });
}

/** Whether it is open in any window: Chromium does not tell in which, and Firefox does not tell at all. */
export async function isPanelOpen(): Promise<boolean> {
  if (import.meta.env.FIREFOX) return false;
  return (await browser.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length > 0;
}
