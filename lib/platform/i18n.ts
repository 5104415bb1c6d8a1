// Words for people: every string stands in the locale files.
import { i18n } from '#i18n';

export const t = i18n.t;

/** The locale key of a word of the code: message names hold no hyphen. */
export type LocaleKey<Word extends string> = Word extends `${infer Head}-${infer Tail}`
  ? `${Head}_${LocaleKey<Tail>}`
  : Word;

export function localeKey<Word extends string>(word: Word): LocaleKey<Word> {
  return word.replaceAll('-', '_') as LocaleKey<Word>;
}
