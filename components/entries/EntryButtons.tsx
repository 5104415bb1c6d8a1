// The buttons of one entry; what cannot be undone asks once more in its own place.
import { SureButton } from '@/components/ui/SureButton.tsx';
import type { EntryView } from '@/lib/outbox/summary.ts';
import { localeKey, t } from '@/lib/platform/i18n.ts';
import type { Action } from './actions.ts';
import type { Desk } from './desk.ts';
import { buttonName } from './words.ts';

interface Props {
  entry: EntryView;
  actions: Action[];
  channelName: string;
  desk: Desk;
}

export function EntryButtons({ entry, actions, channelName, desk }: Props) {
  if (actions.length === 0) return null;
  const busy = desk.busy.value.has(entry.id);
  const name = (label: string) => buttonName(label, entry, channelName);
  const act = (action: Action) => void desk.act(entry.id, action);
  const isAsked = entry.state === 'needs-you';
  return (
    <div class="entry-buttons">
      {actions.map((action, index) => {
        const label = t(`action.${localeKey(action)}`);
        if (action === 'discard') {
          return (
            <SureButton
              key={action}
              label={label}
              question={t('entry.discardSure')}
              name={name}
              busy={busy}
              onSure={() => act(action)}
            />
          );
        }
        const isFirst = index === 0 && isAsked;
        return (
          <button
            key={action}
            type="button"
            class={isFirst ? 'button small primary' : 'button small'}
            aria-label={name(label)}
            aria-disabled={busy}
            onClick={() => act(action)}
          >
            {label}
          </button>
        );
      })}
    </div>
  );
}
