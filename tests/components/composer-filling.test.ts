// What fills the composer, and what is never overwritten or lost.
import { effect } from '@preact/signals';
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

  it('draws what is stored and the page at once, where they answer together', async () => {
    const { composer, page, ready } = composing({ isPatient: true });
    const seen: string[] = [];
    effect(() => void seen.push(`${composer.channels.value.length} channels, ${composer.draft.text}`));
    page.resolve(CAPTURE);
    await ready();
    expect(seen).toEqual(['0 channels, ', `2 channels, A walk\n${LINK}`]);
  });

  it('shows what is stored without a page that answers late', async () => {
    const { composer, storageAnswers } = composing();
    await storageAnswers();
    expect(composer.channels.value).toHaveLength(2);
    expect(composer.capture.value).toBeNull();
  });

  it('waits with the page while an input method is at work', async () => {
    const { composer, ready, page, storageAnswers } = composing({ isPatient: true });
    composer.texts.composing(true);
    page.resolve(CAPTURE);
    await storageAnswers();
    expect(composer.draft.text).toBe('');
    composer.texts.composing(false);
    await ready();
    expect(composer.draft.text).toBe(`A walk\n${LINK}`);
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

describe('words that are typed before the page has answered', () => {
  it('are kept under a name of their own, and wait in the list of the next composer', async () => {
    const { composer, drafts } = composing();
    composer.change({ text: 'Early words' });
    composer.keeper.flush();
    const again = composing({ drafts: Object.fromEntries(drafts) });
    await again.ready();
    await vi.waitFor(() => expect(again.composer.waiting.drafts.value).toHaveLength(1));
    const key = again.composer.waiting.drafts.value[0]?.key ?? '';
    await again.composer.take(key);
    expect(again.composer.draft.text).toBe('Early words');
    expect(again.composer.waiting.drafts.value).toEqual([]);
  });

  it('get the page’s name once it is read, and stand nowhere twice', async () => {
    const { composer, drafts, ready } = composing();
    composer.change({ text: 'Early words' });
    composer.keeper.flush();
    expect(drafts.size).toBe(1);
    await ready();
    // Nothing is waited for: the popup may close now.
    composer.keeper.flush();
    expect([...drafts.keys()]).toEqual([draftKey(CAPTURE)]);
    expect(drafts.get(draftKey(CAPTURE))).toMatchObject({ key: draftKey(CAPTURE), text: 'Early words' });
  });

  it('do not wait beside themselves', async () => {
    const { composer, drafts, changeKept, storageAnswers } = composing();
    composer.change({ text: 'Early words' });
    composer.keeper.flush();
    await storageAnswers();
    changeKept();
    expect(drafts.size).toBe(1);
    expect(composer.waiting.drafts.value).toEqual([]);
  });

  it('join the draft that is kept for the page', async () => {
    const first = composing();
    await first.ready();
    first.composer.change({ text: 'Half a thought' });
    first.composer.keeper.flush();
    const again = composing({ drafts: Object.fromEntries(first.drafts) });
    again.composer.change({ text: 'Another' });
    again.composer.keeper.flush();
    expect(again.drafts.size).toBe(2);
    await again.ready();
    again.composer.keeper.flush();
    expect([...again.drafts.values()].map(({ text }) => text)).toEqual(['Another\nHalf a thought']);
  });

  it('stay kept under their own name while there is no room for another', async () => {
    let isFull = false;
    const { composer, drafts, ready } = composing({ isFull: () => isFull });
    composer.change({ text: 'Early words' });
    composer.keeper.flush();
    isFull = true;
    await ready();
    composer.keeper.flush();
    await vi.waitFor(() => expect(composer.keeper.isUnkept.value).toBe(true));
    expect([...drafts.values()].map(({ text }) => text)).toEqual(['Early words']);
    isFull = false;
    composer.keeper.flush();
    expect([...drafts.keys()]).toEqual([draftKey(CAPTURE)]);
  });

  it('wait when another draft takes their place', async () => {
    const stored = { ...composing().composer.draft, key: 'entry e', text: 'Taken back' };
    const { composer, drafts, changeKept, storageAnswers } = composing({ drafts: { 'entry e': stored } });
    composer.change({ text: 'Early words' });
    await storageAnswers();
    await composer.take('entry e');
    changeKept();
    expect([...drafts.values()].map(({ text }) => text)).toEqual(['Taken back', 'Early words']);
    expect(composer.waiting.drafts.value.map(({ text }) => text)).toEqual(['Early words']);
  });

  it('are gone once their post is handed over', async () => {
    const { composer, drafts, storageAnswers } = composing();
    await storageAnswers();
    composer.change({ text: 'Early words', channelIds: ['a'] });
    composer.keeper.flush();
    await composer.submitting.submit();
    expect(composer.submitting.phase.value).toBe('sent');
    expect(drafts.size).toBe(0);
  });

  it('go along into the side panel', async () => {
    const { composer, drafts, moved } = composing();
    composer.change({ text: 'Early words' });
    await composer.moveToPanel();
    expect(moved).toEqual([{ draftKey: [...drafts.keys()][0] }]);
  });
});
