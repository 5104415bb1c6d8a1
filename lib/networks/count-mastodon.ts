// Mastodon's count: characters as people see them, with every address 23 long and handles without their server.

import { addressPattern, SHORTENED } from './address.ts';
import { countGraphemes } from './graphemes.ts';
import { kept } from './kept.ts';

const address = kept(() =>
  addressPattern({
    schemes: 'https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini',
    path: '^\\s<>()?',
    pathEnd: `^\\s()?!*"'「」<>;:=,.$%\\[\\]~&\\|@`,
    query: "a-z0-9!?*'();:&=+$/%#\\[\\]\\-_.,~\\|@^\\u{a0}-\\u{10ffff}",
    queryEnd: 'a-z0-9_&=#/\\-\\u{a0}-\\u{10ffff}',
  }),
);
const WORD = '\\p{L}\\p{M}\\p{N}\\p{Pc}';
const handle = kept(
  () =>
    new RegExp(
      `(?<![=/${WORD}])@([a-z0-9_]+(?:[.\\-]+[a-z0-9_]+)*)@([${WORD}]+(?:[.\\-]+[${WORD}]+)*)(?![@＠\\u00c0-\\u024f]|://)`,
      'giu',
    ),
);
/** Longer ones are no addresses to Mastodon. */
const LONGEST_ADDRESS = 4096;
const LONGEST_HOST = 253;

/** The length that an instance compares with its limit (StatusLengthValidator and Extractor of Mastodon 4). */
export function countMastodon(text: string): number {
  const shortened = text.replace(address(), (found) => (found.length > LONGEST_ADDRESS ? found : SHORTENED));
  return countGraphemes(
    shortened.replace(handle(), (whole, user, host) => (host.length > LONGEST_HOST ? whole : `@${user}`)),
  );
}
