// The active tab, read once and only because the person acted on it.
import { browser } from 'wxt/browser';
import type { Capture, CaptureOptions, TabInfo } from '../capture/capture.ts';
import { chooseFrom } from '../capture/choose.ts';
import { captureClick } from '../capture/click.ts';
import { readPage } from '../capture/page.ts';
import type { PageReading } from '../capture/reading.ts';
import { SANDBOX_ORIGIN } from './build.ts';
import type { ClickHandoff } from './schemas.ts';

const READING_DEADLINE_MS = 1000;

const OPTIONS: CaptureOptions = SANDBOX_ORIGIN ? { allow: SANDBOX_ORIGIN } : {};

export interface TabAddress extends TabInfo {
  id?: number | undefined;
}

/** Reads a tab's page, or says why it cannot: in the browser's words, or `deadline` after a second. */
async function readTab(tabId: number): Promise<PageReading | { trouble: string }> {
  const deadline = new Promise<{ trouble: string }>((resolve) =>
    setTimeout(resolve, READING_DEADLINE_MS, { trouble: 'deadline' }),
  );
  // Without `injectImmediately` a page that is still loading would not answer before it is complete.
  const reading = browser.scripting
    .executeScript({ target: { tabId }, func: readPage, injectImmediately: true })
    .then(([frame]) => (frame?.result as PageReading | null) ?? { trouble: 'no answer' })
    .catch((error: unknown) => ({ trouble: error instanceof Error ? error.message : String(error) }));
  return Promise.race([reading, deadline]);
}

/** The link, title, words and pictures of a tab; where the page cannot be read, the tab's address and title. */
export async function captureTab(tab: TabAddress): Promise<Capture> {
  const read = tab.id === undefined ? { trouble: 'no tab' } : await readTab(tab.id);
  return 'trouble' in read ? chooseFrom(null, { ...tab, ...read }, OPTIONS) : chooseFrom(read, tab, OPTIONS);
}

/** What was clicked, with what its page says of it. */
export async function captureHandoff({ click, tab }: ClickHandoff): Promise<Capture> {
  return captureClick(click, await captureTab(tab), OPTIONS);
}

export async function activeTab(): Promise<TabAddress> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  // A navigation that was never answered has no address yet but the one that it is on the way to.
  const url = tab?.url || tab?.pendingUrl || '';
  return { id: tab?.id, url, title: tab?.title ?? '', loading: tab?.status === 'loading' };
}
