// What a post's options are in the metadata of its network.
import type { NewPost, PostOptions } from '../types.ts';

type Metadata = Record<string, unknown>;

/** What some networks insist on for any post. */
export function required(network: string): Metadata {
  if (network === 'facebook') return { type: 'post' };
  if (network === 'instagram') return { type: 'post', shouldShareToFeed: true };
  return network === 'googlebusiness' ? { type: 'whats_new' } : {};
}

/** What was chosen for the post; options that its network does not know count for nothing. */
export function chosen({ channel: { network }, text, options }: NewPost): Metadata {
  const { type, boardId, linkUrl, title, retweetOf, firstComment } = options;
  switch (network) {
    case 'twitter':
      return retweetOf === undefined ? {} : { retweet: { id: retweetOf, ...filled({ comment: text }) } };
    case 'facebook':
      return filled({ type, firstComment });
    case 'instagram':
      // A story is never in the feed.
      return { ...filled({ type, firstComment }), ...(type === 'story' && { shouldShareToFeed: false }) };
    case 'linkedin':
      return filled({ firstComment });
    case 'pinterest':
      return filled({ boardServiceId: boardId, url: linkUrl, title });
    case 'youtube':
      return filled({ title, categoryId: options.categoryId, privacy: options.privacy });
    case 'tiktok':
      return filled({ title });
    case 'mastodon':
      return filled({ spoilerText: options.spoilerText });
    case 'threads':
      return filled({ topic: options.topic });
    case 'googlebusiness':
      return google(options);
    default:
      return {};
  }
}

/** Each type of Google's posts has details of its own. */
function google({ type, title, button, linkUrl, ...options }: PostOptions): Metadata {
  const { code, terms, allDay = false } = options;
  const dates = { startDate: instant(options.start), endDate: instant(options.end) };
  const action = filled({ button, link: linkUrl });
  if (type === 'event') {
    return { type, title, detailsEvent: { title, ...dates, isFullDayEvent: allDay, ...action } };
  }
  if (type === 'offer') {
    return { type, title, detailsOffer: { title, ...dates, ...filled({ code, terms, link: linkUrl }) } };
  }
  return button ? { detailsWhatsNew: action } : {};
}

function instant(zoned: string | undefined): string | undefined {
  return zoned && new Date(zoned).toISOString();
}

/** Without what says nothing. */
export function filled(fields: Record<string, string | null | undefined>): Metadata {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
}
