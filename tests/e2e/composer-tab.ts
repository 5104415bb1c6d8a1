// The composer's page in a tab, where Playwright can look at it, over a page that is handed to it as to the side panel.
import type { Page } from '@playwright/test';
import type { Extension } from './browser.ts';

/** What the page says aloud from its first moment on, in order; what nobody would hear begins with `unheard`. */
function listen(): void {
  const LIVE = '[aria-live], [role="status"], [role="alert"], output';
  const said: string[] = [];
  Object.assign(globalThis, { said });
  const known = new WeakSet<Element>();
  const wordsOf = (node: Node) => (node.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  const hear = (changes: MutationRecord[]) => {
    const spoken = new Map<Element, string>();
    for (const { target, type, addedNodes } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      const region = element?.closest(LIVE);
      if (!region || !known.has(region)) continue;
      const isWhole = region.getAttribute('aria-atomic') !== 'false';
      if (type === 'characterData' && region.getAttribute('aria-relevant') === 'additions') continue;
      const added = [...addedNodes].map(wordsOf).join(' ').trim();
      const words = isWhole ? wordsOf(region) : added;
      if (words) spoken.set(region, words);
    }
    said.push(...spoken.values());
    for (const region of document.querySelectorAll(LIVE)) {
      if (known.has(region)) continue;
      known.add(region);
      if (wordsOf(region)) said.push(`unheard: ${wordsOf(region)}`);
    }
  };
  new MutationObserver(hear).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Everything that was said since the last time. */
export function heard(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { said: string[] }).said.splice(0));
}

/** Opens it over a page as large as the popup is, and waits for what is `filled` after its first paint. */
export async function composerTab(
  extension: Extension,
  over: Page,
  filled = '.attach .strip',
): Promise<Page> {
  await extension.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url });
    const handed = { id: tab?.id, url: tab?.url, title: tab?.title };
    await chrome.storage.session.set({ handoff: { tab: handed } });
  }, over.url());
  const page = await extension.context.newPage();
  await page.setViewportSize({ width: 420, height: 600 });
  await page.addInitScript(listen);
  await page.goto(extension.url('popup.html'));
  await page.locator(filled).waitFor();
  return page;
}
