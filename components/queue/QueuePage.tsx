// The first list of what this browser sends: what needs the person stands first, what Buffer has last.
import { useRef } from 'preact/hooks';
import { EntryRow } from '@/components/entries/EntryRow.tsx';
import { ClockIcon, Mark } from '@/components/ui/Icons.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { EntryView } from '@/lib/outbox/summary.ts';
import { t } from '@/lib/platform/i18n.ts';
import { Drafts } from './Drafts.tsx';
import { Group } from './Group.tsx';
import { useKeptFocus } from './kept-focus.ts';
import { Lost } from './Lost.tsx';
import type { Queue } from './queue.model.ts';
import { Unreadable } from './Unreadable.tsx';

function Entries({ queue, title, entries }: { queue: Queue; title: string; entries: EntryView[] }) {
  if (entries.length === 0) return null;
  return (
    <Group title={title} count={entries.length}>
      {entries.map((entry) => (
        <EntryRow key={entry.id} entry={entry} room={queue} />
      ))}
    </Group>
  );
}

/** What holds for all that waits. */
function Standing({ queue }: { queue: Queue }) {
  const { connection, online } = queue.state.value;
  if (connection.status !== 'signed-in') {
    return (
      <div class="card standing">
        <p>{t(connection.status === 'expired' ? 'queue.expired' : 'queue.signedOut')}</p>
        <button type="button" class="button primary" onClick={() => queue.signIn()}>
          {t('action.sign_in')}
        </button>
      </div>
    );
  }
  return online ? null : <Notice tone="waiting">{t('queue.offline')}</Notice>;
}

function Empty() {
  return (
    <div class="card empty">
      <span class="seal">
        <ClockIcon />
      </span>
      <p>
        <strong>{t('queue.empty')}</strong>
      </p>
      <p class="quiet">{t('queue.emptyLead')}</p>
    </div>
  );
}

export function QueuePage({ queue }: { queue: Queue }) {
  const { outbox, drafts } = queue.state.value;
  const { needsYou, onTheirWay, inBuffer, cancelled } = queue.groups.value;
  const isEmpty = outbox.entries.length + outbox.needsYou + drafts.length === 0;
  const main = useRef<HTMLElement>(null);
  useKeptFocus(main);
  return (
    <main ref={main} class="page queue">
      <header class="page-head">
        <Mark size={28} />
        <div>
          <h1>{t('queue.title')}</h1>
          <p class="quiet">{t('queue.lead')}</p>
        </div>
      </header>
      <Standing queue={queue} />
      <div role="status">
        {queue.trouble.value && <Notice tone="danger">{t(`problem.${queue.trouble.value}`)}</Notice>}
      </div>
      <Lost queue={queue} />
      <Unreadable queue={queue} />
      <Entries queue={queue} title={t('queue.needsYou')} entries={needsYou} />
      <Drafts queue={queue} />
      <Entries queue={queue} title={t('queue.onTheirWay')} entries={onTheirWay} />
      <Entries queue={queue} title={t('queue.inBuffer')} entries={inBuffer} />
      <Entries queue={queue} title={t('queue.cancelled')} entries={cancelled} />
      {isEmpty && <Empty />}
    </main>
  );
}
