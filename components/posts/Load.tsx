// How full the next two weeks are, a bar for each day: where another post would fit is seen at a glance.
import { t } from '@/lib/platform/i18n.ts';
import { dayIn, longDay, narrowWeekday } from '@/lib/platform/zoned-time.ts';
import { type Day, loadOf } from './days.ts';

const DAYS = 14;
const BAR_PX = 40;

export function Load({ days, zone }: { days: Day[]; zone: string }) {
  const now = Date.now();
  const load = loadOf(days, dayIn(now, zone), DAYS);
  const most = Math.max(1, ...load.map(({ count }) => count));
  const words = load
    .filter(({ count }) => count > 0)
    .map(({ date, count }) => `${longDay(date, now)}: ${count}`);
  if (words.length === 0) return null;
  return (
    <div class="load" role="img" aria-label={t('queueView.load', [words.join(', ')])}>
      {load.map(({ date, count }) => (
        <div key={date} class="load-day" title={`${longDay(date, now)}: ${count}`}>
          <span class={count > 0 ? 'bar' : 'bar none'} style={{ height: `${(count / most) * BAR_PX}px` }} />
          {narrowWeekday(date)}
        </div>
      ))}
    </div>
  );
}
