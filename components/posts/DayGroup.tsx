// The posts of one day under its name.
import type { ComponentChildren } from 'preact';
import { t } from '@/lib/platform/i18n.ts';
import { cityOf, daysAhead, longDay, ownZone } from '@/lib/platform/zoned-time.ts';
import type { Day } from './days.ts';

const NEAR = new Map([
  [-1, 'queueView.yesterday'],
  [0, 'queueView.today'],
  [1, 'queueView.tomorrow'],
] as const);

function Title({ day: { date }, zone }: { day: Day; zone: string }) {
  if (date === null) return t('queueView.noTime');
  const now = Date.now();
  const near = NEAR.get(daysAhead(date, now, zone) as -1 | 0 | 1);
  if (near === undefined) return longDay(date, now);
  return (
    <>
      {t(near)} <span class="date">{longDay(date, now)}</span>
    </>
  );
}

/** `zone` is the one in which the days and times are told. */
export function DayGroup({ day, zone, children }: { day: Day; zone: string; children: ComponentChildren }) {
  return (
    <section class="day">
      <h2>
        <span>
          <Title day={day} zone={zone} />
        </span>
        {zone !== ownZone() && <span class="zone">{cityOf(zone)}</span>}
      </h2>
      {children}
    </section>
  );
}
