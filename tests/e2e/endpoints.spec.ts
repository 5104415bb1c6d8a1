// What the README says of Buffer's APIs is what the product does: everything is pressed, and the arrivals are compared.
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { buildSchema } from 'graphql';
import type { Extension } from './browser.ts';
import { ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { QueuePage } from './queue.page.ts';
import type { LogLine, SandboxClient } from './sandbox.ts';
import { signInByConsent, WelcomePage } from './welcome.page.ts';

const NOTEBOOK = 'Notebook rule';
const CANAL = 'Twelve kilometres';

interface Row {
  names: string[];
  where: string;
}

/** The rows of the table below a heading of the README. */
function tableUnder(heading: string): Row[] {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, section = ''] = readme.split(`\n### ${heading}`);
  const [text = ''] = section.split(/\n##+ /);
  const rows = [...text.matchAll(/^\| (`.*?) \| (.*) \|$/gm)];
  return rows.map(([, cell = '', where = '']) => ({
    names: [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''),
    where,
  }));
}

const used = (rows: Row[]) => rows.filter(({ where }) => !where.startsWith('not used'));
const namesOf = (rows: Row[]) => rows.flatMap(({ names }) => names).sort();

/** `GET /updates/:id.json` is `updates/get` in the log, and `POST /updates/:id/share.json` is `updates/share`. */
function operationOf(endpoint: string): string {
  const path = endpoint.replace(/^\w+ \//, '').replace(/\.json$/, '');
  return path.replace(/\/:id$/, '/get').replaceAll('/:id', '');
}

async function arrived(sandbox: SandboxClient, api: LogLine['api']): Promise<string[]> {
  const operations = (await sandbox.log())
    .filter((line) => line.api === api)
    .map(({ operation }) => operation);
  return [...new Set(operations)].sort();
}

const button = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true });

/** Presses, and waits until the local Buffer has had the call. */
async function pressed(sandbox: SandboxClient, press: Promise<void>, operation: string): Promise<void> {
  await press;
  await expect
    .poll(async () => (await sandbox.arrivals(operation)).some(({ status }) => status === 200))
    .toBe(true);
}

/** Queues a page and takes it back, from the composer; not before it has asked for `asked` by itself. */
async function compose(extension: Extension, sandbox: SandboxClient, asked?: string): Promise<void> {
  const page = await extension.context.newPage();
  await page.goto(sandbox.at('/pages/walk.html'));
  const composer = await ComposerPage.open(extension, page);
  const names = await composer.popup.evaluate(
    () =>
      [...document.querySelectorAll('input[type="checkbox"]')].map(
        (box) => box.getAttribute('aria-label') ?? '',
      ),
    undefined,
  );
  await composer.chooseChannels(names.find((name) => name.endsWith(' on LinkedIn')) ?? '');
  if (asked) await expect.poll(() => sandbox.arrivals(asked)).toHaveLength(1);
  await composer.submitted();
  await composer.popup.click('button', 'Undo');
  await composer.says('Undone');
}

/** What every API can do to a queue, on the queue page. */
async function arrange(queue: QueuePage, sandbox: SandboxClient): Promise<void> {
  await queue.page.getByRole('radio', { name: / on X$/ }).check();
  await expect(queue.page.getByRole('article')).toHaveCount(2);
  await button(queue.post(CANAL), 'Move to top').click();
  await expect(queue.page.getByRole('article').first()).toContainText(CANAL);
  await button(queue.post(CANAL), 'Edit').click();
  await queue.page.getByRole('textbox', { name: 'Post text' }).fill('Thirteen kilometres along the canal');
  await button(queue.page, 'Save').click();
  await button(queue.post('Thirteen kilometres'), 'Share now').click();
  await button(queue.post('Thirteen kilometres'), 'Publish it at once?').click();
  await expect(queue.post('Thirteen kilometres')).toHaveCount(0);
  await button(queue.post(NOTEBOOK), 'Delete').click();
  await button(queue.post(NOTEBOOK), 'Delete it for good?').click();
  await expect(queue.post(NOTEBOOK)).toHaveCount(0);
  expect(await sandbox.postsWith('Notebook rule')).toEqual([]);
}

/** What only the classic API can do there. */
async function arrangeMore({ page }: QueuePage, sandbox: SandboxClient): Promise<void> {
  await page.getByRole('radio', { name: / on Bluesky$/ }).check();
  await expect(page.getByRole('article').first()).toBeVisible();
  await pressed(sandbox, button(page, 'Move down').first().click(), 'profiles/updates/reorder');
  await button(page, 'Shuffle').click();
  await pressed(sandbox, button(page, 'Shuffle this queue?').click(), 'profiles/updates/shuffle');
}

async function answer({ page }: QueuePage, sandbox: SandboxClient): Promise<void> {
  await page.getByRole('tab', { name: 'Sent' }).click();
  await page.getByRole('radio', { name: / on Facebook$/ }).check();
  const post = page.getByRole('article').filter({ hasText: 'Open as always' });
  await pressed(sandbox, post.getByText('Interactions').click(), 'updates/interactions');
  await post.getByRole('radio', { name: /^comments?$/i }).check();
  await post.getByRole('textbox', { name: 'Write a reply' }).fill('See you there');
  await pressed(sandbox, button(post, 'Reply').click(), 'updates/interactions/create');
  await expect(post.getByText('See you there')).toBeVisible();
}

async function reschedule({ page }: QueuePage, sandbox: SandboxClient): Promise<void> {
  await page.getByRole('tab', { name: 'Schedule' }).click();
  await page.getByRole('radio', { name: / on LinkedIn$/ }).check();
  await page.getByLabel('Time on Monday').fill('11:45');
  await button(page, 'Add to Monday').click();
  await pressed(sandbox, button(page, 'Save').click(), 'profiles/schedules/update');
  const { channels } = await sandbox.state();
  const monday = channels
    .find(({ service }) => service === 'linkedin')
    ?.postingSchedule.find(({ day }) => day === 'mon');
  expect(monday?.times).toContain('11:45');
}

test('the table of the GraphQL API is whole, and each operation that it names is used', async ({
  extension,
  sandbox,
}) => {
  const rows = tableUnder('GraphQL');
  const schema = buildSchema(
    readFileSync(new URL('../sandbox/graphql/schema.graphql', import.meta.url), 'utf8'),
  );
  const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}),
  );
  expect(namesOf(rows)).toEqual(fields.sort());

  await signInByConsent(extension);
  await compose(extension, sandbox);
  await arrange(await QueuePage.open(extension), sandbox);
  expect(await arrived(sandbox, 'graphql')).toEqual(namesOf(used(rows)));
});

test('the table of the classic API is whole, and each endpoint that it names is used', async ({
  extension,
  sandbox,
  localBuffer,
}) => {
  const rows = tableUnder('Classic REST');
  await sandbox.act({
    do: 'create',
    channelId: await sandbox.channelOn('bluesky'),
    text: 'One more for the order',
  });
  const [holiday] = await sandbox.postsWith('open as always');
  const [told] = await sandbox.act({ do: 'publish', id: holiday?.id ?? '' });
  expect(told?.status).toBe('sent');

  const welcome = await WelcomePage.open(extension);
  await welcome.connectClassicAnd('Allow', localBuffer);
  await welcome.seesChannels();
  await compose(extension, sandbox, 'links/shares');
  const queue = await QueuePage.open(extension);
  await arrange(queue, sandbox);
  await arrangeMore(queue, sandbox);
  await answer(queue, sandbox);
  await reschedule(queue, sandbox);
  await pressed(sandbox, welcome.signOut.click(), 'user/deauthorize');
  expect(await arrived(sandbox, 'rest')).toEqual([...new Set(namesOf(rows).map(operationOf))].sort());
});
