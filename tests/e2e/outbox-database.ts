// The outbox's database as it lies on the disk: what a damaged profile, or another version, would have made of it.
import type { Extension } from './browser.ts';

export type Stored = Record<string, unknown> & { id: string };

/** Every stored record of an entry. */
export function storedEntries(extension: Extension): Promise<Stored[]> {
  return extension.evaluate(async () => {
    const opening = indexedDB.open('outbox');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const reading = opening.result.transaction('entries').objectStore('entries').getAll();
    await new Promise((resolve) => reading.addEventListener('success', resolve));
    opening.result.close();
    return reading.result as Stored[];
  }, undefined);
}

/** Puts a record there behind the extension's back; the worker finds it when it starts again. */
export async function putEntry(extension: Extension, record: Stored): Promise<void> {
  await extension.stopWorker();
  await extension.evaluate(async (one) => {
    const opening = indexedDB.open('outbox');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const transaction = opening.result.transaction('entries', 'readwrite');
    transaction.objectStore('entries').put(one);
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    opening.result.close();
  }, record);
}

/** Takes the database away, as a damaged disk or a cleaning program does. */
export async function loseDatabase(extension: Extension): Promise<void> {
  await extension.stopWorker();
  await extension.evaluate(async () => {
    const deleting = indexedDB.deleteDatabase('outbox');
    await new Promise((resolve, reject) => {
      deleting.addEventListener('success', resolve);
      deleting.addEventListener('error', reject);
    });
  }, undefined);
}
