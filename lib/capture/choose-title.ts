// The page's title without the name of its site.
import type { Option, Source } from './capture.ts';
import { cleanLine } from './clean-text.ts';

const MOST = 1000;
const DIVIDER = /(\s*(?:[|·•»:]|::)\s+|\s+[-–—]\s+)/;

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
  const cleaned = candidates.map(([value, source]): [string, Source] => [cleanLine(value, MOST), source]);
  const plain = cleaned.map(([value, source]): [string, Source] => [plainTitle(value, names), source]);
  const isName = ([value]: [string, Source]): boolean => isOneOf(names, value);
  return optionsOf([
    ...plain.filter((candidate) => !isName(candidate)),
    ...plain.filter(isName),
    ...cleaned.filter(([, source]) => source === 'page'),
  ]);
}

/** "(3) The story | The Paper" is "The story" on a site that calls itself The Paper or stands at thepaper.com. */
export function plainTitle(title: string, names: string[]): string {
  const uncounted = title.replace(/^\(\d[\d.,’ ]*\+?\)\s+(?=\S)/, '');
  const isName = (part: string): boolean => isOneOf(names, part);
  const parts = uncounted.split(DIVIDER);
  return withoutName(withoutName(parts, isName), isName).join('').trim() || title;
}

function isOneOf(names: string[], part: string): boolean {
  return names.some((name) => squeezed(name) === squeezed(part));
}

/** The parts of a title, every other one a divider, without a name at the end or else at the start. */
function withoutName(parts: string[], isName: (part: string) => boolean): string[] {
  for (let at = 1; at < parts.length; at += 2) {
    if (isName(parts.slice(at + 1).join(''))) return parts.slice(0, at);
  }
  for (let at = parts.length - 2; at > 0; at -= 2) {
    if (isName(parts.slice(0, at).join(''))) return parts.slice(at + 1);
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
