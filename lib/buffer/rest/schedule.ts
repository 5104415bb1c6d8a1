// Posting times: the classic API keeps them as blocks of days and times, this product as seven days.
import type { Fields } from '../http.ts';
import type { ScheduleDay } from '../types.ts';
import { WEEK } from '../week.ts';
import type { ScheduleBlock } from './schemas.ts';

/** Blocks as the seven days of a week; a time that is told twice counts once. */
export function toSchedule(blocks: ScheduleBlock[]): ScheduleDay[] {
  return WEEK.map((day) => {
    const times = blocks.filter(({ days }) => days.includes(day)).flatMap((block) => block.times);
    return { day, times: [...new Set(times)].sort(), paused: false };
  });
}

/** Days as the fields of `schedules/update.json`: those with the same times share a block, those without are in none. */
export function scheduleFields(schedule: ScheduleDay[]): Fields {
  const used = schedule.filter(({ times, paused }) => times.length > 0 && !paused);
  const blocks = Map.groupBy(used, ({ times }) => [...new Set(times)].sort().join(' '));
  return [...blocks].flatMap(([times, days], index) => [
    ...days.map(({ day }) => [`schedules[${index}][days][]`, day] as const),
    ...times.split(' ').map((time) => [`schedules[${index}][times][]`, time] as const),
  ]);
}
