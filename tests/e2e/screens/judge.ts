// Says what is wrong with a screen: what axe finds, and what a person would see.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openEyes } from './eyes.ts';
import { LOOKS } from './looks.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What can be seen of the page as it is shown now; nothing when all is well. */
export async function seen(page: Page): Promise<string[]> {
  const checks = Object.entries(LOOKS).map(
    ([kind, look]) => `(${look})(eyes).map((what) => ${JSON.stringify(kind)} + ': ' + what)`,
  );
  return page.evaluate(`(() => { const eyes = (${openEyes})(); return [${checks.join()}].flat(); })()`);
}

/** Lets what sticks to an edge lie where it belongs: of what has been scrolled under it only a part would be judged. */
const loosen = (page: Page, position: 'static' | '') =>
  page.evaluate((given) => {
    for (const one of document.querySelectorAll<HTMLElement>('body, body *'))
      if (one.style.position || getComputedStyle(one).position === 'sticky') one.style.position = given;
  }, position);

/** What breaks a rule of WCAG 2.2 AA that a program can check. */
export async function inaccessible(page: Page): Promise<string[]> {
  // The page has no frames, and needs none of the detours that frames ask for.
  await loosen(page, 'static');
  const { violations, passes } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze();
  await loosen(page, '');
  if (passes.length < 10) throw new Error(`axe has looked at hardly anything: ${passes.length} rules.`);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `axe: ${id}: ${help}: ${target}: ${failureSummary}`),
  );
}
