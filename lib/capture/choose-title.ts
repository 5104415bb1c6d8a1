// The page's title without the name of its site.
import type { Option, Source } from './capture.ts';
import { cleanLine } from './clean-text.ts';

const MOST = 1000;
/** What stands between a title and a name; the wide ones of East Asia need no space. */
const DIVIDER = /(\s*(?:::|[|·•»›:])\s+|\s+[-–—―«‹/]\s+|\s*[｜│／：]\s*)/;

/** Each text once; an empty one is none. */
export function optionsOf(candidates: [string, Source][]): Option[] {
  const options = new Map<string, Source>();
  for (const [value, source] of candidates) if (value && !options.has(value)) options.set(value, source);
  return [...options].map(([value, source]) => ({ value, source }));
}

/**
 * The titles without the names of the site, best first, then what is nothing but such a name, and last what the page
 * calls itself, as it stands.
 */
export function chooseTitles(candidates: [string, Source][], names: string[]): Option[] {
  const known = namesFrom(names);
  const cleaned = candidates.map(([value, source]): [string, Source] => [cleanLine(value, MOST), source]);
  const plain = cleaned.map(([value, source]): [string, Source] => {
    const isCounted = source === 'page' || source === 'tab';
    return [plainTitle(isCounted ? uncounted(value) : value, names), source];
  });
  const isName = ([value]: [string, Source]): boolean => known.has(squeezed(value));
  return optionsOf([
    ...plain.filter((candidate) => !isName(candidate)),
    ...plain.filter(isName),
    ...cleaned.filter(([, source]) => source === 'page'),
  ]);
}

/** "(3) The story" is "The story": the number counts messages. Only the page's and the tab's own title have it. */
export function uncounted(title: string): string {
  return title.replace(/^\(\d[\d.,’ ]*\+?\)\s+(?=\S)/, '');
}

/** "The story | The Paper" is "The story" on a site that calls itself The Paper or stands at thepaper.com. */
export function plainTitle(title: string, names: string[]): string {
  const known = namesFrom(names);
  const parts = withoutName(withoutName(title.split(DIVIDER), known), known);
  return parts.join('').trim() || title;
}

function namesFrom(names: string[]): Set<string> {
  return new Set(names.map(squeezed).filter(Boolean));
}

/** The parts of a title, every other one a divider, without a name at the end or else at the start. */
function withoutName(parts: string[], known: ReadonlySet<string>): string[] {
  // Each part once: a page may well have made a title of nothing but dividers.
  const words = parts.map(squeezed);
  for (let at = 1; at < parts.length; at += 2) {
    if (known.has(words.slice(at + 1).join(''))) return parts.slice(0, at);
  }
  for (let at = parts.length - 2; at > 0; at -= 2) {
    if (known.has(words.slice(0, at).join(''))) return parts.slice(at + 1);
  }
  return parts;
}

/** The names by which a host is known in its titles: itself, and the label that was registered. */
export function hostNames(url: string): string[] {
  const host = URL.parse(url)?.hostname.replace(/^(?:www|m|mobile|amp)\./, '') ?? '';
  const [, main = ''] = /([^.]+)(?:\.(?:com?|org|net|ac|gov|edu|ne|or))?\.[^.]+$/.exec(host) ?? [];
  return [host, main].filter((name) => name.length > 1);
}

function squeezed(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
