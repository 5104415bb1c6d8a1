// How long a message waits for a worker that was stopped, and what the worker holds then; beside the floor's.
import type { Extension } from '../../tests/e2e/browser.ts';
import { browserSession, NestedTarget } from '../../tests/e2e/nested.ts';
import { withoutWorker } from './popup.ts';
import type { Subject, World } from './world.ts';

/** How often each worker is woken in one profile. */
const WAKES = 5;

/** Round by round. `emptyMs` is a message that is no command: it is answered as soon as the worker has run its file. */
export interface Wakes {
  emptyMs: number[];
  /** What the popup says when it opens. */
  helloMs: number[];
  heapBytes: number[];
}

async function ask(type: string): Promise<number> {
  const begun = performance.now();
  await chrome.runtime.sendMessage({ type });
  return performance.now() - begun;
}

async function coldAnswer(extension: Extension, type: string): Promise<number> {
  await withoutWorker(extension);
  return extension.evaluate(ask, type);
}

async function heapOf(extension: Extension): Promise<number> {
  const session = await browserSession(extension.context);
  const worker = await NestedTarget.find(session, ({ type }) => type === 'service_worker');
  const bytes = await worker.heapBytes();
  await session.detach();
  return bytes;
}

async function measure(world: World, subject: Subject, into: Wakes): Promise<void> {
  const { extension } = await world.launch(subject);
  try {
    for (let wake = 0; wake < WAKES; wake++) {
      into.emptyMs.push(await coldAnswer(extension, 'nothing'));
      into.helloMs.push(await coldAnswer(extension, 'hello'));
    }
    into.heapBytes.push(await heapOf(extension));
  } finally {
    await extension.close();
  }
}

export async function measureWorkers(world: World, rounds: number): Promise<Record<'ours' | 'floor', Wakes>> {
  const none = (): Wakes => ({ emptyMs: [], helloMs: [], heapBytes: [] });
  const seen = { ours: none(), floor: none() };
  // Each round has several wakes: a third of the profiles is enough.
  for (let round = 0; round < Math.ceil(rounds / 3); round++) {
    await measure(world, 'ours', seen.ours);
    await measure(world, 'empty', seen.floor);
  }
  return seen;
}
