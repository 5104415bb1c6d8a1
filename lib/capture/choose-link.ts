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
    const clean = url && asSecureAs(own, cleanLink(url).url);
    if (clean && isBelievable(new URL(clean), new URL(own))) add(clean, source);
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

/** A page that was read over https is not shared by its http address. */
function asSecureAs(page: string, claimed: string): string {
  const secure = claimed.replace(/^http:/, 'https:');
  return page.startsWith('https:') && new URL(secure).host === new URL(page).host ? secure : claimed;
}

function isBelievable(claimed: URL, page: URL): boolean {
  if (isCacheCopy(page)) return !isCacheCopy(claimed);
  return isSameSite(claimed, page) && !isOnlyHome(claimed, page) && keepsMeaning(claimed, page);
}

/** Copies of AMP pages stand on another site than the page that they name. */
export function isCacheCopy({ hostname, pathname }: URL): boolean {
  return (
    hostname.endsWith('.cdn.ampproject.org') ||
    (/^www\.google\./.test(hostname) && pathname.startsWith('/amp/'))
  );
}

function isOnlyHome(claimed: URL, page: URL): boolean {
  const home = claimed.pathname === '/' && !claimed.search;
  return home && (page.pathname !== '/' || /^#[/!]/.test(page.hash));
}
