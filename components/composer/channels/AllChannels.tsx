// How many channels are chosen: the way to the list of all of them.
import type { Composer } from '@/components/composer/composer.model.ts';
import { useAskedViews } from '@/components/composer/use-asked-views.ts';
import { ChevronIcon } from '@/components/ui/Icons.tsx';
import { Panel } from '@/components/ui/Panel.tsx';
import { t } from '@/lib/platform/i18n.ts';

export function AllChannels({ composer }: { composer: Composer }) {
  const asked = useAskedViews();
  const channels = composer.channels.value;
  if (channels.length === 0) {
    return (
      <a class="no-channels" href="https://publish.buffer.com/channels" target="_blank" rel="noreferrer">
        {t('channels.connect')}
      </a>
    );
  }
  const chosen = channels.filter(({ id }) => composer.draft.channelIds.includes(id)).length;
  const figures: [string, string] = [String(chosen), String(channels.length)];
  return (
    <>
      <button
        type="button"
        class="chosen"
        popovertarget="all-channels"
        aria-label={t('channels.open', figures)}
      >
        {t('composer.channelsChosen', figures)}
        <ChevronIcon />
      </button>
      <Panel id="all-channels" label={t('channels.title')}>
        {asked && <asked.ChannelList composer={composer} />}
      </Panel>
    </>
  );
}
