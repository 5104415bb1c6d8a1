// What a post is told by when it comes once more: hashes of its links and of its words, however they are written.
import { xPostAddress, xPostId } from '../buffer/x-post.ts';
import { cleanLink } from '../capture/clean-link.ts';
import { comparable } from '../outbox/text.ts';

const VARIANT = /^(?:www|m|mobile|amp)\./;
/** What stays of a hash: only a page that is a program has another page behind one. */
const ROUTE = /^#[!/](?:(?!:~:).)*/;
/** The mark of a link is a sign too, so that words around a link are others than the words alone. */
const NO_WORD = /[^\p{L}\p{M}\p{N}\p{S}]+/gu;
/** Shorter words are said again and again, by anybody. */
const TELLING = 20;

export interface Marks {
  /** Of all links: those in the text, and the one beside it. */
  links: string[];
  /** Of the words without their links, in any case, punctuation and white space; empty where nothing is written. */
  words: string;
}

export interface DraftMarks extends Marks {
  /** Of the links that stand in the text. */
  inText: string[];
  /** True if the words alone say that it is the same post. */
  isTelling: boolean;
}

/** Takes a post apart; `link` is the one that it carries beside its text, in whatever form. */
export function marksOf(text: string, link: string | null): DraftMarks {
  const { skeleton, links } = comparable(text);
  const words = skeleton.toLowerCase().replace(NO_WORD, ' ').trim();
  const inText = marks(links);
  return {
    inText,
    links: [...new Set([...inText, ...marks(link ? [link] : [])])],
    words: words && hash(words),
    isTelling: words.length >= TELLING,
  };
}

function marks(links: string[]): string[] {
  return links.flatMap((link) => linkMark(link) ?? []);
}

/** The same for every way to write a link; null for what is none. */
function linkMark(link: string): string | null {
  const url = URL.parse(cleanLink(samePost(link)).url);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  url.searchParams.sort();
  const page = url.host.replace(VARIANT, '') + url.pathname.replace(/\/$/, '');
  return hash(`${page}?${url.searchParams}${ROUTE.exec(url.hash)?.[0] ?? ''}`);
}

/** A post on X has as many addresses as people who tell it on. */
function samePost(link: string): string {
  const id = xPostId(link);
  return id ? xPostAddress(id) : link;
}

/** 64 bits of two FNV-1a hashes: two of some thousand posts that share one by chance are not to be expected. */
function hash(text: string): string {
  let [a, b] = [0x811c9dc5, 0x2f0b4a27];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit ^ (b >>> 15), 0x5bd1e995);
  }
  return [a, b].map((half) => (half >>> 0).toString(36)).join('.');
}
