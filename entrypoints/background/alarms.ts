// The two alarms: one for the next entry that is due, one for the channels and queues that grow old.
import { browser } from 'wxt/browser';

const DRAIN = 'drain';
const REFRESH = 'refresh';
/** 24 calls a day: a tenth of Buffer's daily window. */
const REFRESH_MINUTES = 60;

/** Goes on ringing until another is planned: a worker that ends right after its alarm rang has planned none. */
const RING_MINUTES = 1;

/** Wakes the background at a moment (ms since the epoch), or not at all. */
export async function planDrain(wakeAt: number | null): Promise<void> {
  if (wakeAt === null) await browser.alarms.clear(DRAIN);
  else await browser.alarms.create(DRAIN, { when: wakeAt, periodInMinutes: RING_MINUTES });
}

export function registerAlarms(on: { drain(): void; refresh(): void }): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === DRAIN) on.drain();
    if (name === REFRESH) on.refresh();
  });
}

/** Alarms may be lost when the browser restarts; one that stands is left as it is, or it would never come due. */
export async function ensureRefresh(): Promise<void> {
  if (await browser.alarms.get(REFRESH)) return;
  await browser.alarms.create(REFRESH, { periodInMinutes: REFRESH_MINUTES });
}
