// Says what is wrong with a screen: what axe finds, and what a person would see.
import type { Page } from '@playwright/test';
import { violationsOf } from '../accessible.ts';
import { openEyes } from './eyes.ts';
import { LOOKS } from './looks.ts';

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
  await loosen(page, 'static');
  const found = await violationsOf(page);
  await loosen(page, '');
  return found.map((what) => `axe: ${what}`);
}
