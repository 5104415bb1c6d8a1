// Campaign parameters (UTM) on the link that a draft shares, wherever it stands.
import { type Draft, textOf, withLink } from './draft.ts';
import { tagged } from './utm.ts';

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
