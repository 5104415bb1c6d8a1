// One line that says why there is less than on other pages.
import { Notice } from '@/components/ui/Notice.tsx';
import { t } from '@/lib/platform/i18n.ts';
import type { Composer } from './composer.model.ts';

/** Of these there is never a link. */
const OWN: readonly string[] = ['browser', 'file'];

export function Less({ composer }: { composer: Composer }) {
  const capture = composer.capture.value;
  if (!capture?.less) return null;
  const isHidden = capture.links.length === 0 && !OWN.includes(capture.less);
  return <Notice>{t(isHidden ? 'less.hidden' : `less.${capture.less}`)}</Notice>;
}
