// By what the composer counts: the estimate at once, X's own counter before anything goes to X.
import { describe, expect, it, vi } from 'vitest';
import { Counting } from '@/components/counting.ts';
import { composing } from './composing.ts';

const X = { count: 'weighted' } as const;
/** X finds no link in it, and the estimate does. */
const NO_LINK = 'https://example.notld/';

describe('the count of the composer', () => {
  it('is the estimate until X is asked for, and then all is counted anew', async () => {
    const { composer, ready } = composing();
    await ready();
    composer.change({ text: NO_LINK.padEnd(282, 'a'), attachment: 'none', channelIds: ['a'] });
    await composer.judge.exactly();
    composer.toggleChannel('b');
    expect(composer.judge.counter.value).toMatchObject({ channel: { id: 'b' }, left: 280 - 23 });
    expect(composer.judge.problems.value).toEqual([]);
    await composer.judge.exactly();
    expect(composer.judge.counter.value).toMatchObject({ left: -2 });
    expect(composer.judge.problems.value).toMatchObject([{ kind: 'too-long', channelId: 'b', over: 2 }]);
  });

  it('is X’s own before a post is handed over: what only the estimate lets pass stays here', async () => {
    const { composer, sent, ready } = composing();
    await ready();
    composer.change({ text: NO_LINK.padEnd(282, 'a'), attachment: 'none', channelIds: ['b'] });
    expect(composer.judge.blocking.value).toEqual([]);
    await composer.submitting.submit();
    expect(sent).toEqual([]);
    expect(composer.submitting.phase.value).toBe('writing');
    expect(composer.judge.blocking.value).toMatchObject([{ kind: 'too-long', over: 2 }]);
  });

  it('and what only the estimate holds back goes', async () => {
    const { composer, sent, ready } = composing();
    await ready();
    const text = `${'a '.repeat(135)}any.thing`;
    composer.change({ text, attachment: 'none', channelIds: ['b'] });
    expect(composer.judge.blocking.value).toMatchObject([{ kind: 'too-long' }]);
    await composer.submitting.submit();
    expect(sent).toMatchObject([{ submissions: [{ post: { text } }] }]);
  });

  it('needs nothing of X for other networks', async () => {
    const counting = new Counting();
    const estimate = counting.count.value;
    await counting.exact(['linkedin', 'mastodon', 'unheardOf']);
    expect(counting.count.value).toBe(estimate);
  });

  it('stays the estimate where the file cannot be loaded, and is tried again', async () => {
    const file = 'twitter-text/dist/esm/parseTweet.js';
    let tries = 0;
    vi.resetModules();
    vi.doMock(file, () => {
      tries += 1;
      throw new Error('gone');
    });
    const { Counting: Other } = await import('@/components/counting.ts');
    const counting = new Other();
    await counting.exact(['twitter']);
    expect(counting.count.value(X, NO_LINK)).toBe(23);
    vi.doUnmock(file);
    await counting.exact(['twitter']);
    expect(tries).toBeGreaterThan(0);
    expect(counting.count.value(X, NO_LINK)).toBe(NO_LINK.length);
  });
});
