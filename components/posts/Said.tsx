// The last that was done to Buffer's posts, announced and shown for a while where it covers nothing.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '@/lib/platform/i18n.ts';
import type { Outcome, PostDesk } from './desk.model.ts';

const SHOWN_MS = 6000;

function wordsOf(outcome: Outcome): string {
  if (outcome.done === 'arrange') return t('said.arrange', [String(outcome.place), String(outcome.of)]);
  return t(`said.${outcome.done}`);
}

export function Said({ desk }: { desk: PostDesk }) {
  const outcome = desk.outcome.value;
  const shown = useSignal(false);
  useEffect(() => {
    if (!outcome) return;
    shown.value = true;
    const timer = setTimeout(() => {
      shown.value = false;
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  return (
    <div class="post-said" role="status">
      {outcome && shown.value && <p>{wordsOf(outcome)}</p>}
    </div>
  );
}
