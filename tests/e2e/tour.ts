// A walk through the extension as a new person takes it, with a picture of every step.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Extension } from './browser.ts';
import { CHANNEL, ComposerPage } from './composer.page.ts';
import { QueuePage } from './queue.page.ts';
import { SandboxClient } from './sandbox.ts';
import { WelcomePage } from './welcome.page.ts';

const PICTURES = '.output/tour';
const DEMO = '/pages/walk.html';

type Say = (sentence: string) => void;

class Album {
  #count = 0;

  constructor() {
    rmSync(PICTURES, { recursive: true, force: true });
    mkdirSync(PICTURES, { recursive: true });
  }

  next(name: string): string {
    this.#count += 1;
    return join(PICTURES, `${String(this.#count).padStart(2, '0')}-${name}.png`);
  }
}

interface Walk {
  extension: Extension;
  sandbox: SandboxClient;
  album: Album;
  say: Say;
}

async function inBothSchemes(page: Page, album: Album, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without it the picture would show colours on their way from one scheme to the other.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({
      path: album.next(colorScheme === 'dark' ? `${name}-dark` : name),
      fullPage: true,
    });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

async function popupInBothSchemes({ popup }: ComposerPage, album: Album, name: string): Promise<void> {
  await popup.waitFor(() => [...document.images].every((image) => image.complete));
  for (const scheme of ['light', 'dark'] as const) {
    await popup.colourScheme(scheme);
    await popup.screenshot(album.next(scheme === 'dark' ? `${name}-dark` : name));
  }
  await popup.colourScheme('light');
}

async function signIn({ extension, album, say }: Walk): Promise<WelcomePage> {
  const welcome = new WelcomePage(await extension.opened('welcome.html'));
  await welcome.connect.waitFor();
  say('The welcome page has opened.');
  await inBothSchemes(welcome.page, album, 'welcome');
  const consent = await welcome.openConsent();
  await consent.getByRole('button', { name: 'Allow' }).waitFor();
  await inBothSchemes(consent, album, 'consent');
  const closed = consent.waitForEvent('close');
  await consent.getByRole('button', { name: 'Allow' }).click();
  await closed;
  await welcome.seesChannels();
  say('Signed in through the window of the local Buffer: 8 channels.');
  await inBothSchemes(welcome.page, album, 'signed-in');
  return welcome;
}

async function post({ extension, sandbox, album, say }: Walk): Promise<void> {
  const page = await extension.context.newPage();
  await page.goto(sandbox.at(DEMO));
  await page.screenshot({ path: album.next('demo-page') });
  const composer = await ComposerPage.open(extension, page);
  await composer.popup.colourScheme('light');
  say(`The popup has read the page: ${(await composer.text()).split('\n')[0]}`);
  await composer.chooseChannels(CHANNEL.x, CHANNEL.linkedin);
  await popupInBothSchemes(composer, album, 'composer');
  await composer.popup.click('radio', 'Pictures');
  await popupInBothSchemes(composer, album, 'composer-pictures');
  await composer.popup.click('radio', 'Link card');
  await sandbox.faults([{ operation: 'createPost', do: 'delay', seconds: 2, times: 2 }]);
  await composer.submitByKey();
  await composer.says('Saved');
  await popupInBothSchemes(composer, album, 'saved');
  await composer.says('In Buffer');
  say('Queued for X and LinkedIn.');
  await popupInBothSchemes(composer, album, 'in-buffer');
  say(`The badge on the icon says ${await extension.badge()}: the posts that wait in these two queues.`);
  await composer.popup.close();
}

async function lookAround({ extension, sandbox, album, say }: Walk): Promise<void> {
  const queues = await extension.context.newPage();
  await queues.goto(sandbox.at('/_sandbox/'));
  await queues.screenshot({ path: album.next('local-buffer') });
  const queue = await QueuePage.open(extension);
  await queue.group('In Buffer').waitFor();
  await inBothSchemes(queue.page, album, 'list');
  const options = await extension.page('options.html');
  await options.getByRole('button', { name: 'Sign out' }).waitFor();
  await inBothSchemes(options, album, 'options');
  say(`Pictures of every step are in ${PICTURES}.`);
}

/** Null when the two posts are in the local Buffer with the demo page's link, else what is missing. */
async function missing(sandbox: SandboxClient): Promise<string | null> {
  const link = sandbox.at(DEMO);
  const posts = (await sandbox.state()).posts.filter((one) => JSON.stringify(one).includes(link));
  const wanted = [await sandbox.channelOn('twitter'), await sandbox.channelOn('linkedin')];
  const lacking = wanted.filter((id) => posts.filter(({ channelId }) => channelId === id).length !== 1);
  return lacking.length === 0
    ? null
    : `The local Buffer lacks a post with ${link} on ${lacking.join(' and ')}.`;
}

/** Takes the whole walk; throws a sentence when it does not end with both posts in the local Buffer. */
export async function takeTour(folder: string, origin: string, say: Say): Promise<void> {
  const extension = await Extension.launch({
    folder,
    deviceScaleFactor: 2,
    colorScheme: 'light',
    args: ['--force-device-scale-factor=2'],
  });
  const sandbox = new SandboxClient(origin);
  const walk: Walk = { extension, sandbox, album: new Album(), say };
  try {
    await signIn(walk);
    await post(walk);
    await lookAround(walk);
    const lack = await missing(sandbox);
    if (lack) throw new Error(lack);
    say('The local Buffer holds both posts.');
  } finally {
    await extension.close();
  }
}
