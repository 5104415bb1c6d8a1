// What networks take for a web address inside of a text: the pieces that their rules are made of.

/** The characters that the rules of one network differ in, as insides of a character class with the flags `iu`. */
interface AddressRules {
  schemes: string;
  /** What a path is made of; brackets beside, if they are closed again. */
  path: string;
  /** What a path may end with. */
  pathEnd: string;
  query: string;
  queryEnd: string;
}

const LETTER = '\\p{L}\\p{M}\\p{N}';
const LABEL = `[${LETTER}](?:[${LETTER}_\\-]*[${LETTER}])?`;
/** A name under a top-level domain. That the domain exists is not looked up: the list is longer than all the rest. */
export const HOST = `(?:${LABEL}\\.)+(?:xn--[a-z0-9\\-]+|[a-z]{2,}|(?:(?![a-z])[\\p{L}\\p{M}]){2,})(?![a-z0-9@+\\-])`;
/** No address begins within a word, a handle or a tag. */
const BEFORE = '(?<![a-zA-Z0-9@＠#＃$])';

/** A pattern for every whole address with a scheme that the rules know. */
export function addressPattern({ schemes, path, pathEnd, query, queryEnd }: AddressRules): RegExp {
  const inBrackets = `\\((?:[${path}]|\\([${path}]+\\))+\\)`;
  const wholePath = `/(?:[${path}]|${inBrackets})*(?<=[${pathEnd}]|\\))`;
  const wholeQuery = `\\?[${query}]*(?<=[${queryEnd}])`;
  return new RegExp(`${BEFORE}(?:${schemes})://${HOST}(?::\\d+)?(?:${wholePath})?(?:${wholeQuery})?`, 'giu');
}

/** What X's and Mastodon's own shorteners make of any address. */
export const SHORTENED = 'x'.repeat(23);
