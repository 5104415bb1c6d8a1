// Turns an entry back into a draft: the draft is stored first, so that its words are always in one place at least.
import { draftFromPost, entryDraftKey } from '@/lib/drafts/from-post.ts';
import type { Reply } from '@/lib/messages.ts';
import type { PostOffice } from '@/lib/outbox/post-office.ts';
import { entryDrafts } from '@/lib/platform/drafts.ts';
import { draftItem, OUTBOX, read, write } from '@/lib/platform/storage.ts';

/** One at a time, and none while drafts are tidied. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('edit', work) as Promise<T>;
}

/** Answers with the draft's key, or `too-late` when the entry is being sent, or sent, by now. */
export function takeBackToEdit(office: PostOffice, id: string): Promise<Reply> {
  return alone(async () => {
    const post = await office.post(id);
    if (!post) return { ok: false, problem: 'failed' };
    const draftKey = entryDraftKey(id);
    const item = draftItem(draftKey);
    // What was taken back before may have been edited since.
    if (!(await read(item))) await write(item, { ...draftFromPost(post, draftKey), changedAt: Date.now() });
    if (await office.withdraw(id)) return { ok: true, draftKey };
    await write(item, null);
    return { ok: false, problem: 'too-late' };
  });
}

/**
 * A worker that died between the two steps has left a draft of an entry that still goes out: sending that too would
 * double it. To be called once the outbox is recovered.
 */
export function tidyEdits(): Promise<void> {
  return alone(async () => {
    const { entries } = await read(OUTBOX);
    const standing = entries.filter(({ state }) => state !== 'cancelled').map(({ id }) => entryDraftKey(id));
    for (const { key } of await entryDrafts()) {
      if (standing.includes(key)) await write(draftItem(key), null);
    }
  });
}
