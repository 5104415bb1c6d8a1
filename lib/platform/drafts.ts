// Where drafts are kept: beside everything else in extension storage, but never so many that they take its room.
import { browser } from 'wxt/browser';
import type { Draft } from '../drafts/draft.ts';
import { ENTRY_DRAFT } from '../drafts/from-post.ts';
import { draftItem, parsed, write } from './storage.ts';

/** Of 10 MB; the rest is for what the outbox shows, without which nobody would see what becomes of a post. */
const ROOM_BYTES = 7_000_000;
const PREFIX = draftItem(ENTRY_DRAFT).key;

/**
 * Gives what stores drafts (null forgets one) and rejects when there is no room. The write leaves at once, because
 * the popup may close in the next moment: so how much is stored is asked beforehand, and again after each write.
 */
export function draftSaver(): (key: string, draft: Draft | null) => Promise<void> {
  /** What everything else takes, and the draft that was stored last. */
  let [others, last] = [0, ''];
  const measure = async () => {
    const own = last ? await browser.storage.local.getBytesInUse(last) : 0;
    others = (await browser.storage.local.getBytesInUse(null)) - own;
  };
  void measure();
  return async (key, draft) => {
    const item = draftItem(key);
    if (draft && others + bytesOf(draft) > ROOM_BYTES) throw new Error('there is no room for another draft');
    const written = write(item, draft);
    last = item.key;
    await written;
    await measure();
  };
}

/** At most; ordinary drafts are far too small to be counted. */
function bytesOf({ text, texts }: Draft): number {
  return [text, ...Object.values(texts)].join('').length * 3;
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
