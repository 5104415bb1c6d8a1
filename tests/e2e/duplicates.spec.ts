// What was queued or sent before is said again, and how little Buffer still takes: quietly, in nobody's way.
import { expect } from '@playwright/test';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import type { SandboxClient } from './sandbox.ts';
import { signedInBrowser } from './signed-in.ts';

const browser = signedInBrowser();

function over(sandbox: SandboxClient, path = '/pages/walk.html'): Promise<ComposerPage> {
  return browser.visit(sandbox.at(path)).then((page) => ComposerPage.open(browser.extension, page));
}

/** What stands above the buttons. */
function noticed(composer: ComposerPage): Promise<string> {
  return composer.popup.evaluate(() => document.querySelector<HTMLElement>('.notices')?.innerText ?? '');
}

test('a page that was queued is known again, on its channel and on others; undone, it is forgotten', async ({
  sandbox,
}) => {
  const first = await over(sandbox);
  await first.chooseChannels(CHANNEL.linkedin);
  await first.submitted();

  const again = await over(sandbox);
  // The last choice, and nothing changed: the very same words.
  await again.popup.waitForText('Buffer may refuse it: queued for ');
  expect(await noticed(again)).toContain(' on LinkedIn.');
  await again.write(`Other words ${sandbox.at('/pages/walk.html?utm_source=here')}`);
  await again.popup.waitForText('Already queued for ');
  await again.chooseChannels(CHANNEL.linkedin, CHANNEL.x);
  await again.popup.waitFor(() => document.querySelector('.notice.quiet'));
  expect(await again.popup.has('link', 'See the queue')).toBe(true);
  await again.popup.close();

  await first.popup.close().catch(() => undefined);
});
