// A capture becomes a draft that waits for nothing but "Add to queue".
import { type Draft, type DraftWhen, emptyDraft } from '../drafts/draft.ts';
import { rendered, type Values } from '../drafts/template.ts';
import type { Utm } from '../drafts/utm.ts';
import type { Capture, CaptureKind } from './capture.ts';
import { siteOf } from './sites.ts';

/** The text that a post begins with, by kind, where the person has set no other. */
export const TEMPLATES: Readonly<Record<CaptureKind, string>> = {
  page: '{title}\n{link}',
  selection: '“{quote}”\n{link}',
  link: '{title}\n{link}',
  image: '{alt}\n{link}',
  video: '{title}\n{link}',
};

/** What the person chose the last time, and what they have set for every post. */
export interface DraftDefaults {
  channelIds: string[];
  when: DraftWhen;
  /** With `at`: the local time, as in the draft. */
  at?: string | null;
  templates?: Readonly<Record<string, string>>;
  utm?: Utm;
  /** What was chosen in the fields of the channels. */
  options?: Draft['options'];
}

/** The name under which a capture's draft is kept: page address without hash, kind, and what was clicked or selected. */
export function draftKey(capture: Capture): string {
  return [capture.pageUrl.replace(/#.*$/s, ''), capture.kind, clicked(capture)].join(' ').trimEnd();
}

function clicked({ kind, address, pictures, quote }: Capture): string {
  if (kind === 'link') return address;
  if (kind === 'image' || kind === 'video') return pictures[0]?.url ?? '';
  return kind === 'selection' && quote ? `${quote.length}:${quote.slice(0, 80)}` : '';
}

/** A draft that waits for nothing but "Add to queue": text, attachment and pictures filled from the capture. */
export function draftFrom(
  capture: Capture,
  { channelIds, when, at = null, templates = {}, utm, options = {} }: DraftDefaults,
): Draft {
  const { links, titles, descriptions, pictures } = capture;
  const link = links[0]?.value ?? '';
  const picture = pictures[0]?.url ?? null;
  return {
    ...emptyDraft(),
    key: draftKey(capture),
    pageUrl: capture.pageUrl,
    channelIds: [...channelIds],
    text: firstText(capture, templates),
    link,
    utm,
    attachment: capture.kind === 'image' && picture ? 'pictures' : link ? 'card' : 'none',
    card: { title: titles[0]?.value ?? '', description: descriptions[0]?.value ?? '', picture },
    pictures: pictures.map(({ url, alt }, index) => ({ url, alt, chosen: index === 0 })),
    video: capture.video ?? '',
    when,
    at,
    options,
  };
}

/** The text that a draft of the capture begins with: with its first title and link, or with others. */
export function firstText(
  capture: Capture,
  templates: Readonly<Record<string, string>>,
  others: Partial<Pick<Values, 'title' | 'link'>> = {},
): string {
  // A selection of which no words are known is the page.
  const kind = capture.kind === 'selection' && !capture.quote ? 'page' : capture.kind;
  return rendered(templates[kind] ?? TEMPLATES[kind], valuesOf(capture, others));
}

/** Whoever shares a picture that nobody has described shares it by the page's title. */
function valuesOf(
  { address, titles, links, quote, descriptions, pictures }: Capture,
  { title = titles[0]?.value ?? '', link = links[0]?.value ?? '' }: Partial<Values>,
): Values {
  return {
    title,
    link,
    quote: quote ?? '',
    description: descriptions[0]?.value ?? '',
    alt: pictures[0]?.alt || title,
    site: siteOf(address),
  };
}
