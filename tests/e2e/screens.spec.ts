// Every screen in every variant: nothing that axe finds, nothing that a person would see as broken, and a picture of each.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { type PageServer, servePages } from './page-server.ts';
import { APART } from './screens/apart.ts';
import { BROKEN, pageWith } from './screens/broken.ts';
import { inaccessible, seen } from './screens/judge.ts';
import { NETWORKS } from './screens/networks.ts';
import { DENSITIES, SCHEMES, Screen, SIZES } from './screens/variants.ts';
import { WRITING } from './screens/writing.ts';
import { signedInBrowser } from './signed-in.ts';

const PICTURES = 'test-results/screens';
const browser = signedInBrowser();
let site: PageServer;

test.beforeAll(async () => {
  site = await servePages();
  test.info().annotations.push({ type: 'pictures', description: PICTURES });
});
test.afterAll(() => site.stop());

/** Shows the page in every variant, and collects what is wrong with any. */
async function look(page: Page, name: string): Promise<void> {
  const folder = join(PICTURES, name);
  rmSync(folder, { recursive: true, force: true });
  const screen = await Screen.of(page, folder);
  const wrong: string[] = [];
  for (const scheme of SCHEMES) {
    await screen.paint(scheme);
    for (const size of SIZES) {
      for (const density of DENSITIES) {
        const variant = `${scheme} ${size.name} ${density}x`;
        await screen.measure(size, density);
        await screen.capture(variant);
        const found = await seen(page);
        if (density === 1) found.push(...(await inaccessible(page)));
        wrong.push(...found.map((what) => `${variant}: ${what}`));
      }
    }
  }
  await page.close();
  expect(wrong).toEqual([]);
}

test.describe('the judge', () => {
  for (const [kind, html] of Object.entries(BROKEN)) {
    test(`sees ${kind}`, async () => {
      const page = await browser.visit('about:blank');
      await page.setViewportSize({ width: 400, height: 300 });
      await page.setContent(pageWith(html));
      const found = [...(await seen(page)), ...(await inaccessible(page))];
      expect([...new Set(found.map((what) => what.split(': ')[0]))]).toEqual(
        kind === 'nothing' ? [] : [kind],
      );
      await page.close();
    });
  }
});

for (const [name, reach] of Object.entries({ ...WRITING, ...NETWORKS })) {
  test(name, async ({ sandbox, localBuffer }) => {
    await look(await reach({ extension: browser.extension, sandbox, localBuffer, site }), name);
  });
}

test.describe('apart', () => {
  // The next one may sign in before its first test: it must find the calls that were used up here.
  test.afterEach(async ({ sandbox }) => void (await sandbox.reset()));
  for (const [name, reach] of Object.entries(APART)) {
    test(name, async ({ extension, sandbox, localBuffer }) => {
      await look(await reach({ extension, sandbox, localBuffer, site }), name);
    });
  }
});
