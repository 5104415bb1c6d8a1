// How long a text is to each network, and how long it may be (https://developers.buffer.com/guides/character-limits.md).
import type { Channel, Service } from './model.ts';

const LIMITS: Partial<Record<Service, number>> = {
  twitter: 280,
  linkedin: 3000,
  bluesky: 300,
  mastodon: 500,
  facebook: 5000,
  instagram: 2196,
  threads: 500,
  pinterest: 500,
  tiktok: 4000,
  googlebusiness: 4000,
  youtube: 5000,
  startPage: 5000,
};

const URL_PATTERN = /https?:\/\/\S+/gu;
const URL_LENGTH = 23;
const LINKEDIN_URL_LENGTH = 24;
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

// The ranges that count once in X's published configuration (twitter-text v3); all others count twice.
function weight(codePoint: number): number {
  const once =
    codePoint <= 4351 ||
    (codePoint >= 8192 && codePoint <= 8205) ||
    (codePoint >= 8208 && codePoint <= 8223) ||
    (codePoint >= 8242 && codePoint <= 8247);
  return once ? 1 : 2;
}

function weighted(text: string): number {
  let sum = 0;
  for (const grapheme of graphemes(text.normalize('NFC'))) {
    if (EMOJI.test(grapheme)) sum += 2;
    else for (const character of grapheme) sum += weight(character.codePointAt(0) ?? 0);
  }
  return sum;
}

function withShortUrls(text: string, count: (rest: string) => number, urlLength = URL_LENGTH): number {
  const urls = text.match(URL_PATTERN)?.length ?? 0;
  return count(text.replace(URL_PATTERN, '')) + urls * urlLength;
}

function mastodonLength(text: string): number {
  const withoutDomains = text.replace(/(^|[^\w/])@(\w+)@[\w.-]+\w/gu, '$1@$2');
  return withShortUrls(withoutDomains, (rest) => graphemes(rest).length);
}

/** The length as the network counts it. */
export function textLength(service: Service, text: string): number {
  if (service === 'twitter') return withShortUrls(text, weighted);
  if (service === 'mastodon') return mastodonLength(text);
  if (service === 'bluesky') return graphemes(text).length;
  if (service === 'linkedin') return withShortUrls(text, (rest) => rest.length, LINKEDIN_URL_LENGTH);
  if (service === 'instagram') return text.length + (text.match(/\n/g)?.length ?? 0);
  // "On most networks Buffer counts length in UTF-16 code units."
  return text.length;
}

const TIKTOK_FILM_LIMIT = 2200;
const PAID_X_LIMIT = 25_000;
const PAID_X = /^(basic|premium)/i;

/** How many characters the channel takes, under a film or not; Infinity where Buffer names no limit. */
export function textLimit(channel: Channel, hasFilm = false): number {
  if (channel.service === 'tiktok' && hasFilm) return TIKTOK_FILM_LIMIT;
  if (channel.service === 'twitter' && PAID_X.test(channel.subscriptionType ?? '')) return PAID_X_LIMIT;
  return channel.maxCharacters ?? LIMITS[channel.service] ?? Number.POSITIVE_INFINITY;
}
