// Which channels have a chip, what their list finds, and what stands on a chip that is in trouble.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOf } from '@/components/composer/channels/channel-groups.ts';
import { stateOf } from '@/components/composer/channels/channel-state.ts';
import { rowOf } from '@/components/composer/channels/row.ts';
import type { Channel } from '@/lib/buffer/types.ts';
import { channel } from './composing.ts';

const many = (count: number): Channel[] => Array.from({ length: count }, (_, index) => channel(`c${index}`));
const idsOf = (channels: Channel[]) => channels.map(({ id }) => id);

describe('the row of chips', () => {
  it('has all of few, in their order', () => {
    expect(idsOf(rowOf(many(8), ['c7'], ['c5']))).toEqual(idsOf(many(8)));
  });

  it('of many begins with those that were chosen at the beginning', () => {
    expect(idsOf(rowOf(many(60), ['c40', 'c50'], ['c40', 'c50']))).toEqual([
      ...['c40', 'c50', 'c0', 'c1', 'c2', 'c3', 'c4'],
    ]);
  });

  it('gives one that is chosen later the last place, and moves no other', () => {
    expect(idsOf(rowOf(many(60), ['c1'], ['c1', 'c30']))).toEqual([
      ...['c1', 'c0', 'c2', 'c3', 'c4', 'c5', 'c30'],
    ]);
  });

  it('shows as many of the chosen as it has places, each channel once', () => {
    const ids = fc.subarray(idsOf(many(60)));
    fc.assert(
      fc.property(ids, ids, (first, chosen) => {
        const row = idsOf(rowOf(many(60), first, chosen));
        expect(new Set(row).size).toBe(7);
        expect(row.filter((id) => chosen.includes(id))).toHaveLength(Math.min(7, chosen.length));
      }),
    );
  });
});

describe('the list of channels', () => {
  const named = [
    { ...channel('1', 'twitter'), name: 'Café Zürich' },
    { ...channel('2', 'linkedin'), name: 'Mara Alder' },
    { ...channel('3', 'twitter'), name: 'Mara Alder' },
  ];
  const found = (query: string) => groupsOf(named, query).map((group) => idsOf(group.channels));

  it.each([
    ['', [['1', '3'], ['2']]],
    ['mara', [['2'], ['3']]],
    ['ALDER linked', [['2']]],
    ['cafe zurich', [['1']]],
    [' x ', [['1', '3']]],
    ['nobody', []],
  ])('finds by "%s"', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });
});

describe('a chip', () => {
  const cache = { fetchedAt: 0, channels: [], queued: {}, atLimit: { a: { limit: 5, until: 100 } } };

  it('says that the daily limit is reached until the day is over', () => {
    expect(stateOf(channel('a'), cache, 99)).toEqual({ reason: 'atLimit', isStopped: false, limit: 5 });
    expect(stateOf(channel('a'), cache, 100)).toBeNull();
    expect(stateOf(channel('b'), cache, 99)).toBeNull();
  });

  it('says first what stops everything', () => {
    const reason = (id: string, change: Partial<Channel>) =>
      stateOf({ ...channel(id), ...change }, cache, 0)?.reason;
    expect(reason('a', { isDisconnected: true, isPaused: true })).toBe('disconnected');
    expect(reason('a', { isLocked: true, isDisconnected: true })).toBe('locked');
    expect(reason('a', { isPaused: true })).toBe('atLimit');
    expect(reason('b', { isPaused: true })).toBe('paused');
  });
});
