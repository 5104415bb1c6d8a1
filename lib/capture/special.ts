// Pages that give less than others, and why: so that the composer can say it in one line.
import type { Less, TabInfo } from './capture.ts';
import { isPage } from './plain-document.ts';
import type { PageReading } from './reading.ts';

const STORES =
  /^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|microsoftedge\.microsoft\.com\/addons|addons\.mozilla\.org)(?:[/?#]|$)/;
/** What browsers say to a script that asks for such a page; of most they keep the address to themselves. */
const SAID: readonly [RegExp, Less][] = [
  [/error page/i, 'error'],
  [/extensions gallery/i, 'store'],
  [/\b(?:chrome|edge|brave|chrome-extension):\/\//i, 'browser'],
];

/** Whether the tab shows a page's source: such a tab never answers a script. */
export function isSource({ url }: TabInfo): boolean {
  return /^view-source:/i.test(url);
}

/** Why there is less than usual, or null; `tab.trouble` says why a page could not be read. */
export function lessOf(reading: PageReading | null, tab: TabInfo): Less | null {
  if (reading) return lessOfPage(reading);
  if (/^file:/i.test(tab.url)) return 'file';
  if (STORES.test(tab.url)) return 'store';
  if (tab.url && !/^https?:/i.test(tab.url)) return 'browser';
  const said = SAID.find(([words]) => words.test(tab.trouble ?? ''));
  if (said) return said[1];
  if (tab.loading) return 'loading';
  return tab.trouble === 'deadline' ? 'hung' : 'closed';
}

function lessOfPage(reading: PageReading): Less | null {
  const { contentType, status, complete, url } = reading;
  if (/^file:/i.test(url)) return 'file';
  if (contentType === 'application/pdf') return 'pdf';
  if (status >= 400) return 'gone';
  if (!isPage(reading)) return 'text';
  return complete ? null : 'loading';
}
