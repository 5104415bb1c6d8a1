// What comes back from the outbox to be written anew.
import { describe, expect, it, vi } from 'vitest';
import { draftKey } from '@/lib/capture/to-draft.ts';
import { emptyDraft } from '@/lib/drafts/draft.ts';
import { entryDraftKey } from '@/lib/drafts/from-post.ts';
import { CAPTURE, composing } from './composing.ts';

const KEY = entryDraftKey('e');
const STORED = { ...emptyDraft(), key: KEY, text: 'Sent too early', channelIds: ['b'] };

describe('a post that is taken back to be edited', () => {
  it('takes the place of the page’s draft, which is kept', async () => {
    const { composer, drafts, ready } = composing({
      drafts: { [KEY]: STORED },
      reply: async () => ({ ok: true, draftKey: KEY }),
    });
    await ready();
    composer.change({ text: 'Half a thought' });
    await composer.desk.act('e', 'edit');
    expect(composer.draft).toEqual(STORED);
    expect(drafts.get(draftKey(CAPTURE))?.text).toBe('Half a thought');
    expect(composer.capture.value).toBeNull();
  });

  it('is not overwritten by the page that answers late', async () => {
    const { composer, page, ready } = composing({
      drafts: { [KEY]: STORED },
      reply: async () => ({ ok: true, draftKey: KEY }),
    });
    await composer.desk.act('e', 'edit');
    page.resolve(CAPTURE);
    await ready();
    expect(composer.draft).toEqual(STORED);
  });

  it('opens from the list, and from then on is kept under its own key', async () => {
    const { composer, drafts, ready } = composing({
      drafts: { [KEY]: STORED },
      handoff: { draftKey: KEY },
    });
    await ready();
    composer.change({ text: 'Said better' });
    composer.keeper.flush();
    expect(drafts.get(KEY)?.text).toBe('Said better');
    expect(drafts.size).toBe(1);
  });

  it('is a draft no more once it is sent, and chooses nothing for the next page', async () => {
    const { composer, drafts, sent, choices, ready } = composing({
      drafts: { [KEY]: STORED },
      handoff: { draftKey: KEY },
    });
    await ready();
    await composer.submitting.submit();
    expect(sent).toMatchObject([
      { submissions: [{ post: { text: 'Sent too early', channel: { id: 'b' } } }] },
    ]);
    expect(drafts.size).toBe(0);
    expect(choices).toEqual([]);
  });

  it('falls back to the page when the draft is gone', async () => {
    const { composer, ready } = composing({ handoff: { draftKey: KEY } });
    await ready();
    expect(composer.draft.text).toContain('A walk');
  });

  it('stays where it is when it is too late', async () => {
    const { composer, ready } = composing({ reply: async () => ({ ok: false, problem: 'too-late' }) });
    await ready();
    await composer.desk.act('e', 'edit');
    expect(composer.desk.troubles.value).toEqual({ e: 'tooLate' });
    expect(composer.draft.text).toContain('A walk');
  });
});

describe('a draft that storage has no room for', () => {
  it('is said to be unkept until there is room', async () => {
    let full = true;
    const { composer, drafts, ready } = composing({ isFull: () => full });
    await ready();
    composer.change({ text: 'x'.repeat(2_000_000) });
    composer.keeper.flush();
    await vi.waitFor(() => expect(composer.keeper.isUnkept.value).toBe(true));
    full = false;
    composer.keeper.flush();
    await vi.waitFor(() => expect(composer.keeper.isUnkept.value).toBe(false));
    expect(drafts.get(draftKey(CAPTURE))?.text).toHaveLength(2_000_000);
  });
});
