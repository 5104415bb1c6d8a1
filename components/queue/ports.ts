// The list's outside: storage, the network's presence, the background.
import { browser } from 'wxt/browser';
import { draftSaver, entryDrafts, watchEntryDrafts } from '@/lib/platform/drafts.ts';
import { send } from '@/lib/platform/messaging.ts';
import { CHANNELS, CONNECTION, OUTBOX, readAll, watch } from '@/lib/platform/storage.ts';
import type { QueuePorts, QueueState } from './queue.model.ts';

async function load(): Promise<QueueState> {
  const [[connection, cache, outbox], drafts] = await Promise.all([
    readAll(CONNECTION, CHANNELS, OUTBOX),
    entryDrafts(),
  ]);
  return { connection, cache, outbox, drafts, online: navigator.onLine };
}

export const queuePorts: QueuePorts = {
  load,
  watch: (changed) => {
    watch(CONNECTION, (connection) => changed({ connection }));
    watch(CHANNELS, (cache) => changed({ cache }));
    watch(OUTBOX, (outbox) => changed({ outbox }));
    watchEntryDrafts((drafts) => changed({ drafts }));
    addEventListener('online', () => changed({ online: true }));
    addEventListener('offline', () => changed({ online: false }));
  },
  send,
  saveDraft: draftSaver(),
  openSignIn: () => void browser.tabs.create({ url: '/welcome.html' }),
};
