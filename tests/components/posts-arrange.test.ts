// The order of a channel's queue: what is shown at once, and what is asked of Buffer.
import { describe, expect, it } from 'vitest';
import { arranged } from '@/components/posts/arrange.model.ts';
import { placeAt } from '@/components/posts/drag.ts';
import type { Capability } from '@/lib/buffer/backend.ts';
import type { Command, Reply } from '@/lib/messages.ts';
import { list, looking, NOW, post } from './buffers-posts.ts';

const CUSTOM = post('fixed', 2, { isCustomTime: true });
const QUEUE = [post('1', 1), CUSTOM, post('2', 3), post('3', 5)];
const ABLE: Capability[] = ['reorder', 'shuffle'];

async function arranging(reply?: (command: Command) => Promise<Reply>, can: Capability[] = ABLE) {
  const page = looking({ lists: { a: list(QUEUE) }, can, ...(reply && { reply }) });
  await page.posts.lists.choose('a');
  const shown = () => page.posts.arranger.posts.value.map(({ id, dueAt }) => [id, hoursOf(dueAt)]);
  return { ...page, shown, arranger: page.posts.arranger };
}

const hoursOf = (at: number | null) => ((at ?? 0) - NOW) / 3_600_000;
const order = (...ids: string[]) => ({ type: 'reorder', channelId: 'a', ids });

describe('a move', () => {
  it('is offered for one channel, where the API can', async () => {
    const { arranger, posts } = await arranging();
    expect([arranger.isOffered.value, arranger.canShuffle.value]).toEqual([true, true]);
    await posts.lists.choose(null);
    expect([arranger.isOffered.value, arranger.canShuffle.value]).toEqual([false, false]);
    const other = await arranging(undefined, []);
    expect([other.arranger.isOffered.value, other.arranger.canShuffle.value]).toEqual([false, false]);
  });

  it('is seen at once: the slots stay, posts with a time of their own too', async () => {
    const { arranger, shown, posts } = await arranging();
    arranger.move('3', -1);
    expect(shown()).toEqual([
      ['1', 1],
      ['fixed', 2],
      ['3', 3],
      ['2', 5],
    ]);
    expect(posts.desk.outcome.value).toEqual({ done: 'arrange', place: 2, of: 3 });
  });

  it('and another right after it are one question, with the whole order', async () => {
    const { arranger, asked, pass } = await arranging();
    arranger.move('3', -1);
    await pass(400);
    arranger.move('3', -1);
    await pass(400);
    expect(asked()).toEqual([]);
    await pass(300);
    expect(asked()).toEqual([order('3', '1', '2')]);
  });

  it('while Buffer is still answering is asked after that', async () => {
    const first = Promise.withResolvers<Reply>();
    const answers: (Promise<Reply> | undefined)[] = [first.promise];
    const { arranger, asked, pass, shown } = await arranging(
      ({ type }) => (type === 'reorder' ? answers.shift() : null) ?? Promise.resolve({ ok: true }),
    );
    arranger.move('3', -1);
    await pass(700);
    arranger.move('1', 1);
    await pass(700);
    expect(asked()).toHaveLength(1);
    first.resolve({ ok: true });
    await pass(0);
    await pass(700);
    expect(asked().slice(0, 2)).toEqual([order('1', '3', '2'), order('3', '1', '2')]);
    expect(shown()[0]).toEqual(['3', 1]);
  });

  it('that Buffer refuses is taken back, and said', async () => {
    const { arranger, pass, shown, posts } = await arranging(async () => ({ ok: false, problem: 'server' }));
    arranger.move('3', -1);
    await pass(700);
    expect(shown().map(([id]) => id)).toEqual(['1', 'fixed', '2', '3']);
    expect(posts.desk.troubles.value.a?.problem).toBe('server');
    expect(posts.desk.outcome.value).toBeNull();
  });

  it('beyond either end, or of a post that has no slot, changes nothing', async () => {
    const { arranger, asked, pass } = await arranging();
    arranger.move('1', -1);
    arranger.move('3', 1);
    arranger.place('fixed', 0);
    await pass(5000);
    expect(asked()).toEqual([]);
  });
});

describe('an order', () => {
  it('leaves out what it does not know, and puts what it does not name last', () => {
    const ids = arranged(QUEUE, ['gone', '3']).map(({ id }) => id);
    expect(ids).toEqual(['3', 'fixed', '1', '2']);
  });
});

describe('Shuffle', () => {
  it('is one command', async () => {
    const { arranger, asked, posts } = await arranging();
    await arranger.shuffle();
    expect(asked()).toEqual([{ type: 'shuffle', channelId: 'a' }]);
    expect(posts.desk.outcome.value).toEqual({ done: 'shuffle' });
  });
});

describe('a drop', () => {
  it.each([
    ['1', '3', 'above', 1],
    ['1', '3', 'below', 2],
    ['3', '1', 'above', 0],
    ['3', '1', 'below', 1],
  ] as const)('of %s on %s, %s, is place %i', (id, target, edge, place) => {
    expect(placeAt(['1', '2', '3'], { id, target, edge })).toBe(place);
  });
});
