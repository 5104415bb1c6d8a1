// The icon shows that a draft waits: an amber dot in its corner.
import { browser } from 'wxt/browser';
import { followWhetherDraftsWait } from '@/lib/platform/drafts.ts';

const PLAIN = { 16: '/icons/16.png', 32: '/icons/32.png' };
const DOTTED = { 16: '/icons-draft/16.png', 32: '/icons-draft/32.png' };

/** Shows it now, and again whenever the first draft has come or the last one has gone. */
export function registerDraftIcon(): void {
  let isDotted: boolean | null = null;
  followWhetherDraftsWait((waits) => {
    if (waits === isDotted) return;
    isDotted = waits;
    void browser.action.setIcon({ path: waits ? DOTTED : PLAIN });
  });
}
