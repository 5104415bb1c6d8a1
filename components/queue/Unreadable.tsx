// Stored posts that this version cannot read: shown and kept, because a later version may read them.
import { CopyButton } from '@/components/ui/CopyButton.tsx';
import { AlertIcon } from '@/components/ui/Icons.tsx';
import { SureButton } from '@/components/ui/SureButton.tsx';
import type { UnreadableView } from '@/lib/outbox/summary.ts';
import { t } from '@/lib/platform/i18n.ts';
import type { Queue } from './queue.model.ts';

function Row({ record: { id, text }, queue }: { record: UnreadableView; queue: Queue }) {
  const name = (label: string) => t('entry.buttonNameBare', [label, text?.slice(0, 60) ?? id]);
  return (
    <li class="entry needs-you">
      <div class="what">
        {text === null ? (
          <p class="quiet">{t('recovery.unknownText')}</p>
        ) : (
          <p class="words" dir="auto">
            {text}
          </p>
        )}
        <div class="entry-buttons">
          {text !== null && (
            <CopyButton text={text} label={t('recovery.copy')} done={t('recovery.copied')} small />
          )}
          <SureButton
            label={t('action.discard')}
            question={t('entry.discardSure')}
            name={name}
            onSure={() => void queue.discardUnreadable(id)}
          />
        </div>
      </div>
    </li>
  );
}

export function Unreadable({ queue }: { queue: Queue }) {
  const { unreadable } = queue.state.value.outbox;
  if (unreadable.length === 0) return null;
  return (
    <section class="card recovery">
      <h2>
        <AlertIcon /> {t('recovery.unreadable', unreadable.length)}
      </h2>
      <p>{t('recovery.unreadableLead')}</p>
      <ul class="entries">
        {unreadable.map((record) => (
          <Row key={record.id} record={record} queue={queue} />
        ))}
      </ul>
    </section>
  );
}
