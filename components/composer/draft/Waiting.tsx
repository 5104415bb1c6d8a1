// How many drafts wait, in the popup's head: the way to them.

import type { Composer } from '@/components/composer/composer.model.ts';
import { useAskedViews } from '@/components/composer/use-asked-views.ts';
import { PencilIcon } from '@/components/ui/Icons.tsx';
import { Panel } from '@/components/ui/Panel.tsx';
import { t } from '@/lib/platform/i18n.ts';

export function Waiting({ composer }: { composer: Composer }) {
  const asked = useAskedViews();
  const drafts = composer.waiting.drafts.value;
  if (drafts.length === 0) return null;
  const said = t('composer.draftsWait', drafts.length);
  return (
    <>
      <button
        type="button"
        class="icon-button waiting"
        popovertarget="waiting-drafts"
        aria-label={said}
        title={said}
      >
        <PencilIcon />
        <span class="number" aria-hidden="true">
          {drafts.length}
        </span>
      </button>
      <Panel id="waiting-drafts" label={said}>
        {asked && <asked.WaitingList composer={composer} />}
      </Panel>
    </>
  );
}
