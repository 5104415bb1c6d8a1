// Campaign parameters (UTM) on an address, each network's own.
import { safeUrl } from '../buffer/safe-url.ts';
import { networkOf } from '../networks/table.ts';

export const UTM_NAMES = ['source', 'medium', 'campaign', 'term', 'content'] as const;
export type UtmName = (typeof UTM_NAMES)[number];

/** A value that is empty is not added; `{network}` in one is the name of the network that the post goes to. */
export type Utm = { on: boolean } & Record<UtmName, string>;

/**
 * The address with those parameters that it has not got; what it has stays byte for byte. The same address where
 * nothing is to be added, or where it would become one that cannot be shared.
 */
export function tagged(url: string, utm: Utm, network: string): string {
  if (!utm.on || !safeUrl(url)) return url;
  const [, head = '', query, hash = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(url) ?? [];
  const known = new Set([...new URLSearchParams(query).keys()].map((name) => name.toLowerCase()));
  const added = UTM_NAMES.filter((name) => utm[name].trim() && !known.has(`utm_${name}`)).map(
    (name) => `utm_${name}=${encodeURIComponent(filled(utm[name], network))}`,
  );
  if (added.length === 0) return url;
  const all = [...(query ? [query.replace(/&$/, '')] : []), ...added].join('&');
  const longer = `${head}?${all}${hash}`;
  return safeUrl(longer) ? longer : url;
}

function filled(value: string, network: string): string {
  const name = networkOf(network).label.toLowerCase().replaceAll(' ', '');
  // Half a character of two units has no form in an address.
  return value.trim().replaceAll('{network}', name).toWellFormed();
}
