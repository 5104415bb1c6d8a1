// The composer's screens while a post is written, signed in and with eight channels.
import type { Page } from '@playwright/test';
import { CHANNEL } from '../composer.page.ts';
import {
  choose,
  openedOver,
  over,
  PLAIN,
  press,
  type Reach,
  type Stage,
  tabWith,
  WALK,
  words,
} from './stage.ts';

const LONG = 'A very long walk, and every step of it told to whoever would listen. '.repeat(5);

async function pictures(stage: Stage): Promise<Page> {
  const page = await choose(await over(stage), CHANNEL.x, CHANNEL.linkedin);
  await page.getByRole('radio', { name: 'Pictures' }).press(' ');
  for (const name of [/^Conifers/, /^A lake/]) await page.getByRole('checkbox', { name }).press(' ');
  return page;
}

async function timed(stage: Stage, local: string): Promise<Page> {
  const page = await choose(await over(stage, PLAIN), CHANNEL.x, CHANNEL.linkedin);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTimezoneOverride', { timezoneId: 'Europe/Berlin' });
  await page.getByRole('combobox', { name: 'When' }).selectOption('Pick a time');
  await page.getByLabel('Date and time').fill(local);
  return page;
}

/** Words that stand in the composer over this page when it is opened the next time. */
async function kept(stage: Stage, path: string, text: string): Promise<void> {
  const page = await over(stage, path);
  await words(page).fill(text);
  await page.close();
}

/** A page with this title, and words in it; each at an address of its own, for an open tab is used again. */
function titled({ site }: Stage, title: string, attributes = ''): string {
  return site.put(
    `/titled/${title.length}`,
    `<!doctype html><html ${attributes}><title>${title}</title><p>${title}</p>`,
  );
}

async function turning(stage: Stage): Promise<Page> {
  const page = await over(stage, WALK, 'sidepanel.html');
  await words(page).fill('Half a thought about walking');
  const tab = await tabWith(stage, stage.sandbox.at('/pages/choices.html'));
  await page.evaluate(async (given) => {
    const { id: windowId } = await chrome.windows.getCurrent();
    await chrome.storage.session.set({ handoff: { tab: given, windowId } });
  }, tab);
  await page.getByText('New here:').waitFor();
  return page;
}

async function unanswered({ extension }: Stage): Promise<Page> {
  const page = await extension.context.newPage();
  await page.addInitScript(() => {
    chrome.storage.local.get = () => new Promise<never>(() => undefined);
  });
  await page.goto(extension.url('popup.html'));
  await page.locator('.chip.none').first().waitFor();
  return page;
}

const FOUR = [CHANNEL.x, CHANNEL.linkedin, CHANNEL.bluesky, CHANNEL.instagram];

