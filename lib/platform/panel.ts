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

/** Whether it is open in a window; Firefox does not tell. */
export async function isPanelOpen(windowId: number): Promise<boolean> {
  if (import.meta.env.FIREFOX) return false;
  const panels = await browser.runtime.getContexts({ contextTypes: ['SIDE_PANEL'], windowIds: [windowId] });
  return panels.length > 0;
}
