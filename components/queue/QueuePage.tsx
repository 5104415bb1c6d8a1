// The queue as a page: what this browser sends stands first, then what Buffer has.
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { EntryRow } from '@/components/entries/EntryRow.tsx';
import { BufferPosts } from '@/components/posts/BufferPosts.tsx';
import { Said } from '@/components/posts/Said.tsx';
import { ViewSwitch } from '@/components/posts/ViewSwitch.tsx';
import { Mark } from '@/components/ui/Icons.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { EntryView } from '@/lib/outbox/summary.ts';
import { t } from '@/lib/platform/i18n.ts';
import { Drafts } from './Drafts.tsx';
import { Group } from './Group.tsx';
import { useKeptFocus } from './kept-focus.ts';
import { Lost } from './Lost.tsx';
import type { Queue } from './queue.model.ts';
import { Unreadable } from './Unreadable.tsx';

interface EntriesProps {
  queue: Queue;
  title: string;
  entries: EntryView[];
  /** Whether the latest few are enough until all are asked for: what Buffer has stands below. */
  areReceipts?: boolean;
}

const FEW = 3;

function Entries({ queue, title, entries, areReceipts = false }: EntriesProps) {
  const all = useSignal(false);
  if (entries.length === 0) return null;
  const shown = areReceipts && !all.value ? entries.slice(0, FEW) : entries;
  return (
    <>
      <Group title={title} count={entries.length}>
        {shown.map((entry) => (
          <EntryRow key={entry.id} entry={entry} room={queue} />
        ))}
      </Group>
      {shown.length < entries.length && (
        <button
          type="button"
          class="button small more"
          onClick={() => {
            all.value = true;
          }}
        >
          {t('queue.showAll', [String(entries.length)])}
        </button>
      )}
    </>
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
  if (!online) return <Notice tone="waiting">{t('queue.offline')}</Notice>;
  return queue.isSwitchedOff.value ? (
    <div class="card standing">
      <p>{t('queue.switchedOff')}</p>
      <button type="button" class="button primary" onClick={() => queue.signIn()}>
        {t('queue.moveOn')}
      </button>
    </div>
  ) : null;
}

/** What this browser has sent, group by group. */
function FromHere({ queue }: { queue: Queue }) {
  const { needsYou, onTheirWay, inBuffer, cancelled } = queue.groups.value;
  return (
    <>
      <Entries queue={queue} title={t('queue.needsYou')} entries={needsYou} />
      <Drafts queue={queue} />
      <Entries queue={queue} title={t('queue.onTheirWay')} entries={onTheirWay} />
      <Entries queue={queue} title={t('queue.inBuffer')} entries={inBuffer} areReceipts />
      <Entries queue={queue} title={t('queue.cancelled')} entries={cancelled} areReceipts />
    </>
  );
}

function Views({ queue }: { queue: Queue }) {
  const { connection } = queue.state.value;
  if (connection.account === null) return <FromHere queue={queue} />;
  return (
    <BufferPosts posts={queue.posts}>
      <FromHere queue={queue} />
    </BufferPosts>
  );
}

export function QueuePage({ queue }: { queue: Queue }) {
  const { outbox, drafts, connection } = queue.state.value;
  const isIdle = outbox.onTheirWay + outbox.needsYou + drafts.length === 0;
  const main = useRef<HTMLElement>(null);
  useKeptFocus(main);
  return (
    <main ref={main} class="page queue">
      <header class="page-head">
        <Mark size={28} />
        <div>
          <h1>{t('queue.title')}</h1>
          <p class="quiet">{isIdle && t('queue.empty')}</p>
        </div>
        {connection.account !== null && <ViewSwitch posts={queue.posts} waiting={queue.waiting.value} />}
      </header>
      <Standing queue={queue} />
      <div role="status">
        {queue.trouble.value && <Notice tone="danger">{t(`problem.${queue.trouble.value}`)}</Notice>}
      </div>
      <Lost queue={queue} />
      <Unreadable queue={queue} />
      <Views queue={queue} />
      <Said desk={queue.posts.desk} />
    </main>
  );
}
