// How long ago something was, in a person's words.
import { expect, it } from 'vitest';
import { dayOrMoment } from '../../../lib/platform/time.ts';

const NOW = new Date(2026, 4, 20, 9).getTime();

it.each([
  [new Date(2026, 4, 20, 8, 30), /^today 0?8:30/],
  [new Date(2026, 4, 19, 23, 30), /^yesterday (?:23:30|11:30)/],
  [new Date(2026, 4, 18, 23, 30), /^2 days ago$/],
  [new Date(2026, 4, 8), /^12 days ago$/],
  [new Date(2026, 2, 20), /^2 months ago$/],
  [new Date(2026, 4, 21, 9), /^tomorrow 0?9:00/],
])('%s is said as %s', (moment, words) => {
  expect(dayOrMoment(moment.getTime(), NOW)).toMatch(words);
});
