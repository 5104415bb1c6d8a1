// When two addresses mean the same page.

/** Parameters that say which page it is: an address that lost one of them is another page. */
const MEANING = [
  'v',
  'id',
  'p',
  'q',
  'query',
  'search',
  'story_fbid',
  'page_id',
  'article',
  'item',
  'list',
  'title',
  'variant',
];
const VARIANT_PREFIX = /^(?:www|m|mobile|amp)\./;

/** Hosts that are one site: equal but for `www.` and its likes, or one below the other. */
export function isSameSite(a: URL, b: URL): boolean {
  const [first, second] = [a, b].map(({ host }) => host.replace(VARIANT_PREFIX, '')) as [string, string];
  return first === second || first.endsWith(`.${second}`) || second.endsWith(`.${first}`);
}

/** Whether `claimed` keeps what the query of `page` says; another path may well say it in words. */
export function keepsMeaning(claimed: URL, page: URL): boolean {
  if (trimmed(claimed) !== trimmed(page)) return true;
  const [has, had] = [claimed.searchParams, page.searchParams];
  return MEANING.every((name) => !had.has(name) || has.get(name) === had.get(name));
}

/** The same page of the same site, whatever trackers, hash and closing slash they carry; false for what is no address. */
export function isSamePage(one: string, other: string, base?: string): boolean {
  const [a, b] = [URL.parse(one, base), URL.parse(other, base)];
  if (!a || !b || !isSameSite(a, b)) return false;
  return trimmed(a) === trimmed(b) && keepsMeaning(a, b) && keepsMeaning(b, a);
}

function trimmed({ pathname }: URL): string {
  return pathname.replace(/\/$/, '');
}
