// Which address stands for the page: its canonical one if that can be believed, else the tab's without trackers.

import { safeUrl } from '../buffer/safe-url.ts';
import type { LinkOption, Source } from './capture.ts';
import { cleanLink } from './clean-link.ts';
import { isSameSite, keepsMeaning } from './same-address.ts';

export interface LinkCandidate {
  source: Source;
  value: string;
  base: string;
}

/**
 * The candidates that can be believed, then the address without trackers, then the address as it stands (`address`, if
 * that is another); each once. Empty if the address cannot be shared at all.
 */
export function chooseLinks(address: string, candidates: LinkCandidate[]): LinkOption[] {
  const own = safeUrl(cleanLink(address).url);
  if (!own) return [];
  const whole = safeUrl(address) ?? own;
  const options = new Map<string, Source>();
  const add = (value: string, source: Source): void =>
    void (options.has(value) || options.set(value, source));
  for (const { source, value, base } of candidates) {
    const url = value && safeUrl(value, base);
    const clean = url && claimedFor(new URL(own), new URL(cleanLink(url).url));
    if (clean) add(clean, source);
  }
  add(own, 'tab');
  add(whole, 'address');
  return [...options].map(([value, source]) => ({ value, source, removed: lost(address, value) }));
}

/** The trackers of `address` that `value` does not have. */
function lost(address: string, value: string): string[] {
  const kept = new URL(value).searchParams;
  return cleanLink(address).removed.filter((name) => !kept.has(name));
}

/** The address that a page claims as its own, if it can be believed; else null. */
function claimedFor(page: URL, claimed: URL): string | null {
  // A page that was read over https is not shared by its http address.
  if (page.protocol === 'https:' && claimed.host === page.host) claimed.protocol = 'https:';
  // A hash is somebody's place on the page, or a route: it counts where it stands in the address bar.
  if (claimed.hash !== page.hash) claimed.hash = '';
  if (isCacheCopy(page)) return isCacheCopy(claimed) ? null : claimed.href;
  const isBelievable =
    isSameSite(claimed, page) && !isShallower(claimed, page) && keepsMeaning(claimed, page);
  return isBelievable ? claimed.href : null;
}

/** Copies of AMP pages stand on another site than the page that they name. */
export function isCacheCopy({ hostname, pathname }: URL): boolean {
  return (
    hostname.endsWith('.cdn.ampproject.org') ||
    (/^www\.google\./.test(hostname) && pathname.startsWith('/amp/'))
  );
}

/** The bare home page for a page below it, or an address without the route that an application keeps in its hash. */
function isShallower(claimed: URL, page: URL): boolean {
  const isHome = claimed.pathname === '/' && !claimed.search;
  return (isHome && page.pathname !== '/') || (/^#[/!]/.test(page.hash) && claimed.hash !== page.hash);
}
