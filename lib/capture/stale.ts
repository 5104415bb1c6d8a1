// After in-page navigation a page's tags may still be about the page before.

import type { PageReading } from './reading.ts';
import { isSamePage } from './same-address.ts';

const OF_THE_SITE = ['og:site_name', 'application-name'];

/** Whether the address is no longer the one that was loaded, so that tags need a proof. */
export function hasMoved({ url, arrived }: PageReading): boolean {
  return arrived !== '' && !isSamePage(arrived, url);
}

/**
 * The reading without what is about another page: after in-page navigation tags count only if `og:url` is the current
 * address or `og:title` the current title. A canonical link is no proof, sites update it while `og` tags stay old. An
 * error's page is about nothing that was asked for.
 */
export function withoutStale(
  reading: PageReading,
  isSameTitle: (a: string, b: string) => boolean,
): PageReading {
  const isError = reading.status >= 400;
  if (!isError && !hasMoved(reading)) return reading;
  if (!isError && isProven(reading, isSameTitle)) return withoutOldAddress(reading);
  const meta = reading.meta.filter(({ name }) => OF_THE_SITE.includes(name));
  return { ...reading, meta, links: [], jsonLd: [], images: isError ? [] : reading.images };
}

function isProven(
  { meta, url, baseUrl, title }: PageReading,
  isSameTitle: (a: string, b: string) => boolean,
): boolean {
  const tag = (name: string): string => meta.find((tag) => tag.name === name)?.content ?? '';
  const address = tag('og:url');
  return (address !== '' && isSamePage(address, url, baseUrl)) || isSameTitle(tag('og:title'), title);
}

/** A title that is proven does not prove an address that is another page's. */
function withoutOldAddress(reading: PageReading): PageReading {
  const { meta, url, baseUrl } = reading;
  const isOld = ({ name, content }: { name: string; content: string }): boolean =>
    name === 'og:url' && !isSamePage(content, url, baseUrl);
  return { ...reading, meta: meta.filter((tag) => !isOld(tag)) };
}
