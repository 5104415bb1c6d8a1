// Opens the composer: as the toolbar popup, or in a small window where the browser cannot open one.
import { browser } from 'wxt/browser';
import type { Handoff } from '@/lib/platform/schemas.ts';
import { HANDOFF, write } from '@/lib/platform/storage.ts';

const WINDOW = { width: 436, height: 640 };

/** Opens it with what was clicked, or else over the active tab. */
export async function openComposer(handoff: Handoff | null = null): Promise<void> {
  const handed = write(HANDOFF, handoff);
  // Firefox opens a popup only while it still knows of the click, so there nothing is awaited before.
  if (!import.meta.env.FIREFOX) await handed;
  try {
    await browser.action.openPopup();
  } catch {
    await browser.windows.create({ url: '/popup.html', type: 'popup', ...WINDOW });
  }
}
