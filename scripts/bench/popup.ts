// The real toolbar popup in fresh profiles, with the worker stopped and awake; ours and the floors take turns.
import type { Extension } from '../../tests/e2e/browser.ts';
import { browserSession } from '../../tests/e2e/nested.ts';
import { type Opening, OpenPopup } from './opening.ts';
import { untilEnded } from './processor.ts';
import { inTurn } from './turns.ts';
import { type Launched, type Subject, TITLE, type World } from './world.ts';

export const SUBJECTS: readonly Subject[] = ['ours', 'preact', 'still', 'empty'];

/** Worker and page stopped, so that the process starts too; worker stopped; both awake. */
export const STATES = ['first', 'cold', 'warm'] as const;
export type State = (typeof STATES)[number];

/** What was measured of one extension, round by round; the heap right after the first opening, of the popup alone. */
export type Openings = Record<State, Opening[]> & { heapBytes: number[] };

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

/** The popup with no page beside it and none before it: all pages of an extension share one heap. */
async function openFirst({ extension, page }: Launched): Promise<OpenPopup> {
  await withoutWorker(extension);
  const others = extension.context.pages().filter((other) => other.url().startsWith(extension.url('')));
  for (const other of others) await other.close();
  await untilEnded(extension.context);
  return OpenPopup.alone(page, extension);
}

/** A figure that is missing would make the others look better than they are. */
function whole(opening: Opening, state: State): Opening {
  const { usableMs, filledMs } = opening;
  if (usableMs !== null && (filledMs !== null || state === 'first')) return opening;
  throw new Error(`A popup was never filled, or cannot be typed into: ${JSON.stringify(opening)}`);
}

async function measure(world: World, subject: Subject, into: Openings): Promise<void> {
  const launched = await world.launch(subject);
  const { extension, page } = launched;
  const words = subject === 'empty' ? null : TITLE;
  try {
    const first = await openFirst(launched);
    into.first.push(words === null ? first.opening : whole(first.opening, 'first'));
    into.heapBytes.push(await first.target.heapBytes());
    await first.close();
    await extension.helper();
    await withoutWorker(extension);
    for (const state of ['cold', 'warm'] as const) {
      if (state === 'warm')
        await extension.evaluate(() => chrome.runtime.sendMessage({ type: 'hello' }), undefined);
      const popup = await OpenPopup.filled(page, extension, words);
      into[state].push(words === null ? popup.opening : whole(popup.opening, state));
      await popup.close();
    }
  } finally {
    await extension.close();
  }
}

/** One fresh profile for each extension and round. */
export async function measurePopups(world: World, rounds: number): Promise<Record<Subject, Openings>> {
  const none = (): Openings => ({ first: [], cold: [], warm: [], heapBytes: [] });
  const seen = { ours: none(), preact: none(), still: none(), empty: none() };
  for (let round = 0; round < rounds; round++) {
    for (const subject of inTurn(SUBJECTS, round)) await measure(world, subject, seen[subject]);
    process.stderr.write(`  round ${round + 1} of ${rounds}\n`);
  }
  return seen;
}
