// The outside of the settings page: storage, the bound keys, a file to download.
import { browser } from 'wxt/browser';
import { boundKeys } from '@/components/connect/ports.ts';
import {
  CHOICE,
  LINK_CHOICES,
  read,
  readAll,
  SETTINGS,
  SITES,
  watch,
  write,
} from '@/lib/platform/storage.ts';
import type { OptionsPorts } from './options.model.ts';
import type { TransferPorts } from './transfer.model.ts';

export const optionsPorts: OptionsPorts = {
  load: async () => ({ sites: await read(SITES) }),
  watch: (changed) => void watch(SITES, (sites) => changed({ sites })),
  saveSites: (sites) => write(SITES, sites),
  keys: boundKeys,
};

export const transferPorts: TransferPorts = {
  kept: async () => {
    const [settings, sites, choice, linkChoices] = await readAll(SETTINGS, SITES, CHOICE, LINK_CHOICES);
    return { settings, sites, choice, linkChoices };
  },
  keep: ({ settings, sites, choice, linkChoices }) =>
    browser.storage.local.set({
      [SETTINGS.key]: settings,
      [SITES.key]: sites,
      [CHOICE.key]: choice,
      [LINK_CHOICES.key]: linkChoices,
    }),
  download: (text) => {
    const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    Object.assign(document.createElement('a'), { href: url, download: 'quick-queue-settings.json' }).click();
    // The download has its own hold on it once it has begun.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  },
};

/** Opens the browser's own page where shortcuts are changed. */
export async function openShortcuts(): Promise<void> {
  const commands = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
