// What was queued or sent before is said again, and how little Buffer still takes: quietly, in nobody's way.
import { expect } from '@playwright/test';
import { isAccessible } from './accessible.ts';
import type { Extension } from './browser.ts';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { send } from './queue.page.ts';
import type { SandboxClient } from './sandbox.ts';
import { signInByKey } from './welcome.page.ts';

const WALK = '/pages/walk.html';

test.beforeEach(({ extension, localBuffer }) => signInByKey(extension, localBuffer.apiKey));

// The next file may sign in before its first test: it must find the calls that were used up here.
test.afterEach(async ({ sandbox }) => void (await sandbox.reset()));

async function over(extension: Extension, sandbox: SandboxClient): Promise<ComposerPage> {
  const page = await extension.context.newPage();
  await page.goto(sandbox.at(WALK));
  return ComposerPage.open(extension, page);
}

/** Waits until this is what is said above the buttons. */
function notices(composer: ComposerPage, said: string): Promise<void> {
  return composer.popup.waitFor(
    (wanted) => document.querySelector<HTMLElement>('.notices')?.innerText.includes(wanted),
    said,
  );
}

function noticesNothing(composer: ComposerPage): Promise<void> {
  return composer.popup.waitFor(() => document.querySelector('.notices')?.childElementCount === 0);
}

function ask(extension: Extension, command: object): Promise<unknown> {
  return extension.evaluate((one) => chrome.runtime.sendMessage(one), command);
}

/** Reads Buffer's list, as the queue page does. */
async function readList(extension: Extension, view: 'queue' | 'sent'): Promise<void> {
  expect(await ask(extension, { type: 'read-posts', view, channelId: null, more: false })).toEqual({
    ok: true,
  });
}

test('a page that was queued is known again, and forgotten once it is undone', async ({
  extension,
  sandbox,
}) => {
  const first = await over(extension, sandbox);
  await noticesNothing(first);
  await first.chooseChannels(CHANNEL.linkedin);
  await first.submitted();
  await first.popup.close();

  const again = await over(extension, sandbox);
  await notices(again, 'Buffer may refuse it: queued for ');
  await notices(again, ' on LinkedIn');
  await again.write(`Other words about ${sandbox.at(`${WALK}?utm_source=here`)}`);
  await notices(again, 'Queued for ');
  // Nothing that it says stands in the way.
  await again.submitted();
  await again.popup.click('button', 'Undo');
  await again.says('Undone');
  await again.popup.close();

  const third = await over(extension, sandbox);
  await third.chooseChannels(CHANNEL.linkedin, CHANNEL.x);
  await notices(third, 'Queued for ');
  expect(await third.popup.has('link', 'See the queue')).toBe(true);
  const [left] = await sandbox.postsWith('Why the best ideas');
  expect(await ask(extension, { type: 'delete-post', id: left?.id })).toEqual({ ok: true });
  await noticesNothing(third);
  await third.popup.close();
});

test('what somebody else queued, and what was published of it, is known once it was seen', async ({
  extension,
  sandbox,
}) => {
  const channelId = await sandbox.channelOn('mastodon');
  const [post] = await sandbox.act({ do: 'create', channelId, text: `Walk on: ${sandbox.at(WALK)}` });
  const composer = await over(extension, sandbox);
  await readList(extension, 'queue');
  await composer.chooseChannels(CHANNEL.x);
  await notices(composer, 'Queued for ');
  await notices(composer, ' on Mastodon');
  await sandbox.act({ do: 'publish', id: post?.id ?? '' });
  await readList(extension, 'sent');
  await composer.chooseChannels(CHANNEL.linkedin);
  await notices(composer, 'Sent on Mastodon today');
  await composer.popup.close();
});

test('a link that stands on the card of a post alone is known, too', async ({ extension, sandbox }) => {
  const composer = await over(extension, sandbox);
  // As the seeded post on LinkedIn has it.
  await composer.popup.fill('textbox', 'Link', 'https://walkingnotes.example/essays/three-archivists/');
  await notices(composer, 'Queued for ');
  await notices(composer, ' on LinkedIn');
  await composer.popup.close();
});

test('several are one line that opens, by the keyboard too', async ({ extension, sandbox }) => {
  const link = sandbox.at(WALK);
  await send(extension, sandbox, [
    { text: `One ${link}` },
    { text: `Two ${link}`, service: 'bluesky' },
    { text: `Three ${link}`, service: 'twitter', mode: 'now' },
  ]);
  const composer = await over(extension, sandbox);
  await composer.chooseChannels(CHANNEL.linkedin);
  await notices(composer, ' on LinkedIn and 2 more');
  await composer.popup.evaluate(() => document.querySelector<HTMLElement>('.notices summary')?.focus());
  await composer.popup.press('Enter');
  await notices(composer, 'on Bluesky (Mara on foot)');
  await notices(composer, 'sent on X (Mara Alder) today');
  await composer.popup.close();
});

