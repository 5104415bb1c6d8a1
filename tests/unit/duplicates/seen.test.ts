// What is kept of a post, what is new of it, and what has become of one that a list lacks.
import { describe, expect, it } from 'vitest';
import {
  keyOf,
  merged,
  missing,
  type Seen,
  seenInBuffer,
  seenInOutbox,
} from '../../../lib/duplicates/seen.ts';
import type { EntryView } from '../../../lib/outbox/summary.ts';
import { MINUTE, newPost, post, entry as storedEntry, T0 } from '../outbox/fixtures.ts';

const LINK = 'https://example.com/articles/walk';

function view(change: Partial<EntryView> = {}): EntryView {
  const { id, groupId, accountId, acceptedAt } = storedEntry();
  return {
    id,
    groupId,
    accountId,
    acceptedAt,
    channelId: 'c1',
    network: 'mastodon',
    text: '',
    mode: 'queue',
    state: 'waiting',
    reason: 'accepted',
    nextAt: null,
    dueAt: null,
    remoteId: null,
    found: null,
    error: null,
    ...change,
  };
}

const SEEN = seenInBuffer('a1', post(), T0);
const later = (change: Partial<Seen>): Seen => ({ ...SEEN, seenAt: T0 + 1, ...change });

describe('a post in Buffer', () => {
  it.each([
    ['scheduled', 'queued', T0 + 60 * MINUTE],
    ['needs-approval', 'queued', T0 + 60 * MINUTE],
    ['draft', 'draft', null],
    ['sending', 'sent', T0 + 60 * MINUTE],
    ['sent', 'sent', T0 + 60 * MINUTE],
  ] as const)('%s: is %s', (status, state, at) => {
    expect(seenInBuffer('a1', post({ status }), T0)).toMatchObject({ id: 'p1', channelId: 'c1', state, at });
  });

  it('was sent when Buffer says, else when it was due, else now', () => {
    const sent = (change: object) => seenInBuffer('a1', post({ status: 'sent', ...change }), T0).at;
    expect(sent({ sentAt: 5, dueAt: 4 })).toBe(5);
    expect(sent({ dueAt: 4 })).toBe(4);
    expect(sent({ dueAt: null })).toBe(T0);
  });

  it('that waits although its time has passed has no time', () => {
    expect(seenInBuffer('a1', post({ dueAt: T0 }), T0)).toMatchObject({ state: 'queued', at: null });
    expect(seenInBuffer('a1', post({ dueAt: null }), T0)).toMatchObject({ state: 'queued', at: null });
  });

  it('is told by its card', () => {
    expect(seenInBuffer('a1', post({ text: 'Walk', link: LINK }), T0).links).toEqual(SEEN.links);
  });

  it('is told by the post of X that it shares', () => {
    const shared = seenInBuffer('a1', post({ text: 'Yes', retweetOf: '20' }), T0);
    expect(shared.links).toHaveLength(1);
    expect(seenInOutbox(view(), newPost({ text: '', options: { retweetOf: '20' } }), T0).links).toEqual(
      shared.links,
    );
  });
});

describe('an entry', () => {
  it.each([
    [{ state: 'sending' }, 'waiting', null],
    [{ state: 'confirmed', dueAt: 7 }, 'queued', 7],
    [{ state: 'confirmed', mode: { at: 9 }, dueAt: 9 }, 'queued', 9],
    [{ state: 'confirmed', mode: 'now' }, 'sent', T0],
    [{ state: 'confirmed', mode: 'draft' }, 'draft', null],
  ] as const)('%o: is %s', (change, state, at) => {
    expect(seenInOutbox(view(change), newPost(), T0)).toMatchObject({ state, at });
  });

  it('has the same marks as its post in Buffer, and its key once that is known', () => {
    const there = view({ state: 'confirmed', remoteId: 'p1' });
    const { id, words, links } = seenInOutbox(there, newPost(), T0);
    expect({ id, words, links }).toEqual({ id: 'p1', words: SEEN.words, links: SEEN.links });
    expect(keyOf(view({ state: 'confirmed' }))).toBe('e1');
    // While it needs the person, that is a post which may be somebody else's.
    expect(keyOf(view({ state: 'needs-you', remoteId: 'p1' }))).toBe('e1');
  });

  it('is told by its card, and by where its pin leads to', () => {
    const card = { url: LINK, title: '', description: '', picture: null };
    const carded = newPost({ text: 'Walk', attachment: { kind: 'card', card } });
    expect(seenInOutbox(view(), carded, T0).links).toEqual(SEEN.links);
    const pin = newPost({ text: 'Walk', options: { linkUrl: LINK } });
    expect(seenInOutbox(view(), pin, T0).links).toEqual(SEEN.links);
    expect(seenInOutbox(view(), newPost({ text: 'Walk' }), T0).links).toEqual([]);
  });
});

describe('what was noted before', () => {
  it('stays the same object when nothing is new', () => {
    expect(merged(SEEN, later({}))).toBe(SEEN);
    expect(merged(SEEN, later({ links: [] }))).toBe(SEEN);
  });

  it('keeps its links as long as its words are the same', () => {
    expect(merged(SEEN, later({ links: ['short'], at: 1 }))).toEqual(
      later({ links: [...SEEN.links, 'short'], at: 1 }),
    );
    expect(merged(SEEN, later({ state: 'sent' })).state).toBe('sent');
  });

  it('is replaced once its words are others, or it was not known', () => {
    const fresh = later({ words: 'other', links: [] });
    expect(merged(SEEN, fresh)).toBe(fresh);
    expect(merged(undefined, fresh)).toBe(fresh);
  });
});

describe('a queued post that a list lacks', () => {
  const NOW = T0 + 120 * MINUTE;
  const became = (seen: Seen, change: { ids?: string[]; channelIds?: string[]; until?: number } = {}) => {
    const { ids = [], channelIds = ['c1'], until = Number.POSITIVE_INFINITY } = change;
    const { sent, gone } = missing([seen], { channelIds, ids: new Set(ids), until }, NOW);
    return sent.length > 0 ? sent[0]?.state : gone.length > 0 ? 'gone' : 'as it was';
  };

  it('was sent if its time has come, and is gone otherwise', () => {
    expect(became(SEEN)).toBe('sent');
    expect(became({ ...SEEN, at: NOW + 1 })).toBe('gone');
    expect(became({ ...SEEN, at: null })).toBe('gone');
  });

  it('is where it was if the list has it, ends before it, or is another channel’s', () => {
    expect(became(SEEN, { ids: ['p1'] })).toBe('as it was');
    expect(became({ ...SEEN, at: NOW + 2 }, { until: NOW + 1 })).toBe('as it was');
    expect(became(SEEN, { channelIds: ['c2'] })).toBe('as it was');
  });

  it('may not be shown yet, if it was noted only now', () => {
    expect(became({ ...SEEN, at: NOW + 1, seenAt: NOW - 4 * MINUTE })).toBe('as it was');
    expect(became({ ...SEEN, at: NOW + 1, seenAt: NOW - 5 * MINUTE })).toBe('gone');
  });
});
