// The quiet strip above the buttons: what is good to know before a post goes, and never in its way.
import type { Composer } from '@/components/composer/composer.model.ts';
import { useSettled } from '@/components/composer/use-settled.ts';
import { Duplicates } from './Duplicates.tsx';
import { Quota } from './Quota.tsx';

export function Notices({ composer }: { composer: Composer }) {
  const isSettled = useSettled();
  return (
    <div class="notices" aria-live="polite">
      {isSettled && <Duplicates composer={composer} />}
      {isSettled && <Quota composer={composer} />}
    </div>
  );
}
