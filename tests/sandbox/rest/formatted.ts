// `text_formatted`: the text as HTML, in which addresses, names and hashtags are links.
import { escapeHtml } from '../page.ts';
import type { Network } from './networks.ts';

const PARTS =
  /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?'”’…)\]}])|(?<![\w/])([@#$])([\p{L}\p{N}_][\p{L}\p{N}_.-]*[\p{L}\p{N}_]|[\p{L}\p{N}_])/gu;

const KINDS: Record<string, string> = { '@': 'user', '#': 'hashtag', $: 'cashtag' };
const CLASSES: Record<string, string> = { user: 'username', hashtag: 'hashtag', cashtag: 'cashtag' };

function anchor(kind: string, address: string, words: string): string {
  return `<a class="${kind}" href="${escapeHtml(address)}" rel="external nofollow" target="_blank">${escapeHtml(words)}</a>`;
}

function linked(found: RegExpExecArray, { urls }: Network): string {
  const [whole, address, sign = '', word = ''] = found;
  if (address) return anchor('url', address, whole);
  const kind = KINDS[sign] ?? '';
  const start = urls[kind];
  // An amount of money is no cashtag.
  const isNumber = sign !== '@' && /^[\d.]+$/.test(word);
  if (start === undefined || isNumber) return escapeHtml(whole);
  return anchor(CLASSES[kind] ?? kind, start + encodeURIComponent(word), whole);
}

/** The text as HTML; nothing of it can become a tag of its own. */
export function formatted(text: string, network: Network): string {
  let html = '';
  let end = 0;
  for (const found of text.matchAll(PARTS)) {
    html += escapeHtml(text.slice(end, found.index)) + linked(found, network);
    end = found.index + found[0].length;
  }
  return html + escapeHtml(text.slice(end));
}
