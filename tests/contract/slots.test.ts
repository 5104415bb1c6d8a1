// The slot that is told before a post is handed over is the one that Buffer gives it.
import { describe, expect, test } from 'vitest';
import { APIS } from '../../lib/buffer/backends.ts';
import type { Channel, NewPost } from '../../lib/buffer/types.ts';
import { nextSlot } from '../../lib/drafts/slots.ts';
import { useLocalBuffer } from './local-buffer.ts';
import { post } from './posts.ts';
import { can } from './sides.ts';

/** On an ordinary day, and in the nights in which clocks change: two in spring, two in autumn, north and south. */
const MOMENTS = [
  null,
  '2027-03-14T05:00:00Z',
  '2027-03-27T22:00:00Z',
  '2027-04-03T13:00:00Z',
  '2027-10-02T13:00:00Z',
  '2027-10-30T22:00:00Z',
  '2027-11-07T04:00:00Z',
];

const PICTURES: NewPost['attachment'] = {
  kind: 'pictures',
  pictures: [{ url: 'https://a.example/walk.jpg', alt: 'A walk' }],
};

function fitting(channel: Channel, change: Partial<NewPost>): NewPost {
  const [board] = channel.boards;
  const needsPicture = channel.network === 'instagram' || channel.network === 'pinterest';
  return post(channel, {
    ...(needsPicture && { attachment: PICTURES }),
    ...(board && { options: { boardId: board.id } }),
    ...change,
  });
}

describe.each(APIS)('over %s', (api) => {
  const local = useLocalBuffer(api);

  const allChannels = async () => local.backend().channels(await local.backend().account());

  async function told(channel: Channel, mode: 'queue' | 'next'): Promise<number | null> {
    const { posts, after } = await local.backend().queue({ channels: [channel], first: 100 });
    expect(after).toBeNull();
    const now = await local.now();
    const queue = { fetchedAt: now, posts, end: Number.POSITIVE_INFINITY };
    const slot = nextSlot(channel, mode, { queue, joining: [], now });
    return 'at' in slot ? slot.at : null;
  }

  async function joins(channel: Channel, mode: 'queue' | 'next', text: string): Promise<void> {
    const expected = await told(channel, mode);
    expect(expected).not.toBeNull();
    const created = await local.backend().create(fitting(channel, { mode, text }));
    expect(new Date(created.dueAt ?? 0)).toEqual(new Date(expected ?? 0));
  }

  test.each(MOMENTS)('every channel, several posts one after another, from %s on', async (moment) => {
    for (const { id, isPaused } of await allChannels()) {
      if (isPaused) await local.changeChannel({ id, isQueuePaused: false });
    }
    if (moment) await local.clock(moment);
    const channels = await allChannels();
    expect(new Set(channels.map(({ timezone }) => timezone)).size).toBe(8);
    for (const channel of channels) {
      await joins(channel, 'queue', 'one');
      await joins(channel, 'queue', 'two');
      const custom = (await told(channel, 'queue')) ?? 0;
      await local.backend().create(fitting(channel, { mode: { at: custom }, text: 'at its own time' }));
      await joins(channel, 'queue', 'three');
      await joins(channel, 'next', 'first');
      await joins(channel, 'queue', 'four');
      await local.advance(901);
    }
  });

  test.runIf(can(api, 'setSchedule')).each([
    ['Europe/Berlin', ['02:30', '03:30'], '2027-03-27T22:00:00Z'],
    ['Europe/Berlin', ['02:30', '03:30'], '2027-10-30T22:00:00Z'],
    ['America/New_York', ['01:15', '02:15'], '2027-03-14T05:00:00Z'],
    ['America/New_York', ['01:15', '02:15'], '2027-11-07T04:00:00Z'],
  ])('in %s, at %s, which the clocks skip or show twice on %s', async (timezone, times, moment) => {
    const found = (await allChannels()).find((channel) => channel.timezone === timezone);
    if (!found) throw new Error(`no channel in ${timezone}`);
    await local.clock(moment);
    const schedule = await local.backend().setSchedule?.(
      found,
      found.schedule.map((day) => ({ ...day, times })),
    );
    expect(schedule?.[6]?.times).toEqual(times);
    const channel = { ...found, schedule: schedule ?? [] };
    for (const text of ['one', 'two', 'three', 'four']) await joins(channel, 'queue', text);
  });
});
