// One entry: its channel, its words, its state, and what can be done about it.
import type { ReadonlySignal } from '@preact/signals';
import { Avatar } from '@/components/ui/Avatar.tsx';
import { NetworkMark } from '@/components/ui/NetworkMark.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { Channel } from '@/lib/buffer/types.ts';
import { networkOf } from '@/lib/networks/table.ts';
import type { EntryView } from '@/lib/outbox/summary.ts';
import { t } from '@/lib/platform/i18n.ts';
import type { ConnectionView } from '@/lib/platform/schemas.ts';
import { actionsOf, type Standing } from './actions.ts';
import type { Desk } from './desk.ts';
import { EntryButtons } from './EntryButtons.tsx';
import { EntryState } from './EntryState.tsx';

/** Where rows stand: the composer, or the list. */
export interface EntryRoom {
  readonly desk: Desk;
  readonly channels: ReadonlySignal<Channel[]>;
  readonly connection: ReadonlySignal<ConnectionView | null>;
}

export function standingTo(accountId: string, connection: ConnectionView | null): Standing {
  if (connection?.status !== 'signed-in') return 'signed-out';
  return connection.account?.id === accountId ? 'signed-in' : 'other';
}

export function Who({ name, network, avatar }: { name: string; network: string; avatar: string | null }) {
  const row = networkOf(network);
  return (
    <span class="who">
      <Avatar name={name} src={avatar} size={32} />
      <NetworkMark label={row.short} colour={row.colour} />
    </span>
  );
}

interface Props {
  entry: EntryView;
  room: EntryRoom;
  /** Right after a submit the words stand above all rows, and one button takes all of them back. */
  brief?: boolean;
}

export function EntryRow({ entry, room, brief = false }: Props) {
  const channel = room.channels.value.find(({ id }) => id === entry.channelId);
  const network = networkOf(entry.network);
  const name = channel?.name ?? network.label;
  const standing = standingTo(entry.accountId, room.connection.value);
  const trouble = room.desk.troubles.value[entry.id];
  const asks = entry.state === 'needs-you' || (entry.state === 'waiting' && standing !== 'signed-in');
  return (
    <li class={`entry ${entry.state}`}>
      <Who name={name} network={entry.network} avatar={channel?.avatar ?? null} />
      <div class="what">
        <div class="name">
          <bdi>{channel ? t('composer.channelName', [name, network.label]) : name}</bdi>
        </div>
        {!brief && entry.text && (
          <p class="words" dir="auto">
            {entry.text}
          </p>
        )}
        <EntryState entry={entry} standing={standing} silent={brief} />
        {(!brief || asks) && (
          <EntryButtons
            entry={entry}
            actions={actionsOf(entry, standing, Date.now())}
            channelName={name}
            desk={room.desk}
          />
        )}
        {trouble && <Notice tone="danger">{t(`problem.${trouble}`)}</Notice>}
      </div>
    </li>
  );
}
