// How long the extension's own process has been on the processor. Linux alone tells it finely enough.
import { readdirSync, readFileSync } from 'node:fs';
import type { BrowserContext } from '@playwright/test';
import { browserSession } from '../../tests/e2e/nested.ts';

/** Milliseconds since the process began: of all its threads together, and of the one that pages run on. */
export interface Spent {
  allMs: number;
  pageMs: number;
}

function isOfExtension(pid: number): boolean {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--extension-process');
}

function threadMs(pid: number, thread: string | number): number {
  const [nanoseconds] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
  return Number(nanoseconds) / 1e6;
}

/**
 * Pages and worker of an extension share one process, whose first thread the pages run on. A thread that has ended is
 * no longer counted; the browser keeps its own for the seconds that are measured here.
 */
export async function spentByExtension(context: BrowserContext): Promise<Spent> {
  const session = await browserSession(context);
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const pids = processInfo.map(({ id }) => id).filter(isOfExtension);
  const threads = pids.flatMap((pid) =>
    readdirSync(`/proc/${pid}/task`).map((thread) => threadMs(pid, thread)),
  );
  return {
    allMs: threads.reduce((sum, ms) => sum + ms, 0),
    pageMs: pids.reduce((sum, pid) => sum + threadMs(pid, pid), 0),
  };
}
