// One line that says why there is less than on other pages.
import { Notice } from '@/components/ui/Notice.tsx';
import { t } from '@/lib/platform/i18n.ts';
import type { Composer } from './composer.model.ts';

export function Less({ composer }: { composer: Composer }) {
  const capture = composer.capture.value;
  if (!capture?.less) return null;
  const hasNothing = capture.less === 'closed' && capture.links.length === 0;
  return <Notice>{t(hasNothing ? 'less.hidden' : `less.${capture.less}`)}</Notice>;
}
