// Which posts from here a list of Buffer's queue does not have yet.
import { expect, test } from 'vitest';
import type { Entry } from '../../../lib/outbox/entry.ts';
import { isMissedBy, joining, summarise } from '../../../lib/outbox/summary.ts';
import { entry, MINUTE, T0 } from './fixtures.ts';

const NOTHING = { unreadable: [], lost: null };

function views(...changes: Partial<Entry>[]) {
  return summarise(
    changes.map((change, seq) => entry({ id: `e${seq}`, seq, acceptedAt: T0, ...change })),
    NOTHING,
  ).entries;
}

const confirmed = { state: 'confirmed', remoteId: 'p1', dueAt: T0 + MINUTE } as const;

test('a post that came to Buffer after the list was read is missed by it, and only such a one', () => {
  const list = { posts: [{ id: 'p2' }], fetchedAt: T0 };
  const missed = (change: Partial<Entry>) =>
    views({ ...confirmed, ...change }).map((one) => isMissedBy(list, one));
  expect(missed({})).toEqual([true]);
  expect(missed({ remoteId: 'p2' })).toEqual([false]);
  expect(missed({ remoteId: null })).toEqual([false]);
  expect(missed({ state: 'waiting' })).toEqual([false]);
  // What was accepted long before stood in the list, or has been taken out of it.
  expect(missed({ acceptedAt: T0 - 11 * MINUTE })).toEqual([false]);
  for (const mode of ['now', 'draft'] as const)
    expect(missed({ post: { ...entry().post, mode } })).toEqual([false]);
});

test('what is on its way joins a queue, and what has come there with a time', () => {
  const list = { posts: [], fetchedAt: T0 };
  const all = views(
    { state: 'waiting' },
    { state: 'sending' },
    { state: 'checking' },
    confirmed,
    { ...confirmed, dueAt: null },
    { state: 'needs-you' },
    { state: 'cancelled' },
  );
  expect(joining(all, list).map(({ id }) => id)).toEqual(['e3', 'e2', 'e1', 'e0']);
});
