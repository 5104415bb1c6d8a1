// The popup may close at any moment: at most the last 300 ms of what was typed are lost.
import { expect } from '@playwright/test';
import { Chance } from './chaos/random.ts';
import { ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import type { Popup } from './popup.ts';
import { signedInBrowser } from './signed-in.ts';

const browser = signedInBrowser();
const ROUNDS = 20;
const MOST_LETTERS = 60;
const LOST_MS = 300;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Types until the popup is closed; answers when each letter was taken (ms). */
async function typeUntilClosed(popup: Popup): Promise<number[]> {
  const taken: number[] = [];
  try {
    for (;;) {
      await popup.type(LETTERS[taken.length % LETTERS.length] ?? '');
      taken.push(performance.now());
    }
  } catch {
    return taken;
  }
}

test('closing the popup at twenty random moments loses at most the last 300 ms', async ({ sandbox }) => {
  test.setTimeout(180_000);
  const chance = new Chance(6);
  const page = await browser.visit(sandbox.at('/pages/plain.html'));
  for (let round = 0; round < ROUNDS; round += 1) {
    const composer = await ComposerPage.open(browser.extension, page);
    await composer.write('');
    const typing = typeUntilClosed(composer.popup);
    const wanted = chance.whole(1, MOST_LETTERS);
    await composer.popup.waitFor((length) => {
      const typed = document.querySelector('textarea')?.value.length ?? 0;
      return typed >= length;
    }, wanted);
    const closedAt = performance.now();
    await composer.popup.close();
    const taken = await typing;
    const again = await ComposerPage.open(browser.extension, page);
    const kept = await again.text();
    const owed = taken.filter((at) => at < closedAt - LOST_MS).length;
    expect(kept.length, `round ${round}: ${taken.length} typed`).toBeGreaterThanOrEqual(owed);
    expect(LETTERS.repeat(Math.ceil(kept.length / LETTERS.length))).toContain(kept);
    await again.popup.click('button', 'Start over');
    await again.popup.close();
  }
});

/** Resolves once a draft with these words is in storage. */
function isKept(words: string): Promise<void> {
  return browser.extension.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        const look = async () => {
          const stored: Record<string, { text?: string }> = await chrome.storage.local.get(null);
          const drafts = Object.entries(stored).filter(([key]) => key.startsWith('draft:'));
          if (drafts.some(([, { text }]) => text === wanted)) resolve();
        };
        chrome.storage.onChanged.addListener(look);
        void look();
      }),
    words,
  );
}

test('a crash of the browser, which no page hears of, loses nothing that was kept', async ({ sandbox }) => {
  const words = 'Typed before the crash';
  const address = sandbox.at('/pages/plain.html');
  const composer = await ComposerPage.open(browser.extension, await browser.visit(address));
  await composer.write(words);
  // While the popup is open: nothing but the clock can have it written.
  await isKept(words);
  expect(await composer.popup.evaluate(() => document.visibilityState)).toBe('visible');
  await browser.extension.kill();
  await browser.extension.relaunch();
  const again = await ComposerPage.open(browser.extension, await browser.visit(address));
  expect(await again.text()).toBe(words);
  await again.popup.close();
});
