// Which channels a post about a page of a certain site goes to.

/** The name of a site, and the channels that are chosen there. */
export interface SiteChannels {
  host: string;
  channelIds: string[];
}

const MOST = 200;

/** The host without `www.`, for it says nothing about the site; empty for what is no address. */
export function siteOf(address: string): string {
  return URL.parse(address)?.host.replace(/^www\./, '') ?? '';
}

/** The site that a person means who types its name or copies one of its addresses; empty if that is none. */
export function typedSite(words: string): string {
  const typed = words.trim();
  const url = URL.parse(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`);
  // Chromium takes spaces into a host, as %20.
  return url && !url.username && !url.host.includes('%') ? siteOf(url.href) : '';
}

/** The channels of the page's site, or of the nearest one that it is a part of; null where none are chosen. */
export function channelsFor(address: string, sites: SiteChannels[]): string[] | null {
  for (let host = siteOf(address); host; host = host.replace(/^[^.]*\.?/, '')) {
    const channelIds = sites.find((site) => site.host === host)?.channelIds;
    if (channelIds?.length) return channelIds;
  }
  return null;
}

/** The sites with this one last, without the oldest beyond 200; the same where there is no site to remember. */
export function withSite(sites: SiteChannels[], site: SiteChannels): SiteChannels[] {
  if (!site.host) return sites;
  return [...withoutSite(sites, site.host), site].slice(-MOST);
}

export function withoutSite(sites: SiteChannels[], host: string): SiteChannels[] {
  return sites.filter((site) => site.host !== host);
}
