// The button that opens the preview of the link card.
import { useState } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import { useAskedViews } from '@/components/composer/use-asked-views.ts';
import { chosenChannels } from '@/lib/drafts/chosen.ts';
import { t } from '@/lib/platform/i18n.ts';

/** There is none where there is nothing to see. */
export function CardPreview({ composer }: { composer: Composer }) {
  const asked = useAskedViews();
  const [isOpen, setOpen] = useState(false);
  const { attachment, link } = composer.draft;
  const hasCard = (attachment === 'card' || attachment === 'retweet') && link !== '';
  if (!hasCard || chosenChannels(composer.draft, composer.channels.value).length === 0) return null;
  return (
    <>
      <button type="button" class="text-button" onClick={() => setOpen(true)}>
        {t('preview.open')}
      </button>
      {isOpen && asked && <asked.PreviewDialog composer={composer} onClose={() => setOpen(false)} />}
    </>
  );
}
