// A post on X that is shared on with a comment, through each of Buffer's APIs and on the way from one to the other.
import { expect } from '@playwright/test';
import type { Extension } from './browser.ts';
import { ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import type { LocalBuffer } from './local-buffer.ts';
import { QueuePage } from './queue.page.ts';
import type { SandboxClient } from './sandbox.ts';
import { signInByKey, signInByToken } from './welcome.page.ts';

const TWEET = 'https://x.com/mara/status/654043184394207232';
const WORDS = 'How true';

async function retweeting(
  extension: Extension,
  sandbox: SandboxClient,
  ...networks: string[]
): Promise<ComposerPage> {
  const page = await extension.context.newPage();
  await page.goto(sandbox.at('/pages/plain.html'));
  const composer = await ComposerPage.openOn(extension, page, ...networks);
  await composer.popup.fill('textbox', 'Link', TWEET);
  await composer.popup.click('radio', 'Retweet');
  await composer.write(WORDS);
  return composer;
}

/** What waits in a channel, in the words of the classic API: it shows a retweet as what it is. */
async function pendingOn(service: string, sandbox: SandboxClient, { classicToken }: LocalBuffer) {
  const channelId = await sandbox.channelOn(service);
  const address = `/1/profiles/${channelId}/updates/pending.json?count=100&access_token=${classicToken}`;
  const answer = (await (await fetch(sandbox.at(address))).json()) as { updates: Record<string, unknown>[] };
  return answer.updates;
}

const RETWEET = { type: 'retweet', retweet: { tweet_id: '654043184394207232', comment: WORDS } };

const SIGN_INS = {
  'the current API': (extension: Extension, { apiKey }: LocalBuffer) => signInByKey(extension, apiKey),
  'the classic API': (extension: Extension, { classicToken }: LocalBuffer) =>
    signInByToken(extension, classicToken),
};

for (const [api, signIn] of Object.entries(SIGN_INS)) {
  test(`through ${api}: shared on X with the words as its comment, and a link elsewhere`, async ({
    extension,
    sandbox,
    localBuffer,
  }) => {
    await signIn(extension, localBuffer);
    const composer = await retweeting(extension, sandbox, 'X', 'LinkedIn');
    await composer.submitted();
    await expect.poll(() => sandbox.postsWith(WORDS)).toHaveLength(2);
    const onX = await pendingOn('twitter', sandbox, localBuffer);
    expect(onX.find(({ type }) => type === 'retweet')).toMatchObject(RETWEET);
    const onLinkedIn = await pendingOn('linkedin', sandbox, localBuffer);
    expect(onLinkedIn.find(({ text }) => text === WORDS)).toMatchObject({ media: { link: TWEET } });
    // No document says how a comment is changed: whoever wants another deletes it and writes it again.
    const { page } = await QueuePage.open(extension);
    const shared = page.getByRole('article').filter({ hasText: 'Shares another post on X' });
    await expect(shared.locator('.post-words')).toHaveText(WORDS);
    await expect(shared.getByRole('button', { name: 'Delete' })).toBeVisible();
    await expect(shared.getByRole('button', { name: 'Edit' })).toHaveCount(0);
  });
}

test('one that waits for a classic API that is switched off goes out, as what it is, after the move', async ({
  extension,
  sandbox,
  localBuffer,
}) => {
  const welcome = await signInByToken(extension, localBuffer.classicToken);
  await sandbox.faults([{ operation: 'updates/create', do: 'status', status: 410, body: '', times: null }]);
  const composer = await retweeting(extension, sandbox, 'X');
  await composer.submitByKey();
  await expect.poll(() => sandbox.arrivals('updates/create')).toHaveLength(1);
  await welcome.page.bringToFront();
  await welcome.useKey(localBuffer.apiKey);
  await expect.poll(() => sandbox.postsWith(WORDS)).toHaveLength(1);
  const [post] = (await pendingOn('twitter', sandbox, localBuffer)).filter(({ type }) => type === 'retweet');
  expect(post).toMatchObject(RETWEET);
});
