// The sentence for why a sign-in failed.
import { SIGN_IN_PROBLEMS } from '@/lib/account/errors.ts';
import { localeKey, t } from '@/lib/platform/i18n.ts';

/** A word that nobody knows gets the sentence that fits every trouble. */
export function signInSentence(word: string): string {
  const known = SIGN_IN_PROBLEMS.find((problem) => problem === word);
  return known ? t(`signInProblem.${localeKey(known)}`) : t('problem.failed');
}
