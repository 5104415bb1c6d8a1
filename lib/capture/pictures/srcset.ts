// A `srcset` attribute read as HTML says, and one of its addresses chosen as Chromium does.

export interface Candidate {
  url: string;
  /** The picture's own width in pixels (`640w`); 0 when it gives none. */
  width: number;
  /** Its pixels per CSS pixel (`2x`); 1 when it gives none. */
  density: number;
}

const BLANKS = '\\t\\n\\f\\r ';
const FIRST_URL = new RegExp(`^[${BLANKS},]*([^${BLANKS}]+)`);
/** Up to a comma that stands in no brackets; brackets do not nest here. */
const DESCRIPTORS = /^(?:\([^)]*(?:\)|$)|[^,(])*/;
const ONE_DESCRIPTOR = new RegExp(`(?:\\([^)]*\\)?|[^${BLANKS}(])+`, 'g');
const VALID = /^(?:0*[1-9]\d*[wh]|-?(?:\d+|\d*\.\d+)(?:[eE][+-]?\d+)?x)$/;
/** The letters that may stand together. */
const TOGETHER = ['', 'x', 'w', 'hw'];

/** Its candidates in their order, without those whose descriptors HTML does not allow. */
export function parseSrcset(srcset: string): Candidate[] {
  const candidates: Candidate[] = [];
  let rest = srcset;
  for (let match = FIRST_URL.exec(rest); match; match = FIRST_URL.exec(rest)) {
    const [head, address = ''] = match;
    rest = rest.slice(head.length);
    // A comma at the end of an address ends the candidate; one within is a part of it.
    const url = address.replace(/,+$/, '');
    const descriptors = url === address ? (DESCRIPTORS.exec(rest)?.[0] ?? '') : '';
    rest = rest.slice(descriptors.length);
    const described = read(descriptors.match(ONE_DESCRIPTOR) ?? []);
    if (url && described) candidates.push({ url, ...described });
  }
  return candidates;
}

function read(descriptors: string[]): Omit<Candidate, 'url'> | null {
  const letters = descriptors.map((descriptor) => descriptor.at(-1)).sort();
  if (!TOGETHER.includes(letters.join('')) || !descriptors.every((one) => VALID.test(one))) return null;
  const value = (letter: string): number | undefined => {
    const found = descriptors.find((descriptor) => descriptor.endsWith(letter));
    return found === undefined ? undefined : Number(found.slice(0, -1));
  };
  const density = value('x') ?? 1;
  return density >= 0 ? { width: value('w') ?? 0, density } : null;
}

/**
 * The address that Chromium 156 shows in `size` CSS pixels of width on a screen of `ratio`: the first that is sharp
 * enough, or else the sharpest; '' when there is none. (Older ones weighed the two next to `ratio` by their mean.)
 */
export function pickCandidate(candidates: Candidate[], size: number, ratio: number): string {
  const densities = candidates.map(({ url, width, density }) => ({
    url,
    density: width ? width / size : density,
  }));
  const sharp = densities.filter(({ density }) => density >= ratio);
  const best = sharp.length
    ? Math.min(...sharp.map(({ density }) => density))
    : Math.max(...densities.map(({ density }) => density));
  return densities.find(({ density }) => density === best)?.url ?? '';
}
