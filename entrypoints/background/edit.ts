// Turns an entry back into a draft: the draft is stored first, so that its words are always in one place at least.
import { draftFromPost, entryDraftKey } from '@/lib/drafts/from-post.ts';
import type { Reply } from '@/lib/messages.ts';
import type { PostOffice } from '@/lib/outbox/post-office.ts';
import { draftItem, read, write } from '@/lib/platform/storage.ts';

/** Answers with the draft's key, or `too-late` when the entry is being sent, or sent, by now. */
export async function takeBackToEdit(office: PostOffice, id: string): Promise<Reply> {
  const post = await office.post(id);
  if (!post) return { ok: false, problem: 'failed' };
  const draftKey = entryDraftKey(id);
  const item = draftItem(draftKey);
  // What was taken back before may have been edited since.
  if (!(await read(item))) await write(item, draftFromPost(post, draftKey));
  if (await office.withdraw(id)) return { ok: true, draftKey };
  await write(item, null);
  return { ok: false, problem: 'too-late' };
}
