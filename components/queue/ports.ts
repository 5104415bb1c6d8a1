// The list's outside: storage, the network's presence, the background.
import { browser } from 'wxt/browser';
import { draftSaver, keptDrafts, watchDrafts } from '@/lib/platform/drafts.ts';
import { send } from '@/lib/platform/messaging.ts';
import type { PostEdits } from '@/lib/platform/schemas.ts';
import {
  BUFFER_QUEUE,
  BUFFER_SENT,
  CHANNELS,
  CONFIGURATION,
  CONNECTION,
  editsItem,
  INTERACTIONS,
  OUTBOX,
  read,
  readAll,
  watch,
  write,
} from '@/lib/platform/storage.ts';
import { setClock } from '@/lib/platform/zoned-time.ts';
import type { QueuePorts, QueueState } from './queue.model.ts';

async function load(): Promise<QueueState> {
  const [[connection, cache, outbox, queued, sent, configuration, interactions], drafts] = await Promise.all([
    readAll(CONNECTION, CHANNELS, OUTBOX, BUFFER_QUEUE, BUFFER_SENT, CONFIGURATION, INTERACTIONS),
    keptDrafts(),
  ]);
  setClock(cache.preferences?.hours);
  const online = navigator.onLine;
  return { connection, cache, outbox, queued, sent, configuration, interactions, drafts, online };
}

export const queuePorts: QueuePorts = {
  load,
  watch: (changed) => {
    watch(CONNECTION, (connection) => changed({ connection }));
    watch(CHANNELS, (cache) => {
      setClock(cache.preferences?.hours);
      changed({ cache });
    });
    watch(OUTBOX, (outbox) => changed({ outbox }));
    watch(BUFFER_QUEUE, (queued) => changed({ queued }));
    watch(BUFFER_SENT, (sent) => changed({ sent }));
    watch(CONFIGURATION, (configuration) => changed({ configuration }));
    watch(INTERACTIONS, (interactions) => changed({ interactions }));
    watchDrafts((drafts) => changed({ drafts }));
    addEventListener('online', () => changed({ online: true }));
    addEventListener('offline', () => changed({ online: false }));
  },
  send,
  now: () => Date.now(),
  after: (wait, run) => void setTimeout(run, wait),
  saveDraft: draftSaver(),
  loadEdits: (accountId) => read(editsItem(accountId)),
  saveEdits: (accountId, edits) => {
    const isNone = Object.keys(edits).length === 0;
    return write<PostEdits | null>(editsItem(accountId), isNone ? null : edits);
  },
  openSignIn: () => void browser.tabs.create({ url: '/welcome.html' }),
};
