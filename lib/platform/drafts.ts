// Where drafts are kept: beside everything else in extension storage, but never so many that they take its room.
import { browser } from 'wxt/browser';
import type { Draft } from '../drafts/draft.ts';
import { ENTRY_DRAFT } from '../drafts/from-post.ts';
import { draftItem, storedUnder, write } from './storage.ts';

/** Of 10 MB; the rest is for what the outbox shows, without which nobody would see what becomes of a post. */
const ROOM_BYTES = 7_000_000;
const PREFIX = draftItem('').key;

/**
 * Gives what stores drafts (null forgets one) and rejects when there is no room. The write leaves at once, because
 * the popup may close in the next moment: so how much is stored is asked beforehand, and again after each write. With
 * it leaves what forgets the draft of an old name.
 */
export function draftSaver(): (key: string, draft: Draft | null, oldKey?: string) => Promise<void> {
  /** What everything else takes, and the draft that was stored last. */
  let [others, last] = [0, ''];
  const measure = async () => {
    const own = last ? await browser.storage.local.getBytesInUse(last) : 0;
    others = (await browser.storage.local.getBytesInUse(null)) - own;
  };
  void measure();
  return async (key, draft, oldKey) => {
    const item = draftItem(key);
    if (draft && others + bytesOf(draft) > ROOM_BYTES) throw new Error('there is no room for another draft');
    const written = write(item, draft && { ...draft, changedAt: Date.now() });
    if (oldKey) void write(draftItem(oldKey), null);
    last = item.key;
    await written;
    await measure();
  };
}

/** At most; ordinary drafts are far too small to be counted. */
function bytesOf({ text, texts }: Draft): number {
  return [text, ...Object.values(texts)].join('').length * 3;
}

/** All that are kept, the one that was changed last first. */
export async function keptDrafts(): Promise<Draft[]> {
  const drafts = Object.values(await storedUnder(await draftKeys())) as Draft[];
  return drafts.sort((a, b) => b.changedAt - a.changedAt);
}

/** The drafts of posts that were taken back from the outbox. */
export async function entryDrafts(): Promise<Draft[]> {
  return (await keptDrafts()).filter(({ key }) => key.startsWith(ENTRY_DRAFT));
}

/** Calls back whenever a draft has come, changed or gone. */
export function watchDrafts(changed: (drafts: Draft[]) => void): void {
  onDraftChange(() => void keptDrafts().then(changed));
}

/** Calls back with whether any is kept: now, and whenever one has come, changed or gone. */
export function followWhetherDraftsWait(changed: (waits: boolean) => void): void {
  const look = () => void draftKeys().then(({ length }) => changed(length > 0));
  onDraftChange((isThere) => (isThere ? changed(true) : look()));
  look();
}

function onDraftChange(changed: (isThere: boolean) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const ofDrafts = Object.entries(changes).filter(([key]) => key.startsWith(PREFIX));
    if (area !== 'local' || ofDrafts.length === 0) return;
    changed(ofDrafts.some(([, { newValue }]) => newValue !== undefined));
  });
}

/** Firefox cannot name the keys without their values. */
async function draftKeys(): Promise<string[]> {
  const { local } = browser.storage;
  const keys = local.getKeys ? await local.getKeys() : Object.keys(await local.get(null));
  return keys.filter((key) => key.startsWith(PREFIX));
}
