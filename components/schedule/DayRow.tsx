// The posting times of one weekday.
import { useSignal } from '@preact/signals';
import { CloseIcon } from '@/components/ui/Icons.tsx';
import type { ScheduleDay } from '@/lib/buffer/types.ts';
import { WEEK } from '@/lib/buffer/week.ts';
import { t } from '@/lib/platform/i18n.ts';
import { clockOf, weekdayName } from '@/lib/platform/zoned-time.ts';
import type { Schedule } from './schedule.model.ts';

interface Props {
  day: ScheduleDay;
  schedule: Schedule;
}

function nameOf(day: string): string {
  const index = WEEK.indexOf(day);
  return index < 0 ? day : weekdayName(index);
}

function Times({ day, schedule }: Props) {
  if (day.times.length === 0) return <span class="quiet">{t('schedule.none')}</span>;
  return (
    <ul class="times">
      {day.times.map((time, index) => (
        // Buffer may hold the same time twice.
        <li key={`${time} ${index}`} class="slot">
          {clockOf(time)}
          {schedule.canChange.value && (
            <button
              type="button"
              aria-label={t('schedule.remove', [clockOf(time), nameOf(day.day)])}
              onClick={() => schedule.remove(day.day, time)}
            >
              <CloseIcon />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Editor({ day, schedule }: Props) {
  const time = useSignal('');
  const name = nameOf(day.day);
  const add = (event: Event) => {
    event.preventDefault();
    if (schedule.add(day.day, time.value)) time.value = '';
  };
  return (
    <form class="add-time" onSubmit={add}>
      <input
        class="field"
        type="time"
        aria-label={t('schedule.time', [name])}
        value={time.value}
        onInput={({ currentTarget }) => {
          time.value = currentTarget.value;
        }}
      />
      <button type="submit" class="button small" aria-label={t('schedule.addTo', [name])}>
        {t('schedule.add')}
      </button>
      <button
        type="button"
        class="button small"
        aria-label={t('schedule.copyFrom', [name])}
        onClick={() => schedule.copyToAll(day.day)}
      >
        {t('schedule.copy')}
      </button>
    </form>
  );
}

export function DayRow({ day, schedule }: Props) {
  return (
    <li class="weekday">
      <h3>
        {nameOf(day.day)}
        {day.paused && <span class="quiet"> {t('schedule.paused')}</span>}
      </h3>
      <Times day={day} schedule={schedule} />
      {schedule.canChange.value && <Editor day={day} schedule={schedule} />}
    </li>
  );
}
