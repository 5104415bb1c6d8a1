// A composer that stays open is handed other pages: they never take the place of words that somebody has written.
import { describe, expect, it, vi } from 'vitest';
import type { Capture } from '@/lib/capture/capture.ts';
import { draftKey } from '@/lib/capture/to-draft.ts';
import { CAPTURE, composing, LINK } from './composing.ts';

const OTHER: Capture = {
  ...CAPTURE,
  pageUrl: 'https://example.net/sea',
  address: 'https://example.net/sea',
  links: [{ value: 'https://example.net/sea', source: 'tab', removed: [] }],
  titles: [{ value: 'The sea', source: 'og' }],
};
const TAB = { tab: { id: 2, url: OTHER.address, title: 'The sea' } };

async function writing(handed = OTHER) {
  const page = composing({ handed });
  await page.ready();
  return page;
}

describe('a page that is handed over', () => {
  it('takes the place of one that nobody has touched', async () => {
    const { composer, handOver } = await writing();
    handOver(TAB);
    await vi.waitFor(() => expect(composer.draft.text).toBe('The sea\nhttps://example.net/sea'));
    expect(composer.turning.offered.value).toBeNull();
  });

  it('is offered to a draft, which stays as it is', async () => {
    const { composer, handOver } = await writing();
    composer.change({ text: 'My words' });
    handOver(TAB);
    await vi.waitFor(() => expect(composer.turning.offered.value).toEqual(OTHER));
    expect(composer.draft).toMatchObject({ text: 'My words', link: LINK });
    composer.turning.dismiss();
    expect(composer.turning.offered.value).toBeNull();
  });

  it('begins a post of its own when it is wanted, and the draft is kept', async () => {
    const { composer, handOver, drafts } = await writing();
    composer.change({ text: 'My words' });
    handOver(TAB);
    await vi.waitFor(() => expect(composer.turning.offered.value).not.toBeNull());
    await composer.turning.take();
    expect(composer.draft).toMatchObject({ text: 'The sea\nhttps://example.net/sea', key: draftKey(OTHER) });
    expect(drafts.get(draftKey(CAPTURE))?.text).toBe('My words');
    composer.change({ text: 'Other words' });
    composer.keeper.flush();
    await vi.waitFor(() => expect(drafts.get(draftKey(OTHER))?.text).toBe('Other words'));
    expect(drafts.get(draftKey(CAPTURE))?.text).toBe('My words');
  });

  it('brings its own draft back', async () => {
    const { composer, handOver, drafts } = await writing();
    drafts.set(draftKey(OTHER), { ...composer.draft, key: draftKey(OTHER), text: 'Begun before' });
    handOver(TAB);
    await vi.waitFor(() => expect(composer.draft.text).toBe('Begun before'));
    expect(composer.offer.restored.value).toBe(true);
  });

  it('is added to the draft when that is wanted', async () => {
    const { composer, handOver } = await writing({ ...OTHER, quote: 'Waves' });
    composer.change({ text: 'My words ' });
    handOver(TAB);
    await vi.waitFor(() => expect(composer.turning.offered.value).not.toBeNull());
    composer.turning.add();
    expect(composer.draft).toMatchObject({
      text: 'My words\n“Waves”\nhttps://example.net/sea',
      link: LINK,
      key: draftKey(CAPTURE),
    });
  });

  it('that is the same page changes nothing of what was touched', async () => {
    const { composer, handOver } = await writing({ ...CAPTURE, titles: [{ value: 'New', source: 'og' }] });
    composer.change({ text: 'My words' });
    handOver(TAB);
    await vi.waitFor(() => expect(composer.draft.card.title).toBe('New'));
    expect(composer.draft.text).toBe('My words');
    expect(composer.turning.offered.value).toBeNull();
  });
});

describe('a page that the person goes to', () => {
  it('is followed while nobody has written, where it may be read', async () => {
    const { composer, see } = await writing();
    see(TAB.tab);
    await vi.waitFor(() => expect(composer.draft.link).toBe('https://example.net/sea'));
    expect(composer.turning.isAway.value).toBe(false);
  });

  it('is only told of where it may not be read, or where words stand', async () => {
    const { composer, see } = await writing();
    see('closed');
    expect(composer.turning.isAway.value).toBe(true);
    see('same');
    expect(composer.turning.isAway.value).toBe(false);
    composer.change({ text: 'My words' });
    see(TAB.tab);
    expect(composer.turning.isAway.value).toBe(true);
    expect(composer.draft.link).toBe(LINK);
    expect(composer.turning.offered.value).toBeNull();
  });

  it('is told of no more once it was taken', async () => {
    const { composer, handOver, see } = await writing();
    see('closed');
    handOver(TAB);
    await vi.waitFor(() => expect(composer.draft.link).toBe('https://example.net/sea'));
    expect(composer.turning.isAway.value).toBe(false);
  });
});

describe('the side panel', () => {
  it('goes on with what stands in the popup', async () => {
    const { composer, drafts, moved } = await writing();
    composer.change({ text: 'Half a thought' });
    await composer.moveToPanel();
    expect(drafts.get(draftKey(CAPTURE))?.text).toBe('Half a thought');
    expect(moved).toEqual([null]);
    await composer.take(draftKey(CAPTURE));
    await composer.moveToPanel();
    expect(moved.at(-1)).toEqual({ draftKey: draftKey(CAPTURE) });
  });
});
