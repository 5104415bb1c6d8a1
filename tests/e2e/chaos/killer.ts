// Kills the background worker and the browser, and tells what work that hit.
import { once } from 'node:events';
import type { CDPSession } from '@playwright/test';
import { dueLooks, dueSends } from '../../../lib/outbox/due.ts';
import type { Extension } from '../browser.ts';
import type { Ledger } from './ledger.ts';

/** The work that a kill fell upon; `accepting` is an accept without its answer, `idle` is nothing to do just then. */
export const WORK = ['sending', 'checking', 'waiting', 'accepting', 'idle'] as const;
export type Work = (typeof WORK)[number];

const STOPS_WITHIN_MS = 10_000;

interface Version {
  runningStatus: 'stopped' | 'starting' | 'running' | 'stopping';
}

/** What was under way at `now`, told by what a worker has left in the database. */
export function workUnderWay({ entries }: Ledger, now: number, accepting: boolean): Work {
  if (entries.some(({ state }) => state === 'sending')) return 'sending';
  if (dueLooks(entries, now).length > 0) return 'checking';
  if (dueSends(entries, { now, online: true }).length > 0) return 'waiting';
  return accepting ? 'accepting' : 'idle';
}

export class Killer {
  /** How many workers have begun to run. */
  starts = 0;
  readonly #extension: Extension;
  #session: CDPSession | null = null;
  #status: Version['runningStatus'] = 'stopped';

  constructor(extension: Extension) {
    this.#extension = extension;
  }

  async #connected(): Promise<CDPSession> {
    if (this.#session) return this.#session;
    const session = await this.#extension.context.newCDPSession(await this.#extension.helper());
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { runningStatus } of versions as Version[]) this.#follow(runningStatus);
    });
    await session.send('ServiceWorker.enable');
    this.#session = session;
    return session;
  }

  #follow(status: Version['runningStatus']): void {
    if (status === 'running' && this.#status !== 'running') this.starts += 1;
    this.#status = status;
  }

  /** Stops the worker whatever it is at; false if there was none that ran. */
  async stopWorker(): Promise<boolean> {
    const session = await this.#connected();
    if (this.#status !== 'running') return false;
    const deadline = AbortSignal.timeout(STOPS_WITHIN_MS);
    const stopped = (async () => {
      while (this.#status !== 'stopped') {
        await once(session as never, 'ServiceWorker.workerVersionUpdated', { signal: deadline });
      }
    })();
    await Promise.all([session.send('ServiceWorker.stopAllWorkers'), stopped]);
    return true;
  }

  /** Ends the browser as a crash does and starts a new one with what the old one left. */
  async crash(): Promise<void> {
    await this.#extension.kill();
    this.#session = null;
    this.#status = 'stopped';
    await this.#extension.relaunch();
    await this.#connected();
  }
}
