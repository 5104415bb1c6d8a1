// The active tab, read once and only because the person acted on it.
import { type Browser, browser } from 'wxt/browser';
import type { Capture, CaptureOptions, TabInfo } from '../capture/capture.ts';
import { chooseFrom } from '../capture/choose.ts';
import { readPage } from '../capture/page.ts';
import { readSelection } from '../capture/quote/read-selection.ts';
import type { Passage, SelectionReading } from '../capture/quote/selection.ts';
import { isSource } from '../capture/special.ts';
import { SANDBOX_ORIGIN } from './build.ts';
import { inject, isTrouble, type Trouble } from './inject.ts';

export const OPTIONS: CaptureOptions = SANDBOX_ORIGIN ? { allow: SANDBOX_ORIGIN } : {};

export interface TabAddress extends TabInfo {
  id?: number | undefined;
}

/** Gives a capture the link that leads to its quote: at once, or by loading first what knows how. */
export type LinkQuote = (capture: Capture, passage: Passage) => Capture | Promise<Capture>;

export interface Look {
  capture: Capture;
  selection: SelectionReading | Trouble | null;
}

/** The link, title, words and pictures of a tab; where the page cannot be read, the tab's address and title. */
export async function captureTab(tab: TabAddress, linkQuote: LinkQuote): Promise<Capture> {
  return (await lookAt(tab, linkQuote)).capture;
}

/** The page itself, and the selection in it or in one of its frames: both asked for in one round. */
export async function lookAt(tab: TabAddress, linkQuote: LinkQuote, frameId?: number): Promise<Look> {
  const { id: tabId } = tab;
  if (tabId === undefined || isSource(tab)) return { capture: unread(tab, 'no tab'), selection: null };
  const [page, selection] = await Promise.all([
    inject({ tabId }, readPage),
    inject({ tabId, frameId }, readSelection),
  ]);
  if (!page || isTrouble(page)) return { capture: unread(tab, page?.trouble ?? 'no answer'), selection };
  const found = isTrouble(selection) ? null : selection;
  const capture = chooseFrom(page, tab, { ...OPTIONS, quote: found?.text ?? '' });
  return { capture: found?.passage ? await linkQuote(capture, found.passage) : capture, selection };
}

function unread(tab: TabAddress, trouble: string): Capture {
  return chooseFrom(null, { ...tab, trouble }, OPTIONS);
}

/**
 * The tab's page once it has been loaded, for a capture whose `less` is `loading`; null if the tab is closed before.
 * Never settles while the page is being loaded.
 */
export async function captureWhenComplete({ id }: TabAddress, linkQuote: LinkQuote): Promise<Capture | null> {
  if (id === undefined || !(await completes(id))) return null;
  const tab = await browser.tabs.get(id).catch(() => null);
  return tab && captureTab(addressOf(tab), linkQuote);
}

/** False if the tab is gone before. */
function completes(tabId: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const updated = (id: number, { status }: { status?: string }): void => {
    if (id === tabId && status === 'complete') resolve(true);
  };
  const removed = (id: number): void => void (id === tabId && resolve(false));
  browser.tabs.onUpdated.addListener(updated);
  browser.tabs.onRemoved.addListener(removed);
  browser.tabs.get(tabId).then(
    ({ status }) => status === 'complete' && resolve(true),
    () => resolve(false),
  );
  return promise.finally(() => {
    browser.tabs.onUpdated.removeListener(updated);
    browser.tabs.onRemoved.removeListener(removed);
  });
}

/** Of this window, or of another. */
export async function activeTab(windowId?: number): Promise<TabAddress> {
  const where = windowId === undefined ? { currentWindow: true } : { windowId };
  const [tab] = await browser.tabs.query({ active: true, ...where });
  return tab ? addressOf(tab) : { url: '', title: '' };
}

function addressOf(tab: Browser.tabs.Tab): TabAddress {
  // A navigation that was never answered has no address yet but the one that it is on the way to.
  const url = tab.url || tab.pendingUrl || '';
  return { id: tab.id, url, title: tab.title ?? '', loading: tab.status === 'loading' };
}
