// Which address stands for the page: its canonical one if that can be believed, else the tab's without trackers.

import { safeUrl } from '../buffer/safe-url.ts';
import type { CapturedLink, Source } from './capture.ts';
import { cleanLink } from './clean-link.ts';

export interface LinkCandidate {
  source: Source;
  value: string;
  base: string;
}

/** Parameters that say which page it is: an address that lost one of them is another page. */
const MEANING = ['v', 'id', 'p', 'q', 'query', 'search', 'story_fbid', 'page_id', 'article', 'item', 'list'];
const VARIANT_PREFIX = /^(?:www|m|mobile|amp)\./;

/** The first candidate that can be believed, else the tab's own address; `url` is empty if that cannot be shared. */
export function chooseLink(tabUrl: string, candidates: LinkCandidate[]): CapturedLink {
  const cleaned = cleanLink(tabUrl);
  const own = safeUrl(cleaned.url) ?? '';
  const original = safeUrl(tabUrl) ?? own;
  const result = { removed: own ? cleaned.removed : [], original };
  for (const { source, value, base } of own ? candidates : []) {
    const url = value && safeUrl(value, base);
    const clean = url && cleanLink(url).url;
    if (clean && isBelievable(new URL(clean), new URL(own))) return { ...result, url: clean, source };
  }
  return { ...result, url: own, source: 'tab' };
}

function isBelievable(claimed: URL, page: URL): boolean {
  if (isCacheCopy(page)) return !isCacheCopy(claimed);
  return isSameSite(claimed, page) && !isOnlyHome(claimed, page) && keepsMeaning(claimed, page);
}

/** Copies of AMP pages stand on another site than the page that they name. */
function isCacheCopy({ hostname, pathname }: URL): boolean {
  return (
    hostname.endsWith('.cdn.ampproject.org') ||
    (/^www\.google\./.test(hostname) && pathname.startsWith('/amp/'))
  );
}

function isSameSite(a: URL, b: URL): boolean {
  const [first, second] = [a, b].map(({ host }) => host.replace(VARIANT_PREFIX, '')) as [string, string];
  return first === second || first.endsWith(`.${second}`) || second.endsWith(`.${first}`);
}

function isOnlyHome(claimed: URL, page: URL): boolean {
  const home = claimed.pathname === '/' && !claimed.search;
  return home && (page.pathname !== '/' || /^#[/!]/.test(page.hash));
}

/** Another path may well say in words what a parameter said; the same path without it does not. */
function keepsMeaning(claimed: URL, page: URL): boolean {
  if (trimmed(claimed) !== trimmed(page)) return true;
  const [has, had] = [claimed.searchParams, page.searchParams];
  return MEANING.every((name) => !had.has(name) || has.get(name) === had.get(name));
}

function trimmed({ pathname }: URL): string {
  return pathname.replace(/\/$/, '');
}
