// Whether two texts are the same post, although Buffer may have shortened links or touched white space.

const LINK = /https?:\/\/[^\s<>"]+/giu;
const LINK_MARK = '\uFFFC';
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
// Begins where such signs begin: a thousand of them in the middle are passed by once, not a thousand times.
const TRAILING = /(?<![.,;:!?'")\]}…])[.,;:!?'")\]}…]+$/u;
const SHORTENERS = new Set(['buff.ly', 'bit.ly', 't.co', 'ow.ly', 'j.mp', 'tinyurl.com', 'lnkd.in']);
const SIMILAR_ENOUGH = 0.8;

/** A text taken apart for comparing. */
export interface Comparable {
  /** Normalised text in which every link is a mark. */
  skeleton: string;
  /** The links in order, as they stood. */
  links: string[];
}

/**
 * Takes a text apart: NFC, characters that draw nothing removed (zero-width spaces, joiners, variation
 * selectors), white space collapsed and trimmed, links by themselves.
 */
export function comparable(text: string): Comparable {
  const links: string[] = [];
  const plain = text.normalize('NFC').replace(INVISIBLE, '');
  const skeleton = plain
    .replace(LINK, (found) => {
      const tail = TRAILING.exec(found)?.[0] ?? '';
      links.push(found.slice(0, found.length - tail.length));
      return LINK_MARK + tail;
    })
    .replace(/\s+/gu, ' ')
    .trim();
  return { skeleton, links };
}

/** True if both are the same text, `there` being Buffer's side, where links may have become short ones. */
export function sameText(ours: Comparable, there: Comparable): boolean {
  return (
    ours.skeleton === there.skeleton &&
    ours.links.length === there.links.length &&
    ours.links.every((link, index) => sameLink(link, there.links[index] as string))
  );
}

/** True if the texts are so much alike that one may be the other after an edit: a reason to ask, no more. */
export function similarText(ours: Comparable, there: Comparable): boolean {
  const left = words(ours);
  const right = words(there);
  const shared = [...left].filter((word) => right.has(word)).length;
  return (2 * shared) / (left.size + right.size) >= SIMILAR_ENOUGH;
}

function words({ skeleton, links }: Comparable): Set<string> {
  const spoken = skeleton
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return new Set([...spoken, ...links.map((link) => canonical(link)?.key ?? link)]);
}

function sameLink(ours: string, there: string): boolean {
  const left = canonical(ours);
  const right = canonical(there);
  if (left === null || right === null) return ours === there;
  return left.key === right.key || (left.host !== right.host && isShortened(right, ours.length));
}

interface Canonical {
  host: string;
  key: string;
  path: string;
  length: number;
}

/** A link without what never changes where it leads: `www.`, a last slash, campaign marks, its scheme. */
function canonical(link: string): Canonical | null {
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  for (const name of [...url.searchParams.keys()]) if (name.startsWith('utm_')) url.searchParams.delete(name);
  const host = url.host.replace(/^www\./, '');
  const path = url.pathname.replace(/\/$/, '');
  return { host, path, key: `${host}${path}?${url.searchParams}${url.hash}`, length: link.length };
}

/** Made by a shortener: a known one, or (people bring their own domains) one short word after the host. */
function isShortened(link: Canonical, originalLength: number): boolean {
  if (SHORTENERS.has(link.host)) return true;
  return link.length < originalLength && /^\/[A-Za-z0-9]{4,10}$/.test(link.path) && link.key.endsWith('?');
}
