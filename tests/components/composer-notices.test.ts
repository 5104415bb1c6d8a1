// What is asked about the draft for the quiet notices, and when they come and go.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Allowance } from '@/components/composer/notices/allowance.model.ts';
import { Duplicates } from '@/components/composer/notices/duplicates.model.ts';
import type { Quota } from '@/lib/buffer/quota.ts';
import type { Repeat } from '@/lib/duplicates/repeats.ts';
import type { Command, Reply } from '@/lib/messages.ts';
import { EMPTY_SUMMARY } from '@/lib/outbox/summary.ts';
import { CAPTURE, composing, entry, LINK } from './composing.ts';

const REPEAT: Repeat = {
  channelId: 'a',
  network: 'linkedin',
  state: 'queued',
  at: 1,
  isChosen: true,
  mayBeRefused: false,
};

/** The background: what it was asked, and its answers in the order in which they are given. */
function background() {
  const asked: Command[] = [];
  const waiting: PromiseWithResolvers<Reply>[] = [];
  const send = (command: Command) => {
    asked.push(command);
    const answer = Promise.withResolvers<Reply>();
    waiting.push(answer);
    return answer.promise;
  };
  const last = () => asked.at(-1) as Extract<Command, { type: 'find-repeats' }>;
  return { asked, waiting, send, last };
}

const settled = () => vi.advanceTimersByTimeAsync(1000);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what the draft repeats', () => {
  async function watching() {
    const stage = composing();
    await stage.ready();
    const asking = background();
    const duplicates = new Duplicates(stage.composer, asking.send);
    const stop = duplicates.follow();
    await settled();
    return { ...stage, ...asking, duplicates, stop };
  }

  it('is asked for every post that would go out, each in its words', async () => {
    const { composer, last } = await watching();
    expect(last().posts).toEqual([{ channelId: 'a', text: `A walk\n${LINK}`, link: LINK }]);
    composer.toggleChannel('b');
    composer.change({ text: 'Other words', attachment: 'none' });
    await settled();
    expect(last().posts).toEqual([
      { channelId: 'a', text: 'Other words', link: null },
      { channelId: 'b', text: 'Other words', link: null },
    ]);
  });

  it('is asked before a channel is chosen, too', async () => {
    const { composer, last } = await watching();
    composer.toggleChannel('a');
    await settled();
    expect(last().posts).toEqual([{ channelId: null, text: `A walk\n${LINK}`, link: LINK }]);
  });

  it('is asked once the hand rests, and never in what no network takes', async () => {
    const { composer, asked, last } = await watching();
    const before = asked.length;
    for (const letter of 'walking') {
      composer.change({ text: composer.draft.text + letter });
      await vi.advanceTimersByTimeAsync(50);
    }
    await settled();
    expect(asked).toHaveLength(before + 1);
    composer.change({ text: 'x'.repeat(30_001) });
    await settled();
    expect(last().posts).toEqual([{ channelId: 'a', text: '', link: LINK }]);
  });

  it('is what the last question was answered with, however late the others are', async () => {
    const { composer, duplicates, waiting } = await watching();
    composer.change({ text: 'Other words' });
    await settled();
    waiting[1]?.resolve({ ok: true, repeats: [] });
    waiting[0]?.resolve({ ok: true, repeats: [REPEAT] });
    await settled();
    expect(duplicates.repeats.value).toEqual([]);
  });

  it('is asked anew when something is queued or taken back', async () => {
    const { duplicates, waiting, change, asked } = await watching();
    waiting[0]?.resolve({ ok: true, repeats: [REPEAT] });
    await settled();
    expect(duplicates.repeats.value).toEqual([REPEAT]);
    change({ outbox: { ...EMPTY_SUMMARY, entries: [entry('g', { state: 'cancelled' })] } });
    await settled();
    expect(asked).toHaveLength(2);
    waiting[1]?.resolve({ ok: true, repeats: [] });
    await settled();
    expect(duplicates.repeats.value).toEqual([]);
  });

  it('stays as it was when the background does not answer, and is not asked after the end', async () => {
    const { composer, duplicates, waiting, asked, stop } = await watching();
    waiting[0]?.resolve({ ok: true, repeats: [REPEAT] });
    composer.change({ text: 'Other words' });
    await settled();
    waiting[1]?.reject(new Error('gone'));
    await settled();
    expect(duplicates.repeats.value).toEqual([REPEAT]);
    composer.change({ text: 'Yet others' });
    stop();
    await settled();
    expect(asked).toHaveLength(2);
  });
});

describe('what is left of Buffer’s calls', () => {
  const PLENTY: Quota = { seconds: 900, limit: 100, left: 90, growsAt: null, closedUntil: null };

  async function watching(...quotas: (Partial<Quota> | null)[]) {
    const stage = composing();
    await stage.ready(CAPTURE);
    let asked = 0;
    const allowance = new Allowance(stage.composer, async () => {
      const quota = quotas[Math.min(asked, quotas.length - 1)];
      asked += 1;
      return { ok: true, ...(quota && { quota: { ...PLENTY, ...quota } }) };
    });
    const stop = allowance.follow();
    await vi.advanceTimersByTimeAsync(0);
    return { ...stage, allowance, stop, asked: () => asked };
  }

  it.each([
    [{ left: 90 }, null],
    [{ left: 10 }, null],
    [{ left: 9 }, 'low'],
    [{ limit: 20, left: 4 }, null],
    [{ limit: 20, left: 3 }, 'low'],
    [{ left: 1 }, 'low'],
    [{ left: 0 }, 'short'],
    [{ left: 50, closedUntil: 5000 }, 'closed'],
    [null, null],
  ] as const)('%o, for one channel: %s', async (quota, standing) => {
    const { allowance } = await watching(quota);
    expect(allowance.standing.value).toBe(standing);
  });

  it('is too little for one channel more, or for what is on its way', async () => {
    const { allowance, composer, change } = await watching({ left: 1 });
    composer.toggleChannel('b');
    expect(allowance.standing.value).toBe('short');
    composer.toggleChannel('b');
    change({ outbox: { ...EMPTY_SUMMARY, onTheirWay: 1 } });
    expect(allowance.standing.value).toBe('short');
  });

  it('is asked after every change of the outbox', async () => {
    const { allowance, change } = await watching({ left: 90 }, { left: 2 });
    change({ outbox: { ...EMPTY_SUMMARY } });
    await vi.advanceTimersByTimeAsync(0);
    expect(allowance.standing.value).toBe('low');
  });

  it.each([{ closedUntil: 61_000 }, { left: 2, growsAt: 61_000 }])(
    '%o: is asked once that changes, and then nobody needs to think of it',
    async (quota) => {
      const { allowance, asked } = await watching(quota, {});
      await vi.advanceTimersByTimeAsync(59_999);
      expect(allowance.standing.value).not.toBeNull();
      await vi.advanceTimersByTimeAsync(1);
      expect(allowance.standing.value).toBeNull();
      await vi.advanceTimersByTimeAsync(600_000);
      expect(asked()).toBe(2);
    },
  );

  it('is not asked in a month that no timer can wait for, nor after the end', async () => {
    const { asked, stop } = await watching({ growsAt: 2_592_000_000 });
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(asked()).toBe(1);
    stop();
    await vi.advanceTimersByTimeAsync(2_592_000_000);
    expect(asked()).toBe(1);
  });
});
