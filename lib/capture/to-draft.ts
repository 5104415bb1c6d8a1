// A capture becomes a draft that waits for nothing but "Add to queue".
import { type Draft, type DraftWhen, emptyDraft } from '../drafts/draft.ts';
import type { Capture } from './capture.ts';

/** What the person chose the last time. */
export interface DraftDefaults {
  channelIds: string[];
  when: DraftWhen;
  /** With `at`: the local time, as in the draft. */
  at?: string | null;
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
  { channelIds, when, at = null, options = {} }: DraftDefaults,
): Draft {
  const { links, titles, descriptions, pictures } = capture;
  const link = links[0]?.value ?? '';
  const picture = pictures[0]?.url ?? null;
  return {
    ...emptyDraft(),
    key: draftKey(capture),
    pageUrl: capture.pageUrl,
    channelIds: [...channelIds],
    text: [words(capture), link].filter(Boolean).join('\n'),
    link,
    attachment: capture.kind === 'image' && picture ? 'pictures' : link ? 'card' : 'none',
    card: { title: titles[0]?.value ?? '', description: descriptions[0]?.value ?? '', picture },
    pictures: pictures.map(({ url, alt }, index) => ({ url, alt, chosen: index === 0 })),
    when,
    at,
    options,
  };
}

function words({ kind, quote, pictures, titles }: Capture): string {
  if (quote) return `“${quote}”`;
  return (kind === 'image' && pictures[0]?.alt) || (titles[0]?.value ?? '');
}
