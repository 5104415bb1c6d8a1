// The rows of a submit: how long the person waits for the word that it is saved, and when it is on its way.
import { LATENCIES, measureSubmits, type Submit } from '../submit.ts';
import { median, type Part, quantile, type Row, rounded } from '../table.ts';
import type { World } from '../world.ts';

/** The median and the 95th of a hundred. */
function both(values: readonly number[]): string {
  return `${median(values).toFixed(0)}, p95 ${quantile(values, 0.95).toFixed(0)} ms`;
}

function savedRows(seen: readonly Submit[], isCold: boolean): Row[] {
  return LATENCIES.map((latency) => {
    const these = seen.filter((one) => one.isCold === isCold && one.latency === latency);
    return [
      `Ctrl+Enter → saved, Buffer takes ${latency} ms${isCold ? ', worker stopped' : ''}`,
      both(these.map(({ savedMs }) => savedMs)),
      '',
      isCold ? '' : 'at most 30, p95 50 ms',
    ];
  });
}

export async function submitPart(world: World, rounds: number): Promise<Part> {
  const seen = await measureSubmits(world, rounds);
  const [warm, cold] = [false, true].map((isCold) => seen.filter((one) => one.isCold === isCold)) as [
    Submit[],
    Submit[],
  ];
  const left = (some: Submit[]) => some.map(({ leftMs }) => leftMs);
  const saved = (some: Submit[]) => some.map(({ savedMs }) => savedMs);
  return {
    rows: [
      ...savedRows(seen, false),
      ...savedRows(seen, true),
      ['Ctrl+Enter → the request arrives', both(left(warm)), '', 'at most 15 ms'],
      ['Ctrl+Enter → the request arrives, worker stopped', both(left(cold)), '', 'at most 40 ms'],
    ],
    figures: {
      savedMs: rounded(median(saved(warm))),
      savedP95Ms: rounded(quantile(saved(warm), 0.95)),
      coldSavedP95Ms: rounded(quantile(saved(cold), 0.95)),
      leftMs: rounded(median(left(warm))),
      coldLeftMs: rounded(median(left(cold))),
    },
  };
}