test('it keeps the rules of WCAG 2.2 AA that a program can check', async ({ extension, sandbox }) => {
  const link = sandbox.at(WALK);
  await send(extension, sandbox, [{ text: `One ${link}` }, { text: `Two ${link}`, service: 'bluesky' }]);
  const popup = await extension.page('popup.html');
  await popup.setViewportSize({ width: 360, height: 600 });
  await popup.getByRole('textbox', { name: 'Link' }).fill(link);
  await popup.getByRole('textbox', { name: 'Post text' }).fill(`One ${link}`);
  const strip = popup.locator('.notices');
  for (const tone of ['quiet', 'waiting']) {
    if (tone === 'waiting') await popup.getByRole('checkbox', { name: CHANNEL.linkedin }).press(' ');
    await expect(strip.locator(`.notice.${tone}`)).toBeVisible();
    await isAccessible(popup);
  }
  await popup.getByRole('radio', { name: 'Link card' }).check();
  const focused = popup.getByRole('textbox', { name: 'Description of the card' });
  await focused.focus();
  const [field, notice] = [await focused.boundingBox(), await strip.boundingBox()];
  // What has the focus is never behind it.
  expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(notice?.y ?? 0);
});

for (const [width, height] of [
  [360, 600],
  [440, 600],
] as const) {
  test(`it is seen without scrolling where the popup is ${width} pixels wide`, async ({
    extension,
    sandbox,
  }) => {
    const link = sandbox.at(WALK);
    await send(extension, sandbox, [{ text: `One ${link}` }, { text: `Two ${link}`, service: 'bluesky' }]);
    const popup = await extension.page('popup.html');
    await popup.setViewportSize({ width, height });
    await popup.getByRole('textbox', { name: 'Link' }).fill(link);
    await popup.getByRole('textbox', { name: 'Post text' }).fill(`One ${link}`);
    for (const tone of ['quiet', 'waiting']) {
      if (tone === 'waiting') await popup.getByRole('checkbox', { name: CHANNEL.linkedin }).press(' ');
      await popup.evaluate(() => scrollTo(0, 0));
      const notice = popup.locator(`.notices .notice.${tone}`);
      await expect(notice).toBeVisible();
      // Neither beyond the edge nor behind anything else.
      const uncovered = await notice.evaluate((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        const corners = [
          [left + 8, top + 4],
          [right - 8, bottom - 4],
        ] as const;
        return corners.map(([x, y]) => element.contains(document.elementFromPoint(x, y)));
      });
      expect(uncovered).toEqual([true, true]);
    }
  });
}

test('nothing of it is left after a sign-out', async ({ extension, sandbox }) => {
  const seen = () =>
    extension.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('seen');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const counting = opening.result.transaction('seen').objectStore('seen').count();
            counting.onsuccess = () => {
              opening.result.close();
              resolve(counting.result);
            };
          };
        }),
      undefined,
    );
  await send(extension, sandbox, [{ text: 'A walk' }]);
  await expect.poll(seen).toBeGreaterThan(1);
  await ask(extension, { type: 'sign-out' });
  expect(await seen()).toBe(0);
});

test('what Buffer still takes is said once it is little, or nothing', async ({
  extension,
  sandbox,
  localBuffer,
}) => {
  /** Another program with the same key, until so many calls of these 15 minutes are left. */
  const callUntil = async (most: number): Promise<void> => {
    for (let left = Number.POSITIVE_INFINITY; left > most; ) {
      const answer = await fetch(sandbox.at('/'), {
        method: 'POST',
        headers: { authorization: `Bearer ${localBuffer.apiKey}`, 'content-type': 'application/json' },
        body: '{"query":"{ account { id } }"}',
      });
      left = Number(/r=(\d+)/.exec(answer.headers.get('RateLimit') ?? 'r=0')?.[1]);
    }
  };
  await callUntil(12);
  await send(extension, sandbox, [{ text: 'A walk' }]);
  const composer = await over(extension, sandbox);
  await notices(composer, 'of 100 calls left until ');
  await callUntil(0);
  await send(extension, sandbox, [{ text: 'Another walk', service: 'bluesky' }]);
  await notices(composer, 'Buffer takes no more calls until ');
  await composer.popup.close();
});
