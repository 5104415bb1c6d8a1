// What was begun and not sent: its words wait here until they are sent or discarded.

import { draftOrigin } from '@/components/entries/draft-origin.ts';
import { Who } from '@/components/entries/EntryRow.tsx';
import { SureButton } from '@/components/ui/SureButton.tsx';
import type { Draft } from '@/lib/drafts/draft.ts';
import { networkOf } from '@/lib/networks/table.ts';
import { t } from '@/lib/platform/i18n.ts';
import { Group } from './Group.tsx';
import type { Queue } from './queue.model.ts';

function DraftRow({ draft, queue }: { draft: Draft; queue: Queue }) {
  const channel = queue.state.value.cache.channels.find(({ id }) => id === draft.channelIds[0]);
  const text = draft.text.trim() || t('queue.noWords');
  const name = (label: string) => t('entry.buttonNameBare', [label, text.slice(0, 60)]);
  return (
    <li class="entry">
      {channel && <Who name={channel.name} network={channel.network} avatar={channel.avatar} />}
      <div class="what">
        <div class="name">
          {channel && (
            <bdi>{t('composer.channelName', [channel.name, networkOf(channel.network).label])}</bdi>
          )}{' '}
          <span class="origin">{draftOrigin(draft, Date.now())}</span>
        </div>
        <p class="words" dir="auto">
          {text}
        </p>
        <div class="entry-buttons">
          <button
            type="button"
            class="button small primary"
            aria-label={name(t('queue.goOn'))}
            onClick={() => void queue.compose(draft.key)}
          >
            {t('queue.goOn')}
          </button>
          <SureButton
            label={t('action.discard')}
            question={t('entry.discardSure')}
            name={name}
            onSure={() => void queue.discardDraft(draft.key)}
          />
        </div>
      </div>
    </li>
  );
}

export function Drafts({ queue }: { queue: Queue }) {
  const { drafts } = queue.state.value;
  if (drafts.length === 0) return null;
  return (
    <Group title={t('queue.drafts')} count={drafts.length}>
      {drafts.map((draft) => (
        <DraftRow key={draft.key} draft={draft} queue={queue} />
      ))}
    </Group>
  );
}
