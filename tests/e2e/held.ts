// The moment between the key and "Saved", for as long as a test wants to look at it.
import type { Extension } from './browser.ts';

/** Posts that are handed over from now on are not saved before what this gives is called. */
export async function holdSaving(extension: Extension): Promise<() => Promise<void>> {
  const [worker] = extension.context.serviceWorkers();
  if (!worker) throw new Error('The worker does not run.');
  // An alarm stands by before anything is written: this one is never told to.
  await worker.evaluate(() => {
    const { create } = chrome.alarms;
    const { promise, resolve } = Promise.withResolvers<void>();
    chrome.alarms.create = () => promise;
    const letGo = () => {
      chrome.alarms.create = create;
      resolve();
    };
    Object.assign(globalThis, { letGo });
  });
  return () => worker.evaluate(() => (globalThis as unknown as { letGo(): void }).letGo());
}
