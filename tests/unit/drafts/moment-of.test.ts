// The moment that a local date and time name, in the zone of the person.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { momentOf } from '../../../lib/drafts/split.ts';
import { draft } from './fixtures.ts';

beforeAll(() => void vi.stubEnv('TZ', 'Europe/Berlin'));
afterAll(() => void vi.unstubAllEnvs());

test.each([
  ['an ordinary time', '2026-11-24T09:10', '2026-11-24T08:10:00Z'],
  ['a time that the clocks skip is moved forward', '2026-03-29T02:30', '2026-03-29T01:30:00Z'],
  ['of a time that they show twice it is the first', '2026-10-25T02:30', '2026-10-25T00:30:00Z'],
])('%s', (_, at, moment) => {
  expect(momentOf(draft({ when: 'at', at }))).toBe(Date.parse(moment));
});

test.each([null, '', 'soon', '2026-02-30T10:00', '2026-11-24T25:00'])('%s names none', (at) => {
  expect(momentOf(draft({ when: 'at', at }))).toBeNull();
});
