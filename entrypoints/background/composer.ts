// Opens the composer: in the side panel where that is open, else as the toolbar popup, or in a small window where the
// browser cannot open one.
import { browser } from 'wxt/browser';
import { isPanelOpen, openPanel } from '@/lib/platform/panel.ts';
import type { Handoff } from '@/lib/platform/schemas.ts';
import { HANDOFF, watch, write } from '@/lib/platform/storage.ts';
import type { TabAddress } from '@/lib/platform/tabs.ts';

const WINDOW = { width: 436, height: 640 };
/** What no panel has taken by then goes to the popup. */
const PANEL_ANSWERS_MS = 300;

/** Opens it with what was clicked, or else over the active tab. */
export async function openComposer(handoff: Handoff | null = null): Promise<void> {
  // Firefox opens a popup only while it still knows of the click, so there nothing is awaited before.
  if (import.meta.env.FIREFOX) void write(HANDOFF, handoff);
  else if (handoff && (await handToPanel(handoff))) return;
  else await write(HANDOFF, handoff);
  try {
    await browser.action.openPopup();
  } catch {
    await browser.windows.create({ url: '/sidepanel.html', type: 'popup', ...WINDOW });
  }
}

/** The panel of the window that the person is in turns to it; false if none does. */
async function handToPanel(handoff: Handoff): Promise<boolean> {
  if (!(await isPanelOpen())) return false;
  const { id: windowId } = await browser.windows.getLastFocused();
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const stop = watch(HANDOFF, (left) => left === null && resolve(true));
  const timer = setTimeout(resolve, PANEL_ANSWERS_MS, false);
  await write(HANDOFF, { ...handoff, windowId });
  return promise.finally(() => {
    clearTimeout(timer);
    stop();
  });
}

/** Opens the side panel of the tab's window with that tab, or turns it to it. */
export async function openInPanel(tab: TabAddress & { windowId: number }): Promise<void> {
  const { id, url, title, windowId } = tab;
  // The browser still has to know of the key when it opens it.
  const opened = openPanel(windowId);
  await write(HANDOFF, { tab: { id, url, title }, windowId });
  await opened;
}
