// Every screen of a composer that is signed in, in every variant: nothing that axe finds, nothing that a person would see as broken.
import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { type PageServer, servePages } from './page-server.ts';
import { BROKEN, pageWith } from './screens/broken.ts';
import { inaccessible, seen } from './screens/judge.ts';
import { look } from './screens/look.ts';
import { NETWORKS } from './screens/networks.ts';
import { WRITING } from './screens/writing.ts';
import { signedInBrowser } from './signed-in.ts';

const browser = signedInBrowser();
let site: PageServer;

test.beforeAll(async () => {
  site = await servePages();
});
test.afterAll(() => site.stop());

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
