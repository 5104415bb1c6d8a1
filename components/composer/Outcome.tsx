// What became of the post, channel by channel, live from the outbox.
import { useEffect, useRef } from 'preact/hooks';
import { Avatar } from '@/components/ui/Avatar.tsx';
import { AlertIcon, CheckIcon, ClockIcon } from '@/components/ui/Icons.tsx';
import { NetworkMark } from '@/components/ui/NetworkMark.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { networkOf } from '@/lib/networks/table.ts';
import type { EntryView } from '@/lib/outbox/summary.ts';
import { t } from '@/lib/platform/i18n.ts';
import type { Composer } from './composer.model.ts';
import { EntryState } from './EntryState.tsx';

type Whole = 'saved' | 'done' | 'needs-you' | 'undone';

function wholeOf(group: EntryView[]): Whole {
  if (group.length > 0 && group.every(({ state }) => state === 'cancelled')) return 'undone';
  if (group.some(({ state }) => state === 'needs-you')) return 'needs-you';
  const live = group.filter(({ state }) => state !== 'cancelled');
  return live.length > 0 && live.every(({ state }) => state === 'confirmed') ? 'done' : 'saved';
}

function Head({ whole, count }: { whole: Whole; count: number }) {
  const [title, hint] = {
    saved: [t('outcome.saved'), t('outcome.savedHint', count)],
    done: [t('outcome.done'), t('outcome.doneHint', count)],
    'needs-you': [t('outcome.needsYou'), t('outcome.needsYouHint')],
    undone: [t('outcome.undone'), t('outcome.undoneHint')],
  }[whole];
  return (
    <div class={`whole ${whole}`}>
      <span class="seal">
        {whole === 'saved' ? <ClockIcon /> : whole === 'needs-you' ? <AlertIcon /> : <CheckIcon />}
      </span>
      <div role="status">
        <strong>{title}</strong> <span>{hint}</span>
      </div>
    </div>
  );
}

function Row({ entry, composer }: { entry: EntryView; composer: Composer }) {
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

export function Outcome({ composer }: { composer: Composer }) {
  const group = composer.group.value;
  const whole = wholeOf(group);
  const again = useRef<HTMLButtonElement>(null);
  useEffect(() => again.current?.focus(), []);
  return (
    <section class="outcome">
      <Head whole={whole} count={Math.max(group.length, 1)} />
      <ul class="card">
        {group.map((entry) => (
          <Row key={entry.id} entry={entry} composer={composer} />
        ))}
      </ul>
      {composer.trouble.value && <Notice tone="danger">{t(`problem.${composer.trouble.value}`)}</Notice>}
      <footer>
        {whole !== 'undone' && (
          <button
            type="button"
            class="button"
            disabled={composer.undoing.value}
            onClick={() => void composer.undo()}
          >
            {t(composer.undoing.value ? 'outcome.undoing' : 'outcome.undo')}
          </button>
        )}
        <button ref={again} type="button" class="button" onClick={() => composer.editAgain()}>
          {t(whole === 'undone' ? 'outcome.edit' : 'outcome.another')}
        </button>
        <button type="button" class="button primary" onClick={() => window.close()}>
          {t('outcome.close')}
        </button>
      </footer>
    </section>
  );
}
