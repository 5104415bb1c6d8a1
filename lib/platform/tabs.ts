// The active tab, read once and only because the person acted on it.
import { browser } from 'wxt/browser';
import type { Capture, CaptureOptions } from '../capture/capture.ts';
import { chooseFrom } from '../capture/choose.ts';
import { captureClick } from '../capture/click.ts';
import { type PageReading, readPage } from '../capture/page.ts';
import { SANDBOX_ORIGIN } from './build.ts';
import type { ClickHandoff } from './schemas.ts';

const READING_DEADLINE_MS = 1000;

const OPTIONS: CaptureOptions = SANDBOX_ORIGIN ? { allow: SANDBOX_ORIGIN } : {};

export interface TabAddress {
  id?: number | undefined;
  url: string;
  title: string;
}

/** Reads a tab's page; null where the browser does not let it be read, or when it takes longer than a second. */
async function readTab(tabId: number): Promise<PageReading | null> {
  const deadline = new Promise<null>((resolve) => setTimeout(resolve, READING_DEADLINE_MS, null));
  const reading = browser.scripting
    .executeScript({ target: { tabId }, func: readPage })
    .then(([frame]) => (frame?.result as PageReading | undefined) ?? null)
    .catch(() => null);
  return Promise.race([reading, deadline]);
}

/** The link, title, words and pictures of a tab; where the page cannot be read, the tab's address and title. */
export async function captureTab(tab: TabAddress): Promise<Capture> {
  const reading = tab.id === undefined ? null : await readTab(tab.id);
  return chooseFrom(reading, tab, OPTIONS);
}

/** What was clicked, with what its page says of it. */
export async function captureHandoff({ click, tab }: ClickHandoff): Promise<Capture> {
  return captureClick(click, await captureTab(tab), OPTIONS);
}

export async function activeTab(): Promise<TabAddress> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return { id: tab?.id, url: tab?.url ?? '', title: tab?.title ?? '' };
}
