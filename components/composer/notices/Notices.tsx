// The quiet strip above the buttons: what is good to know before a post goes, and never in its way.
import type { Composer } from '@/components/composer/composer.model.ts';
import { Duplicates } from './Duplicates.tsx';
import { Quota } from './Quota.tsx';

export function Notices({ composer }: { composer: Composer }) {
  return (
    <div class="notices" aria-live="polite">
      <Duplicates composer={composer} />
      <Quota composer={composer} />
    </div>
  );
}
