// Which addresses may be shared, and which pictures Buffer can fetch.

import { isPassing } from './passing-url.ts';

const MAX_LENGTH = 2048;
const PRIVATE_NAME = /(?:^|\.)(?:local(?:host|domain)?|internal|intranet|lan|home|corp|home\.arpa)$/;

/** The address in normal form if it is http(s), at most 2,048 characters and without user name or password; else null. */
export function safeUrl(value: string, base?: string): string | null {
  const url = parse(value, base);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  return url.href.length <= MAX_LENGTH ? url.href : null;
}

/** Why Buffer's servers cannot fetch a picture. */
export type Unusable = 'insecure' | 'private' | 'svg' | 'signed' | 'inline';

/** `allow` is one origin that counts as public although it is loopback http. */
export interface PictureOptions {
  allow?: string;
}

/**
 * Null when Buffer can fetch the picture, else why it cannot: `inline` is no address at all, `insecure` is not https,
 * `private` a network or a user name that Buffer has not, `signed` works for a while or for who is signed in.
 */
export function pictureVerdict(value: string, { allow }: PictureOptions = {}): Unusable | null {
  const url = parse(value);
  if (url && /^(?:data|blob):$/.test(url.protocol)) return 'inline';
  if (!url || !/^https?:$/.test(url.protocol)) return 'insecure';
  if (/\.svgz?$/i.test(url.pathname)) return 'svg';
  if (url.username || url.password) return 'private';
  if (allow && url.origin === allow) return null;
  if (!isPublicHost(url.hostname)) return 'private';
  if (url.protocol === 'http:') return 'insecure';
  // An address beyond all measure carries a token.
  return url.href.length > MAX_LENGTH || isPassing(url) ? 'signed' : null;
}

/** Whether Buffer's servers can fetch the picture. */
export function isPublicPicture(value: string, options: PictureOptions = {}): boolean {
  return pictureVerdict(value, options) === null;
}

function parse(value: string, base?: string): URL | null {
  try {
    return new URL(value, base);
  } catch {
    return null;
  }
}

/** `hostname` as URL normalises it: lower case, decimal and hexadecimal IPv4 as dotted quads, IPv6 in brackets. */
function isPublicHost(hostname: string): boolean {
  const host = hostname.replace(/\.$/, '');
  if (host.startsWith('[')) return isPublicIpv6(host.slice(1, -1));
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return isPublicIpv4(host.split('.').map(Number));
  return host.includes('.') && !PRIVATE_NAME.test(host);
}

/** https://www.iana.org/assignments/iana-ipv4-special-registry */
function isPublicIpv4([a = 0, b = 0, c = 0]: number[]): boolean {
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false;
  if (a === 100) return b < 64 || b > 127;
  if (a === 169) return b !== 254;
  if (a === 172) return b < 16 || b > 31;
  if (a === 192) return b !== 168 && !(b === 0 && c === 0);
  return !(a === 198 && (b === 18 || b === 19));
}

/** Global unicast (2000::/3) only, without the ranges that wrap an IPv4 address (Teredo, 6to4) or are for examples. */
function isPublicIpv6(host: string): boolean {
  const [first = '', second = ''] = host.split(':');
  const head = Number.parseInt(first || '0', 16);
  if (head < 0x2000 || head > 0x3fff || head === 0x2002) return false;
  return head !== 0x2001 || !['', '0', 'db8'].includes(second);
}
