// What outlives a worker and a browser: the database, the extension's storage, and the moment of the alarm.
import type { CredentialsRecord } from '../../lib/account/credentials.ts';
import type { Shown } from '../../lib/outbox/ports.ts';
import { createMemoryStore } from '../../lib/outbox/store.memory.ts';
import type { OutboxStore } from '../../lib/outbox/store.ts';
import { EMPTY_SUMMARY } from '../../lib/outbox/summary.ts';

export interface Disk {
  store: OutboxStore;
  shown: Shown;
  connection: 'signed-in' | 'signed-out' | 'expired';
  record: CredentialsRecord | null;
  renewedAt: number;
}

export function emptyDisk(): Disk {
  return {
    store: createMemoryStore(),
    shown: { summary: EMPTY_SUMMARY, mirror: { generation: 0, count: 0 } },
    connection: 'signed-out',
    record: null,
    renewedAt: 0,
  };
}
