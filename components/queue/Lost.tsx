// The recovery screen: what the browser's storage has lost, and what can still be made of it.
import { standingTo, Who } from '@/components/entries/EntryRow.tsx';
import { CopyButton } from '@/components/ui/CopyButton.tsx';
import { AlertIcon } from '@/components/ui/Icons.tsx';
import { networkOf } from '@/lib/networks/table.ts';
import type { EntryView, Lost as LostPosts } from '@/lib/outbox/summary.ts';
import { t } from '@/lib/platform/i18n.ts';
import { shortMoment } from '@/lib/platform/time.ts';
import type { Queue } from './queue.model.ts';

function LostRow({ entry, queue }: { entry: EntryView; queue: Queue }) {
  const { cache, connection } = queue.state.value;
  const channel = cache.channels.find(({ id }) => id === entry.channelId);
  const network = networkOf(entry.network);
  const canWrite = standingTo(entry.accountId, connection) !== 'other';
  return (
    <li class="entry needs-you">
      <Who name={channel?.name ?? network.label} network={entry.network} avatar={channel?.avatar ?? null} />
      <div class="what">
        <div class="name">
          <bdi>{channel ? t('composer.channelName', [channel.name, network.label]) : network.label}</bdi>
        </div>
        <p class="words" dir="auto">
          {entry.text || t('queue.noWords')}
        </p>
        <div class="entry-buttons">
          {canWrite && (
            <button type="button" class="button small" onClick={() => void queue.writeAgain(entry)}>
              {t('action.rewrite')}
            </button>
          )}
          <CopyButton text={entry.text} label={t('recovery.copy')} done={t('recovery.copied')} small />
        </div>
      </div>
    </li>
  );
}

function Unknown({ lost }: { lost: LostPosts }) {
  const unknown = lost.count - lost.entries.length;
  return unknown > 0 ? <p class="quiet">{t('recovery.textUnknown', unknown)}</p> : null;
}

export function Lost({ queue }: { queue: Queue }) {
  const { lost } = queue.state.value.outbox;
  if (!lost) return null;
  const when = shortMoment(lost.at, Date.now());
  return (
    <section class="card recovery">
      <h2>
        <AlertIcon /> {t('recovery.lost', lost.count)}
      </h2>
      <p>{t('recovery.lostLead', lost.count, [String(lost.count), when])}</p>
      <ul class="entries">
        {lost.entries.map((entry) => (
          <LostRow key={entry.id} entry={entry} queue={queue} />
        ))}
      </ul>
      <Unknown lost={lost} />
      <button type="button" class="button" onClick={() => void queue.dismissLost()}>
        {t('recovery.seen')}
      </button>
    </section>
  );
}
