// The quiet strip above the buttons: what is good to know before a post goes, and never in its way.
import type { Composer } from '@/components/composer/composer.model.ts';
import { useAskedViews } from '@/components/composer/use-asked-views.ts';

export function Notices({ composer }: { composer: Composer }) {
  const asked = useAskedViews();
  return (
    <div class="notices" aria-live="polite">
      {asked && <asked.Duplicates composer={composer} />}
      {asked && <asked.Quota composer={composer} />}
    </div>
  );
}
