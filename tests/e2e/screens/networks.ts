// The composer's screens in which single networks get words, fields and comments of their own.
import type { Page } from '@playwright/test';
import { CHANNEL } from '../composer.page.ts';
import { choose, over, press, type Reach, type Stage, signIn, words } from './stage.ts';

const TAGGED = 'With @mara on #walking https://example.com/a '.repeat(8);

/** The composer over the walk, with the channels on these networks chosen as if they had been chosen last. */
async function on(stage: Stage, ...services: string[]): Promise<Page> {
  const channelIds = await Promise.all(services.map((one) => stage.sandbox.channelOn(one)));
  const choice = { channelIds, when: 'queue' };
  await stage.extension.evaluate((chosen) => chrome.storage.local.set({ choice: chosen }), choice);
  return over(stage);
}

async function ownText(stage: Stage): Promise<Page> {
  const page = await choose(await over(stage), CHANNEL.x, CHANNEL.linkedin, CHANNEL.bluesky);
  await words(page).fill(`${TAGGED} https://example.com/a-walk`);
  await page.getByRole('radio', { name: 'X', exact: true }).press(' ');
  return page;
}

const FILM = 'https://walks.example/films/Morning%20on%20the%20ridge.mp4';

/** Signs in with a channel on YouTube, and has a video with all that is asked for it there. */
export async function filmed(stage: Stage): Promise<Page> {
  await stage.sandbox.channels([{ service: 'youtube', name: 'Walks on film' }]);
  await signIn(stage);
  const page = await on(stage, 'youtube');
  await page.getByRole('radio', { name: 'Video' }).press(' ');
  await page.getByRole('textbox', { name: 'Address of the video' }).fill(FILM);
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Category' }).selectOption('Travel & Events');
  return page;
}

export const NETWORKS: Record<string, Reach> = {
  'words for one network': ownText,
  'one network has its own words': async (stage) => {
    const page = await ownText(stage);
    await page.getByRole('textbox', { name: 'Post text for X' }).fill('For X');
    await page.getByRole('radio', { name: 'All networks' }).press(' ');
    await page.getByText('X has its own text.').waitFor();
    return page;
  },
  'room on every network': async (stage) => {
    const page = await choose(await over(stage), CHANNEL.x, CHANNEL.linkedin, CHANNEL.bluesky);
    await words(page).fill(TAGGED);
    await press(page, /too many on/);
    await page.getByText('left on LinkedIn').waitFor();
    return page;
  },
  'a board and a kind of post': (stage) => on(stage, 'pinterest', 'facebook', 'instagram'),
  'a story and too long a title': async (stage) => {
    const page = await on(stage, 'pinterest', 'facebook');
    await page.getByRole('combobox', { name: 'Kind of post' }).selectOption('Story');
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('x'.repeat(101));
    await press(page, 'Add to queue');
    await page.getByText('Title is too long by 1 character.').first().waitFor();
    return page;
  },
  'a reel, a content warning and a topic': async (stage) => {
    const page = await on(stage, 'instagram', 'mastodon', 'threads');
    await page.getByRole('radio', { name: 'Pictures' }).press(' ');
    await press(page, 'Add picture');
    await page.getByRole('textbox', { name: 'Address of the picture or video' }).fill(FILM);
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Kind of post' }).selectOption('Reel');
    await press(page, 'Add content warning');
    await page.keyboard.type('Heights');
    await press(page, 'Add topic');
    return page;
  },
  'a first comment': async (stage) => {
    const page = await on(stage, 'linkedin');
    await press(page, 'Add first comment');
    await press(page, 'Put the link there');
    return page;
  },
};
