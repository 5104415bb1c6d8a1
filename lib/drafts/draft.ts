// A draft is what stands in the composer: one text for all chosen channels, not yet ready for any of them.

export type DraftWhen = 'queue' | 'next' | 'now' | 'at' | 'draft';
/** `retweet` shares the X post that the link leads to; on other networks than X it is a link card. */
export type DraftAttachment = 'card' | 'pictures' | 'none' | 'retweet';

export interface DraftPicture {
  url: string;
  alt: string;
  chosen: boolean;
}

export interface Draft {
  /** From `draftKey`: the same capture finds its draft again. Empty while it is not known what it is about. */
  key: string;
  pageUrl: string;
  channelIds: string[];
  text: string;
  link: string;
  attachment: DraftAttachment;
  card: { title: string; description: string; picture: string | null };
  pictures: DraftPicture[];
  when: DraftWhen;
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
    link: '',
    attachment: 'none',
    card: { title: '', description: '', picture: null },
    pictures: [],
    when: 'queue',
    at: null,
  };
}

/** The draft with another link; where the text holds the old one it holds the new one, and other addresses stay. */
export function withLink(draft: Draft, newLink: string): Draft {
  if (!draft.link) return { ...draft, link: newLink };
  const whole = new RegExp(`${RegExp.escape(draft.link)}(?![^\\s)\\]}>"'”»,;!.?]|[.?][^\\s])`, 'g');
  const text = draft.text.replace(whole, () => newLink);
  return { ...draft, link: newLink, text: newLink ? text : text.trimEnd() };
}

/** The draft whose card has another title; a line of the text that is the old one becomes the new one. */
export function withTitle(draft: Draft, title: string): Draft {
  const { card, text } = draft;
  const lines = text.split('\n');
  const line = card.title && title ? lines.indexOf(card.title) : -1;
  return {
    ...draft,
    card: { ...card, title },
    text: line < 0 ? text : lines.with(line, title).join('\n'),
  };
}
