// A draft is what stands in the composer: one text for all chosen channels, not yet ready for any of them.
import type { Utm } from './utm.ts';

export type DraftWhen = 'queue' | 'next' | 'now' | 'at' | 'draft';
/** `retweet` shares the X post that the link leads to; on other networks than X it is a link card. */
export type DraftAttachment = 'card' | 'pictures' | 'none' | 'retweet' | 'video';

export interface DraftPicture {
  url: string;
  alt: string;
  chosen: boolean;
}

/** What one channel wants beside text and pictures; each network's fields are in `lib/networks/fields.ts`. */
export type ChannelOptions = Partial<Record<string, string>>;

export interface Draft {
  /** From `draftKey`: the same capture finds its draft again. Empty while it is not known what it is about, though it may be kept. */
  key: string;
  pageUrl: string;
  channelIds: string[];
  /** For every network that has no text of its own. */
  text: string;
  /** The texts of networks that were written apart, by `Channel.network`. */
  texts: Record<string, string>;
  link: string;
  /** What the link gets on its way to a network: set by the settings, and not kept with a draft. */
  utm?: Utm;
  attachment: DraftAttachment;
  card: { title: string; description: string; picture: string | null };
  pictures: DraftPicture[];
  /** The public address of a video's file; empty for none. */
  video: string;
  /** By channel; a channel that is not chosen keeps its own until the draft is gone. */
  options: Record<string, ChannelOptions>;
  /** Put under the post where the network and the API have that; empty for none. */
  firstComment: string;
  /** Buffer's tags by their ids, for each organization that has any. */
  tagIds: Record<string, string[]>;
  when: DraftWhen;
  /** When it was last kept (ms); 0 for one that never was. */
  changedAt: number;
  /** `YYYY-MM-DDTHH:MM` in the browser's zone, as a datetime-local field gives it. */
  at: string | null;
}

/** A draft of nothing, for a composer that opens without a page. */
export function emptyDraft(): Draft {
  return {
    key: '',
    pageUrl: '',
    channelIds: [],
    text: '',
    texts: {},
    link: '',
    attachment: 'none',
    card: { title: '', description: '', picture: null },
    pictures: [],
    video: '',
    options: {},
    firstComment: '',
    tagIds: {},
    when: 'queue',
    changedAt: 0,
    at: null,
  };
}

/** The words for one network: its own, or those of all. */
export function textOf({ text, texts }: Draft, network: string): string {
  return texts[network] ?? text;
}

/** The draft with another link; where a text holds the old one it holds the new one, and other addresses stay. */
export function withLink(draft: Draft, newLink: string): Draft {
  if (!draft.link) return { ...draft, link: newLink };
  const whole = new RegExp(`${RegExp.escape(draft.link)}(?![^\\s)\\]}>"'”»,;!.?]|[.?][^\\s])`, 'g');
  return {
    ...draft,
    link: newLink,
    ...reworded(draft, (text) => {
      const replaced = text.replace(whole, () => newLink);
      return newLink ? replaced : replaced.trimEnd();
    }),
  };
}

/**
 * The draft whose card has another title; a line of a text that is the old one, or one of the `lines` that the page's
 * text has under it, becomes that of the new one.
 */
export function withTitle(draft: Draft, title: string, lines: (title: string) => string[] = () => []): Draft {
  const { card } = draft;
  const others = new Map<string, string>();
  if (card.title && title) {
    const fresh = [title, ...lines(title)];
    for (const [index, old] of [card.title, ...lines(card.title)].entries())
      others.set(old, fresh[index] ?? old);
  }
  const word = (text: string) => text.split('\n').map((line) => others.get(line) ?? line);
  return { ...draft, card: { ...card, title }, ...reworded(draft, (text) => word(text).join('\n')) };
}

/** All of a draft's words. */
type Worded = Pick<Draft, 'text' | 'texts'>;

function reworded({ text, texts }: Worded, word: (text: string) => string): Worded {
  const own = Object.entries(texts).map(([network, text]) => [network, word(text)] as const);
  return { text: word(text), texts: Object.fromEntries(own) };
}

/** Of the words of `after` those that the draft has not. */
export function newWords(before: Worded, after: Worded): Partial<Worded> {
  const isOther = Object.entries(after.texts).some(([network, text]) => before.texts[network] !== text);
  return { ...(after.text !== before.text && { text: after.text }), ...(isOther && { texts: after.texts }) };
}
