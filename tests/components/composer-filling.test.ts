// What fills the composer, and what is never overwritten or lost.
import { describe, expect, it, vi } from 'vitest';
import { draftKey } from '@/lib/capture/to-draft.ts';
import { CAPTURE, composing, LINK } from './composing.ts';

describe('filling', () => {
  it('takes the page, the last choice and the counts', async () => {
    const { composer, ready } = composing();
    await ready();
    expect(composer.draft).toMatchObject({ text: `A walk\n${LINK}`, link: LINK, channelIds: ['a'] });
    expect(composer.queued.value).toBe(5);
  });

  it('shows the sign-in that was done while it opened', async () => {
    const { composer, change, ready } = composing();
    const account = { id: 'other', name: 'Noor', email: null, avatar: null };
    change({ connection: { status: 'signed-in', method: 'oauth', can: [], account } });
    await ready();
    expect(composer.connection.value?.account?.name).toBe('Noor');
  });

  it('never overwrites what was typed before the page had answered, and keeps it as a draft', async () => {
    const { composer, drafts, ready } = composing();
    composer.change({ text: 'My own words' });
    await ready();
    expect(composer.draft).toMatchObject({ text: 'My own words', link: LINK });
    composer.keeper.flush();
    await vi.waitFor(() => expect(drafts.get(draftKey(CAPTURE))?.text).toBe('My own words'));
  });

  it('brings the page’s draft back, and starts over when told to', async () => {
    const first = composing();
    await first.ready();
    first.composer.change({ text: 'Half a thought' });
    first.composer.keeper.flush();
    const again = composing({ drafts: Object.fromEntries(first.drafts) });
    await again.ready();
    expect(again.composer.offer.restored.value).toBe(true);
    expect(again.composer.draft.text).toBe('Half a thought');
    again.composer.startOver();
    expect(again.composer.draft.text).toBe(`A walk\n${LINK}`);
    expect(again.drafts.size).toBe(0);
  });

  it('stores what was typed long before the page answered, without another key', async () => {
    vi.useFakeTimers();
    try {
      const { composer, drafts, ready } = composing();
      composer.change({ text: 'Early words' });
      await vi.advanceTimersByTimeAsync(1000);
      await ready();
      await vi.advanceTimersByTimeAsync(1000);
      expect(drafts.get(draftKey(CAPTURE))?.text).toBe('Early words');
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps both when words were typed before the stored draft had come back', async () => {
    const first = composing();
    await first.ready();
    first.composer.change({ text: 'Half a thought' });
    first.composer.keeper.flush();
    const again = composing({ drafts: Object.fromEntries(first.drafts) });
    again.composer.change({ text: 'Another' });
    await again.ready();
    expect(again.composer.draft.text).toBe('Another\nHalf a thought');
    again.composer.keeper.flush();
    expect(again.drafts.get(draftKey(CAPTURE))?.text).toBe('Another\nHalf a thought');
  });

  it('stores nothing while nothing was changed', async () => {
    const { composer, drafts, ready } = composing();
    await ready();
    composer.keeper.flush();
    expect(drafts.size).toBe(0);
  });

  it('keeps words within 300 ms, also of somebody who never stops typing', async () => {
    vi.useFakeTimers();
    try {
      const { composer, drafts, ready } = composing();
      await ready();
      for (let typed = 1; typed <= 40; typed += 1) {
        composer.change({ text: 'x'.repeat(typed) });
        await vi.advanceTimersByTimeAsync(50);
        const kept = drafts.get(draftKey(CAPTURE))?.text.length ?? 0;
        expect(typed - kept).toBeLessThanOrEqual(6);
      }
    } finally {
      vi.useRealTimers();
    }
  });
});
