// How much room the shown text has on the tightest network it goes to, and at a press or a pause on all of them.
import { useEffect, useState } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import { closeOnEscape } from '@/components/ui/escape.ts';
import type { Tightest } from '@/lib/drafts/limits.ts';
import { t } from '@/lib/platform/i18n.ts';

function words({ left, network: { label } }: Tightest): string {
  return left < 0 ? t('count.over', [String(-left), label]) : t('count.left', [String(left), label]);
}

function All({ composer }: { composer: Composer }) {
  const { judge, texts } = composer;
  return (
    <>
      {judge.counters().map((room) => (
        <div key={room.channel.network} class={room.left < 0 ? 'over' : ''}>
          <span aria-hidden="true" style={{ background: room.network.colour }}>
            {room.network.short}
          </span>
          {texts.isOwn(room.channel.network) ? t('count.own', [words(room)]) : words(room)}
        </div>
      ))}
    </>
  );
}

export function Counter({ composer }: { composer: Composer }) {
  const { judge, channels, draft, texts } = composer;
  const [isOpen, setOpen] = useState(false);
  useEffect(() => void judge.exactly(), [draft.channelIds, channels.value]);
  const counter = judge.counter.value;
  const name = counter ? words(counter) : '';
  const look = counter && counter.left < 0 ? 'count over' : 'count';
  if (texts.networks.value.length < 2) {
    return (
      <span id="count" class={look}>
        {name}
      </span>
    );
  }
  const list = () => document.getElementById('counts');
  return (
    <>
      <button
        id="count"
        type="button"
        class={look}
        popovertarget="counts"
        popovertargetaction="show"
        onPointerEnter={({ pointerType }) => pointerType === 'mouse' && list()?.showPopover()}
        onPointerLeave={({ pointerType }) => pointerType === 'mouse' && list()?.hidePopover()}
        onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && list()?.showPopover()}
        onBlur={() => list()?.hidePopover()}
        onKeyDown={(event) => isOpen && closeOnEscape(event, () => list()?.hidePopover())}
      >
        {name || t('count.none')}
      </button>
      <div
        id="counts"
        aria-live="polite"
        popover="auto"
        class="counts"
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {isOpen && <All composer={composer} />}
      </div>
    </>
  );
}
