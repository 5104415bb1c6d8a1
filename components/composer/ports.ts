// The composer's outside in a page of the extension: storage, the active tab, the background.
import { browser } from 'wxt/browser';
import { withLinkChoice } from '@/lib/capture/link-choices.ts';
import { withSite } from '@/lib/capture/sites.ts';
import { PANEL_COMMAND } from '@/lib/commands.ts';
import { kept } from '@/lib/networks/kept.ts';
import { draftSaver, keptDrafts, watchDrafts } from '@/lib/platform/drafts.ts';
import { send } from '@/lib/platform/messaging.ts';
import { openPanel } from '@/lib/platform/panel.ts';
import {
  BUFFER_QUEUE,
  BUFFER_SENT,
  CHANNELS,
  CHOICE,
  CONNECTION,
  draftItem,
  FIELD_CHOICES,
  HANDOFF,
  LINK_CHOICES,
  OUTBOX,
  read,
  readAll,
  SETTINGS,
  SIGN_IN,
  SITES,
  watch,
  write,
  writeAll,
} from '@/lib/platform/storage.ts';
import {
  activeTab,
  captureTab,
  captureWhenComplete,
  type LinkQuote,
  type TabAddress,
} from '@/lib/platform/tabs.ts';
import { followTheme } from '@/lib/platform/theme-setting.ts';
import { setClock } from '@/lib/platform/zoned-time.ts';
import type { ComposerPorts, Loaded } from './composer.ports.ts';
import { settled } from './settled.ts';
import { queuesOf } from './when/queues.ts';

/** The tab that the composer was opened over, or was handed since: it stays that one, whatever becomes active meanwhile. */
let tab: Promise<TabAddress> = activeTab();
/** It first asks how much room there is. */
const saver = kept(draftSaver);
const ownWindow = kept(() => browser.windows.getCurrent());

/** A page's address without the place on it. */
function pageOf(url: string): string {
  return url.replace(/#.*$/s, '');
}

/** Looking for a passage is needed only where there is a selection. */
const linkQuote: LinkQuote = async (capture, passage) =>
  (await import('@/lib/capture/quote/text-fragment.ts')).withQuoteLink(capture, passage);

async function load(): Promise<Loaded> {
  const [connection, cache, outbox, queue, handoff, signIn, ...chosen] = await readAll(
    CONNECTION,
    CHANNELS,
    OUTBOX,
    BUFFER_QUEUE,
    HANDOFF,
    SIGN_IN,
    CHOICE,
    LINK_CHOICES,
    FIELD_CHOICES,
    SITES,
    SETTINGS,
  );
  setClock(cache.preferences?.hours);
  if (handoff) await write(HANDOFF, null);
  const [choice, linkChoices, options, sites, settings] = chosen;
  const own = { choice: { ...choice, options }, linkChoices, sites, settings };
  const queues = queuesOf(queue);
  return { connection, cache, outbox, queues, handoff, ...own, signInProblem: signIn.problem };
}

export const popupPorts: Omit<ComposerPorts, 'newId' | 'now' | 'rules' | 'wait'> = {
  load,
  watch: (changed) => {
    watch(CONNECTION, (connection) => changed({ connection }));
    watch(CHANNELS, (cache) => {
      setClock(cache.preferences?.hours);
      changed({ cache });
    });
    watch(OUTBOX, (outbox) => changed({ outbox }));
    watch(BUFFER_QUEUE, (queue) => changed({ queues: queuesOf(queue) }));
  },
  capture: async (handoff) => {
    if (handoff && 'tab' in handoff) tab = Promise.resolve(handoff.tab);
    if (!handoff || !('click' in handoff)) return captureTab(await tab, linkQuote);
    return (await import('@/lib/platform/clicks.ts')).captureHandoff(handoff, linkQuote);
  },
  watchHandoff: (handed) => {
    watch(HANDOFF, async (handoff) => {
      if (handoff?.windowId === undefined || handoff.windowId !== (await ownWindow()).id) return;
      await write(HANDOFF, null);
      handed(handoff);
    });
  },
  watchTab: (seen) => {
    const look = async () => {
      const [{ id: windowId, type }, read] = await Promise.all([ownWindow(), tab]);
      // In a window of its own it would see itself.
      if (type !== 'normal' || windowId === undefined) return;
      const shown = await activeTab(windowId);
      if (shown.id === read.id && pageOf(shown.url) === pageOf(read.url)) seen('same');
      else seen(shown.url ? shown : 'closed');
    };
    browser.tabs.onActivated.addListener(() => void look());
    browser.tabs.onUpdated.addListener((_id, { status }) => void (status === 'complete' && look()));
  },
  panelKey: async () => {
    const commands = await browser.commands.getAll();
    return commands.find(({ name }) => name === PANEL_COMMAND)?.shortcut ?? '';
  },
  captureWhenComplete: async () => captureWhenComplete(await tab, linkQuote),
  loadDraft: (key) => read(draftItem(key)),
  saveDraft: (...draft) => saver()(...draft),
  kept: {
    load: async () => ({ drafts: await keptDrafts() }),
    watch: (changed) => watchDrafts((drafts) => changed({ drafts })),
  },
  saveChoice: ({ options = {}, ...choice }) => writeAll([CHOICE, choice], [FIELD_CHOICES, options]),
  rememberSite: async (site) => write(SITES, withSite(await read(SITES), site)),
  knownPosts: async () => {
    const caches = await readAll(BUFFER_QUEUE, BUFFER_SENT);
    return caches.flatMap(({ lists }) => Object.values(lists).flatMap(({ posts }) => posts));
  },
  rememberLink: async (address, source) =>
    write(LINK_CHOICES, withLinkChoice(await read(LINK_CHOICES), address, source)),
  send,
  openPanel: async (handoff) => {
    const { id: windowId = 0 } = await ownWindow();
    const opened = openPanel(windowId);
    await write(HANDOFF, { ...(handoff ?? { tab: await tab }), windowId });
    await opened;
    window.close();
  },
  openSettings: () => browser.runtime.openOptionsPage(),
  openSignIn: async () => void (await browser.tabs.create({ url: '/welcome.html' })),
};

// It is known by the time that somebody presses what opens the panel, for which the browser wants the press itself.
void settled.then(ownWindow);
void settled.then(saver);
// Wakes the background for the send that may come, and keeps the theme as it is chosen elsewhere.
void settled.then(() => send({ type: 'hello' })).catch(() => undefined);
void settled.then(followTheme);
