// The composer's screens that need a browser of their own: signing in, other channels, and what was queued before.
import type { Page } from '@playwright/test';
import { CHANNEL } from '../composer.page.ts';
import { send } from '../queue.page.ts';
import { signInByConsent, WelcomePage } from '../welcome.page.ts';
import { filmed } from './networks.ts';
import { OUTCOMES, REFUSE, WAIT } from './outcomes.ts';
import {
  choose,
  isAnswered,
  over,
  PLAIN,
  press,
  type Reach,
  type Stage,
  signIn,
  WALK,
  words,
} from './stage.ts';

async function withChannels(stage: Stage, count: number): Promise<Page> {
  await stage.sandbox.channels({ count });
  await signIn(stage);
  return over(stage);
}

async function expired(stage: Stage): Promise<Page> {
  const welcome = await signInByConsent(stage.extension);
  await isAnswered(welcome);
  await stage.sandbox.reset();
  await send(stage.extension, stage.sandbox, [{ text: 'A post that waits for the next sign-in' }]);
  await welcome.page.getByText('Buffer has ended this sign-in.').waitFor();
  return over(stage);
}

async function stopped(stage: Stage): Promise<Page> {
  const { sandbox } = stage;
  const changes = {
    twitter: { isQueuePaused: true },
    linkedin: { isDisconnected: true },
    bluesky: { isLocked: true },
    instagram: { dailyLimit: 0 },
  };
  for (const [service, change] of Object.entries(changes))
    await sandbox.changeChannel(await sandbox.channelOn(service), change);
  await signIn(stage);
  return choose(await over(stage), ...Object.values(CHANNEL));
}

async function event(stage: Stage): Promise<Page> {
  const shop = { service: 'googlebusiness', name: 'The Reading Room', timezone: 'America/New_York' };
  await stage.sandbox.channels([shop]);
  await signIn(stage);
  const page = await over(stage);
  await press(page, 'show all');
  await page
    .getByRole('dialog')
    .getByRole('checkbox', { name: 'The Reading Room on Google Business' })
    .press(' ');
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Kind of post' }).selectOption('Event');
  await press(page, 'Add to queue');
  await page.getByText('Choose when it begins.').first().waitFor();
  return page;
}

async function tagged(stage: Stage): Promise<Page> {
  await signIn(stage);
  const question = { type: 'read-posts', view: 'queue', channelId: null, more: false };
  await stage.extension.evaluate((one) => chrome.runtime.sendMessage(one), question);
  const page = await choose(await over(stage), CHANNEL.linkedin);
  await page.getByRole('checkbox', { name: 'Walking', exact: true }).press(' ');
  return page;
}

async function pending(stage: Stage): Promise<Page> {
  await signIn(stage);
  await stage.sandbox.faults([{ ...REFUSE, times: 1 }, WAIT]);
  for (const [text, service] of [
    ['A post that is refused, with words that are a good deal longer than a line', 'linkedin'],
    ['A post that waits', 'twitter'],
    ['Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.repeat(2), 'bluesky'],
  ] as const)
    await send(stage.extension, stage.sandbox, [{ text, service }]);
  const page = await over(stage);
  await page.getByText('1 post needs you').click();
  await page.getByText('Ten posts are planned already').waitFor();
  return page;
}

/** The same page was queued before. */
async function repeated(stage: Stage, channel: string, tone: string): Promise<Page> {
  await signIn(stage);
  const link = stage.sandbox.at(WALK);
  await send(stage.extension, stage.sandbox, [
    { text: `One ${link}` },
    { text: `Two ${link}`, service: 'bluesky' },
  ]);
  const page = await choose(await over(stage), channel);
  await words(page).fill(`One ${link}`);
  await page.locator(`.notices .notice.${tone}`).waitFor();
  return page;
}

/** Another program uses Buffer's calls up until so many are left. */
async function callsLeft(stage: Stage, most: number, says: string): Promise<Page> {
  await signIn(stage);
  const { sandbox, localBuffer } = stage;
  for (let left = Number.POSITIVE_INFINITY; left > most; ) {
    const answer = await fetch(sandbox.at('/'), {
      method: 'POST',
      headers: { authorization: `Bearer ${localBuffer.apiKey}`, 'content-type': 'application/json' },
      body: '{"query":"{ account { id } }"}',
    });
    left = Number(/r=(\d+)/.exec(answer.headers.get('RateLimit') ?? 'r=0')?.[1]);
  }
  await send(stage.extension, sandbox, [{ text: 'A walk' }]);
  const page = await choose(await over(stage, PLAIN), CHANNEL.linkedin);
  await page.locator('.notices').getByText(says).waitFor();
  return page;
}

export const APART: Record<string, Reach> = {
  'a video for YouTube': filmed,
  'signed out': (stage) => over(stage),
  'sign-in refused': async (stage) => {
    const welcome = await WelcomePage.open(stage.extension);
    await welcome.connectAnd('Deny');
    return over(stage);
  },
  'sign-in ended': expired,
  'no channels': (stage) => withChannels(stage, 0),
  'three channels': (stage) => withChannels(stage, 3),
  'sixty channels': (stage) => withChannels(stage, 60),
  'sixty channels listed': async (stage) => {
    const page = await withChannels(stage, 60);
    await press(page, 'show all');
    return page;
  },
  'channels searched': async (stage) => {
    const page = await withChannels(stage, 60);
    await press(page, 'show all');
    await page.getByRole('searchbox').fill('walk');
    return page;
  },
  'no channel found': async (stage) => {
    const page = await withChannels(stage, 60);
    await press(page, 'show all');
    await page.getByRole('searchbox').fill('Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen');
    return page;
  },
  'channels that are stopped': stopped,
  'an event without its dates': event,
  'tags of the queue': tagged,
  'queued before': (stage) => repeated(stage, CHANNEL.x, 'quiet'),
  'may be refused as the same': (stage) => repeated(stage, CHANNEL.linkedin, 'waiting'),
  'few calls left': (stage) => callsLeft(stage, 12, 'of 100 calls left until'),
  'no calls left': (stage) => callsLeft(stage, 0, 'Buffer takes no more calls until'),
  ...OUTCOMES,
  'earlier posts wait': pending,
  'welcome, signed out': ({ extension }) => extension.opened('welcome.html'),
  'settings, signed out': ({ extension }) => extension.page('options.html'),
  'welcome, signed in': async (stage) => {
    await signIn(stage);
    const page = await stage.extension.page('welcome.html');
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    return page;
  },
  'settings, signed in': async (stage) => {
    await signIn(stage);
    const page = await stage.extension.page('options.html');
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    return page;
  },
};
