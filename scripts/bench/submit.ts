// From Ctrl+Enter in the real popup to the word that it is saved, at several latencies of Buffer.
import type { Page } from '@playwright/test';
import type { Extension } from '../../tests/e2e/browser.ts';
import { ComposerPage } from '../../tests/e2e/composer.page.ts';
import { withoutWorker } from './popup.ts';
import { inTurn } from './turns.ts';
import type { World } from './world.ts';

/** Milliseconds that each of Buffer's answers takes. */
export const LATENCIES = [0, 80, 300] as const;
export type Latency = (typeof LATENCIES)[number];

/** Milliseconds from the key to the word on the screen, and to the arrival of the first request at the local Buffer. */
export interface Submit {
  latency: Latency;
  /** The worker was stopped before. */
  isCold: boolean;
  savedMs: number;
  leftMs: number;
}

interface Noted {
  pressedAt: number;
  savedAt: number;
}

/** Runs in the popup, ahead of the key: what it notes once the frame has been drawn is asked for later. */
function watchForSaved(): void {
  let pressedAt = Number.NaN;
  const onKey = ({ timeStamp }: KeyboardEvent) => {
    pressedAt = performance.timeOrigin + timeStamp;
  };
  addEventListener('keydown', onKey, true);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    Object.assign(globalThis, { noted: { pressedAt, savedAt: performance.timeOrigin + performance.now() } });
  };
  const observer = new MutationObserver(() => {
    const said = [...document.querySelectorAll<HTMLElement>('[role="status"]')].map((one) => one.innerText);
    // Where Buffer answers at once the second word may have taken the place of the first.
    if (!/Saved|In Buffer/.test(said.join(' '))) return;
    observer.disconnect();
    requestAnimationFrame(() => port2.postMessage('the frame has been drawn'));
  });
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
}

interface Way {
  world: World;
  extension: Extension;
  page: Page;
}

async function submit({ world, extension, page }: Way, latency: Latency, isCold: boolean): Promise<Submit> {
  const composer = await ComposerPage.open(extension, page);
  await composer.write(`Measured ${crypto.randomUUID()}`);
  const before = (await world.sandbox.arrivals('createPost')).length;
  if (isCold) await withoutWorker(extension);
  await composer.popup.evaluate(watchForSaved);
  await composer.submitByKey();
  await composer.popup.waitFor(() => 'noted' in globalThis);
  const { pressedAt, savedAt } = await composer.popup.evaluate(
    () => (globalThis as unknown as { noted: Noted }).noted,
  );
  await composer.says('In Buffer');
  const first = (await world.sandbox.arrivals('createPost'))[before];
  await composer.popup.close();
  return { latency, isCold, savedMs: savedAt - pressedAt, leftMs: Date.parse(first?.at ?? '') - pressedAt };
}

/** One fresh profile for each round, and in it one submit for each latency with the worker awake, one with it stopped. */
export async function measureSubmits(world: World, rounds: number): Promise<Submit[]> {
  const seen: Submit[] = [];
  for (let round = 0; round < rounds; round++) {
    await world.sandbox.reset();
    const { extension, page } = await world.launch('ours');
    try {
      for (const latency of inTurn(LATENCIES, round)) {
        const delay = {
          operation: '*',
          do: 'delay',
          when: 'before',
          times: null,
          seconds: latency / 1000,
        } as const;
        await world.sandbox.faults(latency > 0 ? [delay] : []);
        for (const isCold of [false, true])
          seen.push(await submit({ world, extension, page }, latency, isCold));
      }
    } finally {
      await extension.close();
    }
    process.stderr.write(`  round ${round + 1} of ${rounds}\n`);
  }
  return seen;
}
