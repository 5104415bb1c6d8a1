// A stored sign-in outlives the version that wrote it.
import { expect, test } from 'vitest';
import { connectionSchema } from '@/lib/platform/schemas.ts';

const account = { id: 'me', name: null, email: null, avatar: null };
const stored = { status: 'signed-in', method: 'classic', account };

test('a capability that this version does not know signs nobody out', () => {
  const { data } = connectionSchema.safeParse({ ...stored, can: ['shuffle', 'retweets', 'reorder'] });
  expect(data).toEqual({ ...stored, can: ['reorder', 'shuffle'] });
});

test('a sign-in from before there were any has none', () => {
  expect(connectionSchema.parse(stored).can).toEqual([]);
});
