// The post office of this browser: its store, its clock, its lock, its alarm, and where its state is shown.
import { PostOffice } from '@/lib/outbox/post-office.ts';
import { createIdbStore } from '@/lib/outbox/store.idb.ts';
import type { OutboxSummary } from '@/lib/outbox/summary.ts';
import { OUTBOX, OUTBOX_MIRROR, readAll, writeAll } from '@/lib/platform/storage.ts';
import { planDrain } from './alarms.ts';
import { Session } from './session.ts';

export interface Background {
  office: PostOffice;
  session: Session;
}

/** `changed` is told of every committed change, some time after the projection was written. */
export function createBackground(
  changed: (before: OutboxSummary, after: OutboxSummary) => Promise<void>,
): Background {
  const session: Session = new Session({
    observe: (headers, caller) => {
      office
        .observe(headers, caller)
        .catch((error: unknown) => console.error('an answer could not be learned from:', error));
    },
    reserve: (purpose, caller) => office.reserve(purpose, caller),
    ready: (accountId) => office.ready(accountId),
    standingBy: (work) => office.standingBy(work),
  });
  // One after another, as what they follow came; nobody who is told "Saved" waits for them.
  let following = Promise.resolve();
  const office = new PostOffice({
    store: createIdbStore(),
    current: () => session.current(),
    // Asked anew each time, so that a test can let time pass.
    now: () => Date.now(),
    random: Math.random,
    online: () => navigator.onLine,
    lock: (work) => navigator.locks.request('outbox', work) as ReturnType<typeof work>,
    planAlarm: planDrain,
    after: (wait, run) => {
      const timer = setTimeout(run, wait);
      return () => clearTimeout(timer);
    },
    shown: async () => {
      const [summary, mirror] = await readAll(OUTBOX, OUTBOX_MIRROR);
      return { summary, mirror };
    },
    show: async ({ summary, mirror }) => {
      const [before] = await readAll(OUTBOX);
      await writeAll([OUTBOX, summary], [OUTBOX_MIRROR, mirror]);
      following = following
        .then(() => changed(before, summary))
        .catch((error: unknown) => console.error('a change could not be followed:', error));
    },
  });
  return { office, session };
}
