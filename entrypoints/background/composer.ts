// Opens the composer: as the toolbar popup, or in a small window where the browser cannot open one.
import { browser } from 'wxt/browser';
import type { Handoff } from '@/lib/platform/schemas.ts';
import { HANDOFF, write } from '@/lib/platform/storage.ts';

const WINDOW = { width: 436, height: 640 };

/** Firefox opens a popup only while it still knows of the click, so nothing is awaited before. */
export async function openComposer(handoff: Handoff | null = null): Promise<void> {
  const opened = browser.action.openPopup();
  const handed = write(HANDOFF, handoff);
  try {
    await opened;
  } catch {
    await handed;
    await browser.windows.create({ url: '/popup.html', type: 'popup', ...WINDOW });
  }
  await handed;
}
