// One entry: its channel, its state, and what can be done about it.
import { Avatar } from '@/components/ui/Avatar.tsx';
import { NetworkMark } from '@/components/ui/NetworkMark.tsx';
import { networkOf } from '@/lib/networks/table.ts';
import type { EntryView } from '@/lib/outbox/summary.ts';
import { t } from '@/lib/platform/i18n.ts';
import type { Composer } from './composer.model.ts';
import { EntryState } from './EntryState.tsx';

export function EntryRow({ entry, composer }: { entry: EntryView; composer: Composer }) {
  const channel = composer.channels.value.find(({ id }) => id === entry.channelId);
  const network = networkOf(entry.network);
  const name = channel?.name ?? network.label;
  return (
    <li>
      <span class="who">
        <Avatar name={name} src={channel?.avatar ?? null} size={32} />
        <NetworkMark label={network.short} colour={network.colour} />
      </span>
      <div class="what">
        <div class="name">{t('composer.channelName', [name, network.label])}</div>
        <EntryState entry={entry} onResolve={(choice) => void composer.resolve(entry.id, choice)} />
      </div>
    </li>
  );
}
