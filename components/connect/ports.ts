// The outside of the pages that sign in: storage, the redirect address, the background.
import { browser } from 'wxt/browser';
import { BUILD_CLIENT_ID } from '@/lib/platform/build.ts';
import { askForClassicHost, isClassicRetired } from '@/lib/platform/classic-host.ts';
import { redirectUrl } from '@/lib/platform/identity.ts';
import { send } from '@/lib/platform/messaging.ts';
import { CHANNELS, CONNECTION, readAll, SETTINGS, SIGN_IN, watch, write } from '@/lib/platform/storage.ts';
import type { ConnectPorts, ConnectState } from './connect.model.ts';

async function load(): Promise<ConnectState> {
  const [connection, signIn, settings, cache] = await readAll(CONNECTION, SIGN_IN, SETTINGS, CHANNELS);
  return { connection, signIn, settings, cache };
}

export const connectPorts: ConnectPorts = {
  load,
  watch: (changed) => {
    watch(CONNECTION, (connection) => changed({ connection }));
    watch(SIGN_IN, (signIn) => changed({ signIn }));
    watch(SETTINGS, (settings) => changed({ settings }));
    watch(CHANNELS, (cache) => changed({ cache }));
  },
  saveSettings: (settings) => write(SETTINGS, settings),
  send,
  redirectUrl: redirectUrl(),
  hasClientId: BUILD_CLIENT_ID !== null,
  offersClassic: !isClassicRetired(Date.now()),
  askForClassicHost,
};

/** The keys that the browser has really bound, by command; empty where the person removed one. */
export async function boundKeys(): Promise<Record<string, string>> {
  const commands = await browser.commands.getAll();
  return Object.fromEntries(commands.map(({ name, shortcut }) => [name ?? '', shortcut ?? '']));
}
