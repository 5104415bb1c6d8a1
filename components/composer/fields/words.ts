// What is said of a field that something is missing in or wrong with.
import type { Problem, ProblemKind } from '@/lib/drafts/problem.ts';
import { t } from '@/lib/platform/i18n.ts';

/** What is said at the field itself, and above the buttons only once submitting was tried. */
export const FIELD_KINDS = [
  'needs-field',
  'needs-link',
  'long-field',
  'wrong-sign',
  'end-before-start',
  'past-end',
] as const satisfies ProblemKind[];

/** The sentence at the field; null where the problem is none of a field. */
export function fieldSentence({ kind, field, over = 1 }: Problem): string | null {
  switch (kind) {
    case 'needs-field':
      return field === 'title' || field === 'start' || field === 'end' ? t(`needsField.${field}`) : null;
    case 'long-field':
      return t('problem.longField', over, [t(`field.${field ?? 'title'}`), String(over)]);
    case 'wrong-sign':
      return field === 'title' || field === 'topic' ? t(`wrongSign.${field}`) : null;
    case 'needs-link':
      return t('problem.needsLink');
    case 'end-before-start':
      return t('problem.endBeforeStart');
    case 'past-end':
      return t('problem.pastEnd');
    default:
      return null;
  }
}
