// What the classic API says in words: a text, or an object that holds one, with HTML in it.
import { webAddress } from '../web-address.ts';

/** Plain words, and the address that came with them. */
export interface Words {
  message: string | null;
  link: string | null;
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#039': "'",
  nbsp: ' ',
};

/** Reads a message as words alone: as it is, or `{text, link}`; anchors leave their text, and the first its address. */
export function wordsOf(message: unknown): Words {
  if (typeof message === 'object' && message !== null) {
    const { text, link } = message as { text?: unknown; link?: unknown };
    const inner = typeof text === 'string' ? wordsOf(text) : { message: null, link: null };
    return { ...inner, link: (typeof link === 'string' ? webAddress(link) : null) ?? inner.link };
  }
  if (typeof message !== 'string' || message.trim() === '') return { message: null, link: null };
  const [, href = ''] = /<a\b[^>]*?\bhref\s*=\s*["']?([^"'\s>]+)/i.exec(message) ?? [];
  return { message: plain(message), link: webAddress(plain(href)) };
}

function plain(html: string): string {
  return html
    .replaceAll(/<\/?[a-z][^>]*>/gi, '')
    .replaceAll(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .trim();
}
