// Opens the list of entries: the tab that shows it already, or else a new one.
import { browser } from 'wxt/browser';

const PATH = '/queue.html';

export async function openQueuePage(): Promise<void> {
  const documentUrl = browser.runtime.getURL(PATH);
  // Firefox cannot be asked in every version.
  const filter: Parameters<typeof browser.runtime.getContexts>[0] = {
    contextTypes: ['TAB'],
    documentUrls: [documentUrl],
  };
  const [open] = (await browser.runtime.getContexts?.(filter)) ?? [];
  if (!open) return void (await browser.tabs.create({ url: PATH }));
  await browser.tabs.update(open.tabId, { active: true });
  await browser.windows.update(open.windowId, { focused: true });
}