export const WRITING: Record<string, Reach> = {
  'storage has not answered': unanswered,
  'an article': (stage) => over(stage),
  'an article in the side panel': (stage) => over(stage, WALK, 'sidepanel.html'),
  'channels chosen': async (stage) => choose(await over(stage), CHANNEL.x, CHANNEL.linkedin, CHANNEL.bluesky),
  'a page without a picture': (stage) => over(stage, PLAIN),
  'several titles': (stage) => over(stage, '/pages/choices.html'),
  'a page of the browser': async (stage) => {
    const page = await openedOver(stage, 'chrome://version/');
    await page.getByText('This page belongs to the browser').waitFor();
    return page;
  },
  'a page that is an error': (stage) =>
    over(stage, stage.site.put('/gone', { body: '<title>Not here</title>', status: 404 })),
  'a draft is back': async (stage) => {
    await kept(stage, WALK, 'Half a thought about walking');
    return over(stage);
  },
  'drafts are listed': async (stage) => {
    await kept(stage, PLAIN, `${LONG} Still going.`);
    await kept(
      stage,
      '/pages/choices.html',
      'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'.repeat(2),
    );
    await kept(stage, '/pages/photo.html', 'قال لي إن الطريق طويل جدا');
    const page = await over(stage);
    await press(page, '3 drafts wait');
    await page.getByText('Still going').waitFor();
    return page;
  },
  'another page is offered': turning,
  'too long': async (stage) => {
    const page = await choose(await over(stage), CHANNEL.x, CHANNEL.bluesky);
    await words(page).fill(LONG);
    await press(page, 'Add to queue');
    await page.getByText('Too long for').first().waitFor();
    return page;
  },
  'nothing chosen, nothing said': async (stage) => {
    const page = await over(stage, PLAIN);
    await words(page).fill('');
    await page.getByRole('textbox', { name: 'Link' }).fill('');
    await press(page, 'Add to queue');
    await page.getByText('Choose at least one channel').waitFor();
    return page;
  },
  pictures,
  'alt text': async (stage) => {
    const page = await pictures(stage);
    await press(page, /lt text .*picture 2/);
    await page.locator('#alt-text').waitFor();
    return page;
  },
  'a picture is added': async (stage) => {
    const page = await pictures(stage);
    await press(page, 'Add picture');
    await page
      .getByRole('textbox', { name: 'Address of the picture or video' })
      .fill('http://example.org/a.png');
    await page.keyboard.press('Enter');
    await page.getByText('https:// only').waitFor();
    return page;
  },
  'a broken picture': async (stage) => {
    const page = await pictures(stage);
    await press(page, 'Add picture');
    await page
      .getByRole('textbox', { name: 'Address of the picture or video' })
      .fill(stage.sandbox.at('/media/missing/a.jpg'));
    await page.keyboard.press('Enter');
    await press(page, 'Done');
    await page.getByText('could not be loaded here').waitFor();
    return page;
  },
  'no attachment': async (stage) => {
    const page = await over(stage);
    await page.getByRole('radio', { name: 'None' }).press(' ');
    return page;
  },
  'the card on each network': async (stage) => {
    const page = await choose(await over(stage), ...FOUR);
    await press(page, 'Preview');
    await page.getByRole('heading', { name: 'Bluesky' }).waitFor();
    return page;
  },
  'a retweet': async (stage) => {
    const page = await choose(await over(stage, PLAIN), CHANNEL.x, CHANNEL.linkedin);
    await page.getByRole('textbox', { name: 'Link' }).fill('https://x.com/mara/status/654043184394207232');
    await page.getByRole('radio', { name: 'Retweet' }).press(' ');
    await page.getByText('Shared on X with your words').waitFor();
    return page;
  },
  'a time that clocks skip': (stage) => timed(stage, '2027-03-28T02:30'),
  'a time that has passed': async (stage) => {
    const page = await timed(stage, '2020-01-02T03:04');
    await press(page, 'Schedule');
    await page.getByText('Choose a time that is still to come').waitFor();
    return page;
  },
  'next slots are listed': async (stage) => {
    const page = await choose(await over(stage), ...FOUR);
    await press(page, 'and later');
    return page;
  },
  'all channels': async (stage) => {
    const page = await over(stage);
    await press(page, 'show all');
    return page;
  },
  'right to left': async (stage) => {
    const page = await over(
      stage,
      titled(stage, 'الطريق الطويل إلى البحر وما وجدناه هناك', 'lang="ar" dir="rtl"'),
    );
    await choose(page, CHANNEL.x, CHANNEL.linkedin);
    await words(page).fill('قال لي إن الطريق طويل جدا، لكنه يستحق. https://example.org/walk #المشي');
    return page;
  },
  'a very long title': async (stage) => {
    const page = await over(
      stage,
      titled(stage, `${LONG} Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz`.repeat(2)),
    );
    return choose(page, CHANNEL.x, CHANNEL.linkedin);
  },
  'words without a space': async (stage) => {
    const page = await over(stage, titled(stage, 'Rindfleischetikettierungsüberwachungsaufgaben'.repeat(4)));
    await page
      .getByRole('textbox', { name: 'Link' })
      .fill(`https://example.org/${'long-way-round-'.repeat(20)}`);
    return page;
  },
};
