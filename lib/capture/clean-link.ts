// Takes tracking parameters off an address, and nothing else.

/** An explicit list: a guess would sooner or later remove what the address means. */
const TRACKERS = new Set([
  'fbclid',
  'gclid',
  'dclid',
  'msclkid',
  'twclid',
  'yclid',
  'mc_cid',
  'mc_eid',
  'igshid',
  '_hsenc',
  'mkt_tok',
  'srsltid',
  'ref_src',
]);
const FAMILIES = /^(?:utm|vero|oly)_/;
/** Only there is `si` the share button's mark. */
const SI_HOSTS = /(?:^|\.)(?:youtube\.com|youtu\.be|spotify\.com)$/;

/** The address without trackers, and the names that went. What stays is byte for byte what it was. */
export function cleanLink(url: string): { url: string; removed: string[] } {
  const [, head = '', query = '', hash = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(url) ?? [];
  const isTracker = trackerTest(url);
  const removed: string[] = [];
  const kept = query.split('&').filter((pair) => {
    const name = pair.split('=', 1)[0] ?? '';
    if (!isTracker(name.toLowerCase())) return true;
    removed.push(name);
    return false;
  });
  if (removed.length === 0) return { url, removed };
  return { url: head + (kept.length ? `?${kept.join('&')}` : '') + hash, removed };
}

function trackerTest(url: string): (name: string) => boolean {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const dropsSi = SI_HOSTS.test(host);
  return (name) => TRACKERS.has(name) || FAMILIES.test(name) || (dropsSi && name === 'si');
}
