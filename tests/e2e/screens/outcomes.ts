// The composer's screens once a post is handed over: what becomes of it, or why it was not saved.
import type { Page } from '@playwright/test';
import { CHANNEL } from '../composer.page.ts';
import { holdSaving } from '../held.ts';
import { send } from '../queue.page.ts';
import type { Fault } from '../sandbox.ts';
import { choose, over, press, type Reach, type Stage, signIn, words } from './stage.ts';

export const WAIT: Fault = {
  operation: 'createPost',
  do: 'status',
  status: 429,
  headers: { 'Retry-After': '3600' },
  times: null,
};
const FULL = {
  data: { createPost: { __typename: 'LimitReachedError', message: 'Ten posts are planned already.' } },
};
export const REFUSE: Fault = { operation: 'createPost', do: 'body', body: JSON.stringify(FULL) };

/** Signs in and writes a post for two channels. */
async function written(stage: Stage): Promise<Page> {
  await signIn(stage);
  const page = await choose(await over(stage), CHANNEL.x, CHANNEL.linkedin);
  await words(page).fill('Two hours, a small notebook and no headphones.');
  return page;
}

/** Waits until a row of the outcome says this. */
async function submitted(stage: Stage, faults: Fault[], says: string): Promise<Page> {
  const page = await written(stage);
  await stage.sandbox.faults(faults);
  await press(page, 'Add to queue');
  await page.locator('.outcome').getByText(says).first().waitFor();
  return page;
}

/** From now on the running worker can write no entry, as on a disk that has become full. */
async function diskFull(stage: Stage): Promise<Page> {
  const page = await written(stage);
  const [worker] = stage.extension.context.serviceWorkers();
  await worker?.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await press(page, 'Add to queue');
  await page.getByText('The disk is full').waitFor();
  return page;
}

async function tooMany(stage: Stage): Promise<Page> {
  const page = await written(stage);
  await stage.sandbox.faults([WAIT]);
  const hundred = Array.from({ length: 100 }, (_, n) => ({ text: `Waiting number ${n}.` }));
  for (let times = 0; times < 5; times++) await send(stage.extension, stage.sandbox, hundred);
  await press(page, 'Add to queue');
  await page.getByText('500 posts are waiting already').waitFor();
  return page;
}

export const OUTCOMES: Record<string, Reach> = {
  'the disk is full': diskFull,
  'too many wait': tooMany,
  'being saved': async (stage) => {
    const page = await written(stage);
    await holdSaving(stage.extension);
    await press(page, 'Add to queue');
    await page.locator('.outcome').waitFor();
    return page;
  },
  'saved and waiting': (stage) => submitted(stage, [WAIT], 'Waiting'),
  'in Buffer': (stage) => submitted(stage, [], 'In Buffer'),
  'needs you': (stage) => submitted(stage, [{ ...REFUSE, times: 1 }], 'Ten posts are planned already'),
  undone: async (stage) => {
    const page = await submitted(stage, [], 'In Buffer');
    await press(page, 'Undo');
    await page.getByText('Undone').waitFor();
    return page;
  },
  offline: async (stage) => {
    const page = await written(stage);
    await stage.extension.context.setOffline(true);
    await press(page, 'Add to queue');
    await page
      .locator('.outcome')
      .getByText(/offline/i)
      .first()
      .waitFor();
    return page;
  },
};
