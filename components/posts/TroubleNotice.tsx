// One sentence for what did not work, with Buffer's own words where it has some.
import { Notice } from '@/components/ui/Notice.tsx';
import { localeKey, t } from '@/lib/platform/i18n.ts';
import { timeOrMoment } from '@/lib/platform/time.ts';
import type { Trouble } from './trouble.ts';

function sentenceOf({ problem, until }: Trouble): string {
  const now = Date.now();
  const when = until === null || until <= now ? t('queueView.aWhile') : timeOrMoment(until, now);
  return t(`queueProblem.${localeKey(problem)}`, [when]);
}

export function TroubleNotice({ trouble }: { trouble: Trouble }) {
  return (
    <Notice tone={trouble.problem === 'rate-limited' ? 'waiting' : 'danger'}>
      {sentenceOf(trouble)}
      {trouble.message !== null && <span dir="auto"> “{trouble.message}”</span>}
    </Notice>
  );
}
