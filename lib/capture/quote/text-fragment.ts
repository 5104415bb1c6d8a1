// Links that lead to certain words of a page: https://wicg.github.io/scroll-to-text-fragment/
import { segmentWords } from '../../networks/words.ts';
import type { Capture } from '../capture.ts';
import { isSamePage } from '../same-address.ts';
import type { Passage } from './selection.ts';
import { PageText, type TextDirective } from './text-match.ts';

/** Up to here the words themselves stand in the link, beyond only where they begin and end. */
const SHORT = 60;
const EXACT = 300;
const ENDS = [4, 8, 16];
const CONTEXTS = [3, 6, 12];
/** Far more than the longest of these words take. */
const NEAR = 400;
const MOST = 2048;

/** The capture with a link to its quote before the others, where one leads there; another page's link stays plain. */
export function withQuoteLink(capture: Capture, passage: Passage): Capture {
  const [plain] = capture.links;
  const isHere = plain && isSamePage(plain.value, capture.pageUrl);
  const value = isHere && linkToPassage(plain.value, passage);
  if (!value) return capture;
  return { ...capture, links: [{ value, source: 'selection', removed: plain.removed }, ...capture.links] };
}

/** The link that leads to the passage, tried on the page's words; null if there is none that does. */
export function linkToPassage(link: string, passage: Passage): string | null {
  const whole = inWholeWords(passage);
  const page = new PageText(passage.blocks);
  const found = textDirectives(whole).find((directive) => page.leadsTo(directive, whole.from, whole.to));
  const url = found && withTextDirective(link, found);
  return url && url.length <= MOST ? url : null;
}

/** Directives that may lead to the passage, the shortest first. */
export function textDirectives({ blocks, from, to }: Passage): TextDirective[] {
  const [first, last] = [blocks[from.block] ?? '', blocks[to.block] ?? ''];
  const isOne = from.block === to.block;
  const opening = first.slice(from.at, isOne ? to.at : undefined);
  const closing = last.slice(isOne ? from.at : 0, to.at);
  const exact = isOne && opening.length <= EXACT ? [{ start: opening, end: '' }] : [];
  const ranges = ENDS.map((count) => ({ start: firstWords(opening, count), end: lastWords(closing, count) }));
  const bodies = isOne && opening.length <= SHORT ? exact : [...ranges, ...exact];
  // At the beginning of a block the one before it may tell equal ones apart.
  const before = first.slice(0, from.at).trim() ? first.slice(0, from.at) : (blocks[from.block - 1] ?? '');
  return surroundings(before, last.slice(to.at)).flatMap((around) =>
    bodies.map((body) => ({ ...body, ...around })),
  );
}

/** The link with the directive, behind the hash that it may have. */
export function withTextDirective(link: string, { prefix, start, end, suffix }: TextDirective): string {
  const opening = prefix && `${encoded(prefix)}-`;
  const closing = suffix && `-${encoded(suffix)}`;
  const parts = [opening, encoded(start), encoded(end), closing].filter(Boolean);
  return `${link}${link.includes('#') ? '' : '#'}:~:text=${parts.join(',')}`;
}

/** A browser finds whole words only: one that is selected in part is taken in full. */
function inWholeWords({ blocks, from, to }: Passage): Passage {
  const begun = segmentWords(blocks[from.block] ?? '').containing(from.at);
  const ended = segmentWords(blocks[to.block] ?? '').containing(to.at - 1);
  return {
    blocks,
    from: { ...from, at: begun?.index ?? from.at },
    to: { ...to, at: ended ? ended.index + ended.segment.length : to.at },
  };
}

/** What may stand before and behind the words in the directive: nothing first, then more and more. */
function surroundings(before: string, after: string): { prefix: string; suffix: string }[] {
  const more = CONTEXTS.flatMap((count) => {
    const [prefix, suffix] = [lastWords(before, count), firstWords(after, count)];
    return [
      { prefix: '', suffix },
      { prefix, suffix: '' },
      { prefix, suffix },
    ];
  });
  return [{ prefix: '', suffix: '' }, ...more.filter(({ prefix, suffix }) => prefix || suffix)];
}

/** With what the syntax does not ask for but networks would take for the end of a link. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[-!'()*~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function firstWords(text: string, count: number): string {
  const words = [...segmentWords(text.slice(0, NEAR))].filter(({ isWordLike }) => isWordLike);
  const last = words[Math.min(count, words.length) - 1];
  return last ? text.slice(0, last.index + last.segment.length).trim() : '';
}

function lastWords(text: string, count: number): string {
  const near = text.slice(-NEAR);
  const words = [...segmentWords(near)].filter(({ isWordLike }) => isWordLike);
  const first = words.at(-count) ?? words[0];
  return first ? near.slice(first.index).trim() : '';
}
