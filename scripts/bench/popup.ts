// The real toolbar popup in fresh profiles, with the worker stopped and awake; ours and both floors take turns.
import type { Extension } from '../../tests/e2e/browser.ts';
import { browserSession } from '../../tests/e2e/nested.ts';
import { type Opening, OpenPopup } from './opening.ts';
import { type Subject, TITLE, type World } from './world.ts';

export const SUBJECTS: readonly Subject[] = ['ours', 'preact', 'empty'];

/** What was measured of one extension, round by round. */
export interface Openings {
  cold: Opening[];
  warm: Opening[];
  heapBytes: number[];
}

/** Resolves when the extension has no worker any more; one that something wakes meanwhile is stopped again. */
export async function withoutWorker(extension: Extension): Promise<void> {
  const session = await browserSession(extension.context);
  const isThere = async () => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.some(({ type }) => type === 'service_worker');
  };
  while (await isThere()) await extension.stopWorker();
  await session.detach();
}

/** All pages of an extension share one heap: the others are closed. */
async function heapAlone(extension: Extension, popup: OpenPopup): Promise<number> {
  const others = extension.context.pages().filter((page) => page.url().startsWith(extension.url('')));
  for (const page of others) await page.close();
  return popup.target.heapBytes();
}

async function measure(world: World, subject: Subject, into: Openings): Promise<void> {
  const { extension, page } = await world.launch(subject);
  const open = () => OpenPopup.over(page, extension, subject === 'empty' ? null : TITLE);
  try {
    await extension.helper();
    await withoutWorker(extension);
    const cold = await open();
    into.cold.push(cold.opening);
    await cold.close();
    await extension.evaluate(() => chrome.runtime.sendMessage({ type: 'hello' }), undefined);
    const warm = await open();
    into.warm.push(warm.opening);
    into.heapBytes.push(await heapAlone(extension, warm));
  } finally {
    await extension.close();
  }
}

/** One fresh profile for each extension and round. */
export async function measurePopups(world: World, rounds: number): Promise<Record<Subject, Openings>> {
  const none = (): Openings => ({ cold: [], warm: [], heapBytes: [] });
  const seen = { ours: none(), preact: none(), empty: none() };
  for (let round = 0; round < rounds; round++) {
    // Each is first as often as the others.
    const order = SUBJECTS.map((_, place) => SUBJECTS[(place + round) % SUBJECTS.length] as Subject);
    for (const subject of order) await measure(world, subject, seen[subject]);
    process.stderr.write(`  round ${round + 1} of ${rounds}\n`);
  }
  return seen;
}
