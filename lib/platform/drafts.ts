// Where drafts are kept: beside everything else in extension storage, but never so many that they take its room.
import { browser } from 'wxt/browser';
import type { Draft } from '../drafts/draft.ts';
import { ENTRY_DRAFT } from '../drafts/from-post.ts';
import { draftItem, parsed, write } from './storage.ts';

/** Of 10 MB; the rest is for what the outbox shows, without which nobody would see what becomes of a post. */
const ROOM_BYTES = 7_000_000;
const PREFIX = draftItem(ENTRY_DRAFT).key;

/** Null forgets the draft. Rejects when there is no room for it. */
export async function saveDraft(key: string, draft: Draft | null): Promise<void> {
  const item = draftItem(key);
  if (draft) {
    const [used, before] = await Promise.all([
      browser.storage.local.getBytesInUse(null),
      browser.storage.local.getBytesInUse(item.key),
    ]);
    const size = new TextEncoder().encode(JSON.stringify(draft)).length;
    if (used - before + size > ROOM_BYTES) throw new Error('there is no room for another draft');
  }
  await write(item, draft);
}

/** The drafts of posts that were taken back from the outbox. */
export async function entryDrafts(): Promise<Draft[]> {
  const all = await browser.storage.local.get(null);
  return Object.entries(all)
    .filter(([key]) => key.startsWith(PREFIX))
    .flatMap(([key, raw]) => parsed(draftItem(key), raw) ?? []);
}

/** Calls back whenever one of them has come, changed or gone. */
export function watchEntryDrafts(changed: (drafts: Draft[]) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && Object.keys(changes).some((key) => key.startsWith(PREFIX)))
      void entryDrafts().then(changed);
  });
}
