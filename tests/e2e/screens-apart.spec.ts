// Every screen that needs a browser of its own, in every variant: what the composer shows before, without and after a post.
import { test } from './fixtures.ts';
import { type PageServer, servePages } from './page-server.ts';
import { APART } from './screens/apart.ts';
import { look } from './screens/look.ts';

let site: PageServer;

test.beforeAll(async () => {
  site = await servePages();
});
test.afterAll(() => site.stop());

for (const [name, reach] of Object.entries(APART)) {
  test(name, async ({ extension, sandbox, localBuffer }) => {
    await look(await reach({ extension, sandbox, localBuffer, site }), name);
  });
}
