// Escape on a real keyboard: it closes what is open in the popup, gives the focus back, and only then the popup.
import { expect } from '@playwright/test';
import { CHANNEL, type ComposerPage } from './composer.page.ts';
import { test } from './fixtures.ts';
import { browserOnScreen } from './on-screen.ts';
import type { Popup } from './popup.ts';

const screen = browserOnScreen();

test.beforeEach(() => screen.extension.evaluate(() => chrome.storage.local.remove('choice'), undefined));

/** The popup over a page of its own, opened by its key, with two channels whose times and texts differ. */
async function opened(address: string): Promise<ComposerPage> {
  await screen.visit(address);
  const composer = await screen.opens(() => screen.desktop.press('alt+shift+q'));
  await composer.isFilled();
  await composer.chooseChannels(CHANNEL.x, CHANNEL.bluesky);
  return composer;
}

interface Surface {
  what: string;
  /** What opens it, and what has the focus again afterwards. */
  opener: string;
  /** What is there only while it is open. */
  open: string;
  /** Opens it by focus alone. */
  byFocus?: true;
  prepare?(composer: ComposerPage): Promise<void>;
}

const pictures = ({ popup }: ComposerPage) => popup.click('radio', 'Pictures');

const SURFACES: Surface[] = [
  { what: 'all channels', opener: '.chosen', open: '#all-channels:popover-open' },
  { what: 'the drafts', opener: '.icon-button.waiting', open: '#waiting-drafts:popover-open' },
  { what: 'the counters', opener: 'button.count', open: '#counts:popover-open', byFocus: true },
  { what: 'the preview of the card', opener: '.attach-row > .text-button', open: 'dialog[open]' },
  { what: 'the times', opener: 'button.when-hint', open: '#when-lines:popover-open' },
  { what: 'the alt text', opener: '.alt', open: '#alt-text', prepare: pictures },
  { what: 'the address of a picture', opener: '.add-picture', open: '.adding', prepare: pictures },
];

function focus(popup: Popup, selector: string): Promise<void> {
  return popup.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.focus(), selector);
}

test('Escape closes each panel alone, and the next one the popup', async ({ sandbox }) => {
  // A draft that waits, so that there is a list of them.
  const other = await opened(sandbox.at('/pages/plain.html'));
  await other.write('Half a thought');
  await other.popup.close();
  const composer = await opened(sandbox.at('/pages/walk.html'));
  const { popup } = composer;
  await popup.waitFor(() => document.querySelector('.icon-button.waiting'));
  for (const { what, opener, open, byFocus, prepare } of SURFACES) {
    await test.step(what, async () => {
      await prepare?.(composer);
      await popup.waitFor((wanted) => document.querySelector(wanted), opener);
      await focus(popup, opener);
      if (!byFocus) screen.desktop.press('Return');
      await popup.waitFor((wanted) => document.querySelector(wanted), open);
      // Nobody is so quick with Escape as to press it before the focus has gone in.
      if (!byFocus) await popup.waitFor((wanted) => !document.activeElement?.matches(wanted), opener);
      screen.desktop.press('Escape');
      await popup.waitFor((wanted) => !document.querySelector(wanted), open);
      await popup.waitFor((wanted) => document.activeElement?.matches(wanted), opener);
    });
  }
  screen.desktop.press('Escape');
  await popup.target.gone;
  const stored = await screen.extension.evaluate(() => chrome.storage.local.get(null), undefined);
  expect(Object.keys(stored).filter((key) => key.startsWith('draft:'))).toHaveLength(2);
});
