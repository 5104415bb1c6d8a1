// When a post is shared: each choice says what it comes to, and reaches Buffer as that.
import { expect } from '@playwright/test';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { signedInBrowser } from './signed-in.ts';
import { signInByKey } from './welcome.page.ts';

const browser = signedInBrowser();

async function overPlain(origin: string): Promise<ComposerPage> {
  const composer = await ComposerPage.open(
    browser.extension,
    await browser.visit(`${origin}/pages/plain.html`),
  );
  await composer.chooseChannels(CHANNEL.linkedin);
  return composer;
}

test('Draft is kept in Buffer without a time', async ({ sandbox }) => {
  const composer = await overPlain(sandbox.origin);
  await composer.when('Draft');
  await composer.popup.click('button', 'Save draft');
  await composer.says('In Buffer');
  expect(await sandbox.postsWith('About')).toMatchObject([{ status: 'draft', dueAt: null }]);
  await composer.popup.close();
});

test('Now is published at once', async ({ sandbox }) => {
  const composer = await overPlain(sandbox.origin);
  await composer.when('Now');
  await composer.popup.click('button', 'Share now');
  await composer.says('In Buffer');
  await expect.poll(() => sandbox.postsWith('About')).toMatchObject([{ shareMode: 'shareNow' }]);
  await composer.popup.close();
});

test('Top of the queue comes before everything that waits', async ({ sandbox }) => {
  const composer = await overPlain(sandbox.origin);
  await composer.when('Top of the queue');
  await composer.popup.click('button', 'Share next');
  await composer.says('In Buffer');
  const channel = await sandbox.channelOn('linkedin');
  const waiting = (await sandbox.state()).posts
    .filter(({ channelId, status }) => channelId === channel && status === 'scheduled')
    .sort((a, b) => Date.parse(a.dueAt ?? '') - Date.parse(b.dueAt ?? ''));
  expect(waiting.length).toBeGreaterThan(1);
  expect(waiting[0]?.text).toContain('About');
  await composer.popup.close();
});

test('Pick a time is shared at that minute, and a time that has passed is refused', async ({ sandbox }) => {
  const composer = await overPlain(sandbox.origin);
  await composer.when('Pick a time');
  await composer.setTime('2020-01-02T03:04');
  await composer.popup.click('button', 'Schedule');
  await composer.says('Choose a time that is still to come.');
  expect(await sandbox.postsWith('About')).toEqual([]);

  const soon = new Date(Date.now() + 2 * 86_400_000);
  soon.setSeconds(0, 0);
  const local = new Date(soon.getTime() - soon.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  await composer.setTime(local);
  await composer.popup.click('button', 'Schedule');
  await composer.says('In Buffer');
  expect(await sandbox.postsWith('About')).toMatchObject([
    { status: 'scheduled', dueAt: soon.toISOString() },
  ]);
  await composer.popup.close();
});

test('a time that the clocks skip is told to be moved, and is', async ({ sandbox }) => {
  const composer = await overPlain(sandbox.origin);
  await composer.popup.target.send('Emulation.setTimezoneOverride', { timezoneId: 'Europe/Berlin' });
  await composer.when('Pick a time');
  await composer.setTime('2027-03-28T02:30');
  await composer.popup.waitForText('02:30 does not exist on March 28: clocks go forward; it will be 03:30.');
  await composer.popup.waitForText('Your time, Europe/Berlin (UTC+2)');
  await composer.popup.click('button', 'Schedule');
  await composer.says('In Buffer');
  expect(await sandbox.postsWith('About')).toMatchObject([{ dueAt: '2027-03-28T01:30:00.000Z' }]);
  await composer.popup.close();
});

test('a time that is picked often is one press', async ({ sandbox }) => {
  const composer = await overPlain(sandbox.origin);
  await composer.when('Pick a time');
  await composer.popup.click('button', 'Tomorrow 09:00');
  const local = await composer.popup.evaluate(
    () => document.querySelector<HTMLInputElement>('input[type="datetime-local"]')?.value,
  );
  const tomorrow = new Date();
  tomorrow.setDate(tomorrow.getDate() + 1);
  expect(local).toBe(`${tomorrow.toLocaleDateString('sv-SE')}T09:00`);
  await composer.popup.close();
});

for (const { prefers, chosen, hours, time } of [
  { prefers: 'FixedTime', chosen: 'at', hours: '12', time: '9:00 AM' },
  { prefers: 'Prioritize', chosen: 'next', hours: '24', time: '09:00' },
] as const) {
  test(`who prefers ${prefers} and ${hours} hours in Buffer begins with them here`, async ({
    extension,
    sandbox,
    localBuffer,
  }) => {
    await sandbox.changeAccount({ defaultScheduleOption: prefers, timeFormat: hours });
    await signInByKey(extension, localBuffer.apiKey);
    const page = await extension.context.newPage();
    await page.goto(sandbox.at('/pages/plain.html'));
    const composer = await ComposerPage.open(extension, page);
    expect(await composer.popup.value('combobox', 'When')).toBe(chosen);
    await composer.when('Pick a time');
    // A time is written with a space of another kind.
    await composer.popup.waitFor(
      (wanted) => document.body.innerText.replaceAll(/\s/g, ' ').includes(wanted),
      `Tomorrow ${time}`,
    );
    await composer.popup.close();
  });
}
