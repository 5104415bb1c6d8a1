// What was seen is kept in a database: found by links or words, for one account, for 90 days, never too much.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { type Marks, marksOf } from '../../../lib/duplicates/marks.ts';
import type { Seen } from '../../../lib/duplicates/seen.ts';
import { forgetSeen, keepSeen, seenLike, seenPost, seenQueued } from '../../../lib/platform/seen-posts.ts';

const NOW = Date.UTC(2026, 4, 4, 9);
const DAY = 86_400_000;
const LINK = 'https://example.org/walk';

function seen(id: string, change: Partial<Seen> = {}): Seen {
  const { words, links } = marksOf(`Words of ${id}`, LINK);
  const place = { accountId: 'me', id, channelId: 'a', network: 'linkedin' };
  return { ...place, words, links, state: 'queued', at: NOW + DAY, seenAt: NOW, ...change };
}

const found = async (marks: Partial<Marks>, accountId = 'me') =>
  (await seenLike(accountId, [{ words: '', links: [], ...marks }])).map(({ id }) => id);
const byLink = { links: marksOf('', LINK).links };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

it('finds each post once, by a link or by its words', async () => {
  const [one, two] = [seen('1'), seen('2')];
  await keepSeen([one, two], [], NOW);
  expect(await found(byLink)).toEqual(['1', '2']);
  expect(await found({ words: two.words })).toEqual(['2']);
  expect(await found({ ...byLink, words: two.words })).toEqual(['1', '2']);
  expect(await found({})).toEqual([]);
});

it('shows nobody the posts of another account', async () => {
  await keepSeen([seen('1', { accountId: 'you' })], [], NOW);
  expect(await found(byLink)).toEqual([]);
  expect(await found(byLink, 'you')).toEqual(['1']);
  expect(await seenPost(['me', '1'])).toBeUndefined();
  expect(await seenQueued('me')).toEqual([]);
});

it('keeps what is new of a post, and forgets what is gone', async () => {
  await keepSeen([seen('1')], [], NOW);
  await keepSeen([seen('1', { links: [], state: 'sent' }), seen('2')], [], NOW);
  expect(await seenPost(['me', '1'])).toEqual(seen('1', { state: 'sent' }));
  expect(await seenQueued('me')).toEqual([seen('2')]);
  await keepSeen([], [['me', '1']], NOW);
  expect(await found(byLink)).toEqual(['2']);
  await forgetSeen();
  expect(await found(byLink)).toEqual([]);
});

it('forgets after 90 days', async () => {
  await keepSeen(
    [seen('old', { seenAt: NOW - 90 * DAY - 1 }), seen('new', { seenAt: NOW - 90 * DAY })],
    [],
    NOW,
  );
  expect(await found(byLink)).toEqual(['new']);
});

it('keeps 2,000 posts, and of more the latest', async () => {
  const many = Array.from({ length: 2002 }, (_, n) => seen(`${n}`, { seenAt: NOW + n }));
  await keepSeen(many, [], NOW);
  const kept = await seenQueued('me');
  expect(kept).toHaveLength(2000);
  expect(Math.min(...kept.map(({ seenAt }) => seenAt))).toBe(NOW + 2);
});
