// How long the extension's own process has been on the processor. Linux alone tells it finely enough.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, CDPSession } from '@playwright/test';
import { browserSession } from '../../tests/e2e/nested.ts';

/** Milliseconds since the process began: of all its threads together, and of the one that pages run on. */
export interface Spent {
  allMs: number;
  pageMs: number;
}

function isOfExtension(pid: number): boolean {
  const command = `/proc/${pid}/cmdline`;
  return existsSync(command) && readFileSync(command, 'utf8').includes('--extension-process');
}

function threadMs(pid: number, thread: string | number): number {
  const [nanoseconds] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
  return Number(nanoseconds) / 1e6;
}

async function processes(session: CDPSession): Promise<number[]> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.map(({ id }) => id).filter(isOfExtension);
}

/** Resolves when the extension has no process any more; it must have neither a page nor a worker. */
export async function untilEnded(context: BrowserContext): Promise<void> {
  const session = await browserSession(context);
  while ((await processes(session)).length > 0) await wait(50);
  await session.detach();
}

/**
 * Pages and worker of an extension share one process, whose first thread the pages run on. A thread that has ended is
 * no longer counted; the browser keeps its own for the seconds that are measured here.
 */
export async function spentByExtension(session: CDPSession): Promise<Spent> {
  const pids = await processes(session);
  const threads = pids.flatMap((pid) =>
    readdirSync(`/proc/${pid}/task`).map((thread) => threadMs(pid, thread)),
  );
  return {
    allMs: threads.reduce((sum, ms) => sum + ms, 0),
    pageMs: pids.reduce((sum, pid) => sum + threadMs(pid, pid), 0),
  };
}
