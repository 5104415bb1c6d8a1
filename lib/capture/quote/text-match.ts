// Finds on a page what a browser would show for a text directive, step by step as its specification says.
import { segmentWords } from '../../networks/words.ts';
import type { Place } from './selection.ts';

/** What is not given is empty. */
export interface TextDirective {
  prefix: string;
  start: string;
  end: string;
  suffix: string;
}

interface Folded {
  /** Where each character of the folded text comes from, and the length of what it was made of. */
  origin: number[];
  words: Intl.Segments;
}

/** Browsers compare without case, accents, the shape of quotation marks, and what is not shown. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replace(/[‘’‚‛′‹›׳]/g, "'")
    .replace(/[“”„‟″«»״]/g, '"')
    .replace(/ς/g, 'σ')
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 96));
}

function foldedFrom(text: string): Folded {
  const origin: number[] = [];
  let at = 0;
  for (const sign of text) {
    const length = sign < '\x80' ? 1 : fold(sign).length;
    for (let unit = 0; unit < length; unit++) origin.push(at);
    at += sign.length;
  }
  origin.push(text.length);
  return { origin, words: segmentWords(text) };
}

/** The words of a page, by blocks. Places that it takes and gives count in its folded text. */
export class PageText {
  readonly #blocks: string[];
  readonly #plain: string[];
  readonly #folded = new Map<number, Folded>();

  constructor(blocks: string[]) {
    this.#blocks = blocks;
    this.#plain = blocks.map(fold);
  }

  /** Whether the directive leads to exactly this part of the page. */
  leadsTo(directive: TextDirective, from: Place, to: Place): boolean {
    const found = this.#target(directive);
    return found !== null && isSame(found[0], this.#place(from)) && isSame(found[1], this.#place(to));
  }

  #fold(block: number): Folded {
    const known = this.#folded.get(block) ?? foldedFrom(this.#blocks[block] ?? '');
    this.#folded.set(block, known);
    return known;
  }

  #place({ block, at }: Place): Place {
    return { block, at: this.#fold(block).origin.findIndex((origin) => origin >= at) };
  }

  /** The first range that the browser would take, or null. */
  #target({ prefix, start, end, suffix }: TextDirective): [Place, Place] | null {
    const [before, opening, closing, after] = [prefix, start, end, suffix].map(fold) as [
      string,
      string,
      string,
      string,
    ];
    const endsWord = closing !== '' || after === '';
    let from: Place = { block: 0, at: 0 };
    for (;;) {
      const lead = this.#find(before || opening, from, !before && endsWord);
      if (!lead) return null;
      const begin = before ? this.#behindSpace(lead[1]) : lead[0];
      const opened = before ? this.#matches(begin, opening, endsWord) : lead[1];
      const until = opened && this.#until(opened, closing, after);
      if (until) return [begin, until];
      if (opened && closing) return null;
      from = { block: lead[0].block, at: lead[0].at + 1 };
    }
  }

  /** Where the range ends that begins before `from`; null if nothing that follows makes it one. */
  #until(from: Place, closing: string, after: string): Place | null {
    let until: Place | null = from;
    do {
      if (closing) until = this.#find(closing, until, !after)?.[1] ?? null;
      if (until && (!after || this.#matches(this.#behindSpace(until), after, true))) return until;
    } while (until && closing);
    return null;
  }

  /** The first place from `from` on where the words stand, beginning with a word. */
  #find(words: string, from: Place, endsWord: boolean): [Place, Place] | null {
    for (let block = from.block; block < this.#plain.length; block++) {
      const text = this.#plain[block] ?? '';
      let at = text.indexOf(words, block === from.block ? from.at : 0);
      for (; at >= 0; at = text.indexOf(words, at + 1)) {
        const begins = this.#isEdge(block, this.#fold(block).origin[at] ?? 0);
        const end = begins ? this.#matches({ block, at }, words, endsWord) : null;
        if (end) return [{ block, at }, end];
      }
    }
    return null;
  }

  #matches({ block, at }: Place, words: string, endsWord: boolean): Place | null {
    if (!this.#plain[block]?.startsWith(words, at)) return null;
    const end = at + words.length;
    return endsWord && !this.#isEdge(block, this.#rawEnd(block, end)) ? null : { block, at: end };
  }

  /** Where the next words begin; a place behind the page if more than white space lies between. */
  #behindSpace(from: Place): Place {
    const off = { block: this.#plain.length, at: 0 };
    for (let block = from.block; block < this.#plain.length; block++) {
      const at = block === from.block ? from.at : 0;
      const space = this.#plain[block]?.slice(at).search(/\S/) ?? -1;
      const begin = at && this.#rawEnd(block, at);
      const gap = this.#blocks[block]?.slice(
        begin,
        space < 0 ? undefined : this.#fold(block).origin[at + space],
      );
      if (gap?.trim()) return off;
      if (space >= 0) return { block, at: at + space };
    }
    return off;
  }

  /** Where what is folded up to `at` ends: with its accents, but without invisible signs behind it. */
  #rawEnd(block: number, at: number): number {
    const last = this.#fold(block).origin[at - 1] ?? 0;
    return last + (/^.\p{M}*/su.exec(this.#blocks[block]?.slice(last, last + 32) ?? '')?.[0].length ?? 0);
  }

  /** Whether a word begins or ends there, in the text as it is shown. */
  #isEdge(block: number, raw: number): boolean {
    const segment = this.#fold(block).words.containing(raw);
    return !segment || segment.index === raw;
  }
}

function isSame(a: Place, b: Place): boolean {
  return a.block === b.block && a.at === b.at;
}
