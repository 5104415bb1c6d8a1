// Which of a page's links the person wants on which site: remembered, and used for the next page there.
import type { Capture, LinkOption, Source } from './capture.ts';
import { siteOf } from './sites.ts';

/** The name of a site, and the kind of link that was chosen there: a `Source`, or what a later version has stored. */
export interface LinkChoice {
  host: string;
  source: string;
}

const MOST = 200;

/** The choices with this one last, without the oldest beyond 200; null forgets what was chosen on that site. */
export function withLinkChoice(choices: LinkChoice[], address: string, source: Source | null): LinkChoice[] {
  const host = siteOf(address);
  const others = choices.filter((choice) => choice.host !== host);
  return source && host ? [...others, { host, source }].slice(-MOST) : others;
}

/**
 * The capture with the link first that was chosen on its site, if it has one of that kind. Where nothing is cleaned
 * (`clean` is false), that is the address as it stands, unless another was chosen or it leads to words.
 */
export function withChosenLink(capture: Capture, choices: LinkChoice[], clean = true): Capture {
  const { links, address } = capture;
  const host = siteOf(address);
  const usual = clean || links[0]?.source === 'selection' ? undefined : 'address';
  const source = choices.find((choice) => choice.host === host)?.source ?? usual;
  const chosen = links.find((link) => isOfKind(link, source, address));
  return chosen ? { ...capture, links: [chosen, ...links.filter((link) => link !== chosen)] } : capture;
}

/** The address as it stands may have come by another word: where no tracker was on it, nothing was cleaned. */
function isOfKind(link: LinkOption, source: string | undefined, address: string): boolean {
  return link.source === source || (source === 'address' && link.value === address);
}
