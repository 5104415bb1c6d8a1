// Lets time pass until the outbox has nothing left to do by itself.
import { setTimeout as pause } from 'node:timers/promises';
import type { Entry } from '../../../lib/outbox/entry.ts';
import { LONGEST_DELAY_MS } from './fates.ts';
import { type Ledger, readLedger } from './ledger.ts';
import type { Stage } from './stage.ts';

/** As long as this without a change means that neither the worker nor the local Buffer is at anything. */
const STILL_MS = LONGEST_DELAY_MS + 150;
/** Longer than a call that is never answered holds the outbox up. */
const STILL_WITHIN_MS = 45_000;
const BETWEEN_LOOKS_MS = 40;
const MOST_STEPS = 60;

/** Waits until nothing moves any more, and gives the ledger of then; null if it still does after `limit` ms. */
export async function standstill(stage: Stage, limit = STILL_WITHIN_MS): Promise<Ledger | null> {
  const deadline = Date.now() + limit;
  let since = Date.now();
  let ledger = await readLedger(stage.extension);
  while (Date.now() < deadline) {
    await pause(BETWEEN_LOOKS_MS);
    const next = await readLedger(stage.extension);
    const sending = next.entries.some(({ state }) => state === 'sending');
    if (sending || next.generation !== ledger.generation) since = Date.now();
    ledger = next;
    if (Date.now() - since >= STILL_MS) return ledger;
  }
  return null;
}

export function isOpen({ state }: Entry): boolean {
  return state === 'waiting' || state === 'sending' || state === 'checking';
}

/** Goes on to a moment that one of the open entries waits for, by a new worker. */
export async function goOn(stage: Stage, ledger: Ledger): Promise<void> {
  const { clock, killer, writer, chance } = stage;
  const now = clock.now();
  const planned = ledger.entries
    .filter(isOpen)
    .map(({ nextAt }) => nextAt ?? 0)
    .filter((nextAt) => nextAt > now);
  if (planned.length > 0) await clock.pass(chance.one(planned) - now + 1000);
  await killer.stopWorker();
  writer.wake();
}

/** Signs in again, as a person does who is told that Buffer has ended the sign-in. */
export async function signInAgain({ extension, writer, apiKey, tally }: Stage): Promise<void> {
  const { connection } = (await extension.evaluate(
    () => chrome.storage.local.get('connection'),
    undefined,
  )) as { connection: { status: string } };
  if (connection.status === 'signed-in') return;
  tally.signIns += 1;
  await writer.tell({ type: 'use-api-key', key: apiKey });
}

/** Without faults: goes on until every entry has ended, or asks. What is still open after many steps stays so. */
export async function settle(stage: Stage): Promise<Ledger> {
  await stage.sandbox.faults([]);
  await stage.writer.finish();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const ledger = await standstill(stage);
    if (ledger && !ledger.entries.some(isOpen)) return ledger;
    await signInAgain(stage);
    await goOn(stage, ledger ?? (await readLedger(stage.extension)));
  }
  return readLedger(stage.extension);
}
