// What a test may switch on in Buffer's handling of posts: texts that are not kept as they came, lists that lag.
import { createHash } from 'node:crypto';
import type { NewDetails } from './assets.ts';

export interface Behaviour {
  /** How long a new post is missing from lists, in seconds; by its id it can be read at once. */
  listLagSeconds: number;
  /** Whether web addresses in texts become short links. */
  shortenLinks: boolean;
  collapseWhiteSpace: boolean;
  /** How many updates one channel may hold; null leaves it to the plan. */
  queueLimit: number | null;
  /** In which of the classic API's three words the limit is told. */
  queueLimitKind: 'profile' | 'team' | 'soft';
  /** The same seed gives a shuffle the same luck again; null leaves it to chance. */
  shuffleSeed: number | null;
  /** Whether the classic API takes a code whose slash comes as `%2F`, as OAuth libraries send it; its documents do not. */
  encodedCodes: boolean;
}

export const DEFAULT_BEHAVIOUR: Behaviour = {
  listLagSeconds: 0,
  shortenLinks: false,
  collapseWhiteSpace: false,
  queueLimit: null,
  queueLimitKind: 'profile',
  shuffleSeed: null,
  encodedCodes: true,
};

export const SHORT_DOMAIN = 'buff.ly';

const WEB_ADDRESS = /https?:\/\/[^\s<>"]+/giu;
// What ends a sentence behind an address is no part of it; nor is a bracket that was opened ahead of it.
const SENTENCE_END = /[.,;:!?'"’”…]+$/u;
const CLOSING = /[.,;:!?'"’”…)\]}]+$/u;
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CODE_LENGTH = 7;

/** Always the same for the same address. */
function shortLink(address: string): string {
  const bytes = createHash('sha256').update(address).digest().subarray(0, CODE_LENGTH);
  const code = Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('');
  return `http://${SHORT_DOMAIN}/${code}`;
}

function shortened(text: string): string {
  return text.replace(WEB_ADDRESS, (found) => {
    const address = found.replace(found.includes('(') ? SENTENCE_END : CLOSING, '');
    const isShort = new RegExp(`^https?://${SHORT_DOMAIN}/`, 'i').test(address);
    return isShort ? found : shortLink(address) + found.slice(address.length);
  });
}

// Joiners are left: emoji and some scripts are made with them.
const ZERO_WIDTH = /[\u200b\u2060\ufeff]/gu;

/** Paragraphs stay apart by one empty line at most. */
function collapsed(text: string): string {
  return text
    .replace(ZERO_WIDTH, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The text as Buffer keeps it. */
export function storedText(text: string, { shortenLinks, collapseWhiteSpace }: Behaviour): string {
  const spaced = collapseWhiteSpace ? collapsed(text) : text;
  return shortenLinks ? shortened(spaced) : spaced;
}

/** The same for the parts of a thread. */
export function storedDetails(details: NewDetails, behaviour: Behaviour): NewDetails {
  if (!details.thread) return details;
  const thread = details.thread.map((part) => ({ ...part, text: storedText(part.text, behaviour) }));
  return { ...details, thread };
}
