// Puts one channel's queue into an order of chance, and says what arranging a queue has run into.
import { SureButton } from '@/components/ui/SureButton.tsx';
import { t } from '@/lib/platform/i18n.ts';
import type { Posts } from './posts.model.ts';
import { TroubleNotice } from './TroubleNotice.tsx';

export function Shuffle({ posts: { lists, desk, arranger } }: { posts: Posts }) {
  const channelId = lists.chosen.value;
  if (channelId === null) return null;
  const trouble = desk.troubles.value[channelId];
  return (
    <>
      {arranger.canShuffle.value && (
        <div class="arrange">
          <p class="quiet">{arranger.isOffered.value && t('queueView.arrange')}</p>
          <SureButton
            label={t('postAction.shuffle')}
            question={t('postAction.shuffleSure')}
            name={(label) => label}
            busy={desk.busy.value.has(channelId)}
            onSure={() => void arranger.shuffle()}
          />
        </div>
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
    </>
  );
}
