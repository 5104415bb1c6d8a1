// Opens the composer: in the side panel where that is open, else as the toolbar popup, or in a small window where the
// browser cannot open one.
import { browser } from 'wxt/browser';
import { isPanelOpen, openPanel } from '@/lib/platform/panel.ts';
import type { Handoff } from '@/lib/platform/schemas.ts';
import { HANDOFF, write } from '@/lib/platform/storage.ts';
import type { TabAddress } from '@/lib/platform/tabs.ts';

const WINDOW = { width: 436, height: 640 };

/** Opens it with what was clicked, or else over the active tab. */
export async function openComposer(handoff: Handoff | null = null): Promise<void> {
  // Firefox opens a popup only while it still knows of the click, so there nothing is awaited before.
  if (import.meta.env.FIREFOX) void write(HANDOFF, handoff);
  else if (await handToPanel(handoff)) return;
  else await write(HANDOFF, handoff);
  try {
    await browser.action.openPopup();
  } catch {
    await browser.windows.create({ url: '/sidepanel.html', type: 'popup', ...WINDOW });
  }
}

/** The composer that is open beside the page turns to it; false if none is. */
async function handToPanel(handoff: Handoff | null): Promise<boolean> {
  const { id: windowId } = await browser.windows.getLastFocused();
  if (windowId === undefined || !(await isPanelOpen(windowId))) return false;
  if (handoff) await write(HANDOFF, { ...handoff, windowId });
  return true;
}

/** Opens the side panel of the tab's window with that tab, or turns it to it. */
export async function openInPanel(tab: TabAddress & { windowId: number }): Promise<void> {
  const { id, url, title, windowId } = tab;
  // The browser still has to know of the key when it opens it.
  const opened = openPanel(windowId);
  await write(HANDOFF, { tab: { id, url, title }, windowId });
  await opened;
}
