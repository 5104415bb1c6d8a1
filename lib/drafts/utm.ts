// Campaign parameters (UTM) on the link that a draft shares, each network's own.
import { safeUrl } from '../buffer/safe-url.ts';
import { networkOf } from '../networks/table.ts';
import { type Draft, textOf, withLink } from './draft.ts';

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

/**
 * The draft as it goes to one network: its link with the parameters, also where that stands in the words for this
 * network and in the first comment. A post that is shared on keeps its own address.
 */
export function withUtm(draft: Draft, network: string): Draft {
  const isSharedOn = draft.attachment === 'retweet' && network === 'twitter';
  const link = draft.utm && !isSharedOn ? tagged(draft.link, draft.utm, network) : draft.link;
  if (link === draft.link) return draft;
  const own = { ...draft, text: textOf(draft, network), texts: {} };
  const firstComment = withLink({ ...own, text: own.firstComment }, link).text;
  return { ...withLink(own, link), firstComment };
}

function filled(value: string, network: string): string {
  const name = networkOf(network).label.toLowerCase().replaceAll(' ', '');
  // Half a character of two units has no form in an address.
  return value.trim().replaceAll('{network}', name).toWellFormed();
}
