// What the choice comes to, channel by channel; loaded after the first paint.
import { useEffect, useState } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import { Panel } from '@/components/ui/Panel.tsx';
import { t } from '@/lib/platform/i18n.ts';
import { ownZone } from '@/lib/platform/zoned-time.ts';
import { type Line, Slots } from './slots.model.ts';
import { quickTimes, zoneWords } from './words.ts';

/** A line that opens the list of all channels; a pointer that rests on it reads the list without a press. */
function Lines({ words, lines }: { words: string; lines: Line[] }) {
  return (
    <>
      <button
        type="button"
        class="when-hint"
        popovertarget="when-lines"
        title={lines.map((line) => `${line.name}: ${line.words}`).join('\n')}
      >
        {words}
      </button>
      <Panel id="when-lines" label={t('when.perChannel')}>
        <ul class="when-lines">
          {lines.map((line) => (
            <li key={line.id}>
              <span>{line.name}</span> <span>{line.words}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

function SlotHint({ slots }: { slots: Slots }) {
  const [when, soonest, lines] = [slots.when.value, slots.soonest.value, slots.lines.value];
  if (when === 'at') return null;
  if (when === 'now' && slots.isAnyPaused.value) return <span class="when-hint">{t('when.nowPaused')}</span>;
  if (!soonest) return <span class="when-hint">{t(`when.${when}Hint`)}</span>;
  return slots.differ.value ? (
    <Lines words={soonest} lines={lines} />
  ) : (
    <span class="when-hint">{soonest}</span>
  );
}

/** Times that are picked most, one press each. */
function QuickChoices({ composer }: { composer: Composer }) {
  const choices = quickTimes(composer.when.now.value);
  return (
    <fieldset class="quick-times" aria-label={t('when.quick')}>
      {choices.map(({ words, local }) => (
        <button
          key={words}
          type="button"
          aria-pressed={composer.draft.at === local}
          onClick={() => composer.change({ at: local })}
        >
          {words}
        </button>
      ))}
    </fieldset>
  );
}

/** Elsewhere in one zone is said; more are listed. */
function Elsewhere({ slots }: { slots: Slots }) {
  const [first, ...more] = slots.elsewhere.value;
  if (!first) return null;
  if (more.length === 0) return <span class="when-hint">{first}</span>;
  return <Lines words={t('when.elsewhere', [String(more.length + 1)])} lines={slots.lines.value} />;
}

function ZoneHint({ composer, slots }: { composer: Composer; slots: Slots }) {
  const { at } = composer.draft;
  const told = at && slots.at.value !== null ? zoneWords(at, ownZone()) : null;
  return (
    <>
      <div class="when-zones">
        <span class="when-hint">{told?.zone ?? t('when.atHint')}</span>
        <Elsewhere slots={slots} />
      </div>
      <p class="when-change" aria-live="polite">
        {told?.change}
      </p>
    </>
  );
}

export function WhenDetails({ composer }: { composer: Composer }) {
  const [slots] = useState(() => new Slots(composer));
  useEffect(() => composer.when.follow(), []);
  const isTimed = slots.when.value === 'at';
  return (
    <>
      {isTimed && <QuickChoices composer={composer} />}
      <div id="when-hint">
        {isTimed ? <ZoneHint composer={composer} slots={slots} /> : <SlotHint slots={slots} />}
      </div>
    </>
  );
}
