// A draft is what stands in the composer: one text for all chosen channels, not yet ready for any of them.
import type { Capture } from '../capture/capture.ts';

export type DraftWhen = 'queue' | 'next' | 'now' | 'at' | 'draft';
export type DraftAttachment = 'card' | 'pictures' | 'none';

export interface DraftPicture {
  url: string;
  alt: string;
  chosen: boolean;
}

export interface Draft {
  /** From `draftKey`: the same capture finds its draft again. */
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

/** What the person chose the last time. */
export interface DraftDefaults {
  channelIds: string[];
  when: DraftWhen;
}

/** The name under which a capture's draft is kept: page address without hash, kind, and what was clicked or selected. */
export function draftKey(capture: Capture): string {
  return [capture.pageUrl.replace(/#.*$/s, ''), capture.kind, clicked(capture)].join(' ').trimEnd();
}

function clicked({ kind, link, pictures, quote }: Capture): string {
  if (kind === 'link') return link.original;
  if (kind === 'image') return pictures[0]?.url ?? '';
  return kind === 'selection' && quote ? `${quote.length}:${quote.slice(0, 80)}` : '';
}

/** A draft that waits for nothing but "Add to queue": text, attachment and pictures filled from the capture. */
export function draftFrom(capture: Capture, { channelIds, when }: DraftDefaults): Draft {
  const { link, title, description, pictures } = capture;
  const first = pictures[0]?.url ?? null;
  return {
    key: draftKey(capture),
    pageUrl: capture.pageUrl,
    channelIds: [...channelIds],
    text: [words(capture), link.url].filter(Boolean).join('\n'),
    link: link.url,
    attachment: capture.kind === 'image' && first ? 'pictures' : link.url ? 'card' : 'none',
    card: { title: title.text, description, picture: first },
    pictures: pictures.map(({ url, alt }, index) => ({ url, alt, chosen: index === 0 })),
    when,
    at: null,
  };
}

function words({ kind, quote, pictures, title }: Capture): string {
  if (quote) return `“${quote}”`;
  return (kind === 'image' && pictures[0]?.alt) || title.text;
}

/** A draft of nothing, for a composer that opens without a page. */
export function emptyDraft(): Draft {
  return {
    key: 'empty',
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
