// The row of the queue page: from its opening until what waits in Buffer stands there.
import { median, type Part, quantile, rounded } from '../table.ts';
import type { World } from '../world.ts';

/** Runs in the page. */
function firstPaint(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const observer = new PerformanceObserver((list) => {
    const [entry] = list.getEntriesByName('first-contentful-paint');
    if (entry) resolve(entry.startTime);
  });
  observer.observe({ type: 'paint', buffered: true });
  return promise;
}

/** The page draws nothing before it can draw its lists: milliseconds until they are there. */
async function usableMs(world: World): Promise<number> {
  const { extension } = await world.launch('ours');
  try {
    const page = await extension.page('queue.html');
    await page.getByRole('article').first().waitFor();
    return await page.evaluate(firstPaint);
  } finally {
    await extension.close();
  }
}

/** One fresh profile for each round. */
export async function queuePart(world: World, rounds: number): Promise<Part> {
  const seen: number[] = [];
  for (let round = 0; round < rounds; round++) seen.push(await usableMs(world));
  return {
    rows: [
      [
        'queue page: opened → listed',
        `${median(seen).toFixed(0)} (${quantile(seen, 0.25).toFixed(0)}) ms`,
        '',
        '',
      ],
    ],
    figures: { usableMs: rounded(median(seen)) },
  };
}
