// Whether a page keeps the rules of WCAG 2.2 AA that a program can check.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What breaks a rule, as the page is shown now; nothing when all is well. */
export async function violationsOf(page: Page): Promise<string[]> {
  // Half a megabyte of script, which the builder would put into the page twice for each look.
  const isThere = await page.evaluate(() => 'axe' in window);
  const builder = new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) });
  // The pages have no frames of other origins, and need none of the detours that those ask for.
  const { violations, passes } = await builder.withTags(TAGS).setLegacyMode().analyze();
  if (passes.length < 10) throw new Error(`axe has looked at hardly anything: ${passes.length} rules.`);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target}: ${failureSummary}`),
  );
}

/** Light and dark. */
export async function isAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Colours that are still on their way from one scheme to the other would be judged.
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    expect(await violationsOf(page), colorScheme).toEqual([]);
  }
}
