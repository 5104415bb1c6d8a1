// The rows of the worker: ours beside one that only answers.
import { median, type Part, quantile, rounded } from '../table.ts';
import { measureWorkers } from '../worker.ts';
import type { World } from '../world.ts';

const MEGABYTE = 1024 * 1024;

function spread(values: readonly number[]): string {
  return `${median(values).toFixed(0)} (${quantile(values, 0.25).toFixed(0)})`;
}

export async function workerPart(world: World, rounds: number): Promise<Part> {
  const { ours, floor } = await measureWorkers(world, rounds);
  const coldRatio = rounded(median(ours.emptyMs) / median(floor.emptyMs));
  const [heap, floorHeap] = [ours, floor].map((one) => (median(one.heapBytes) / MEGABYTE).toFixed(2));
  return {
    rows: [
      [
        'stopped worker: message → answer',
        `${spread(ours.emptyMs)} ms`,
        `${coldRatio.toFixed(2)} × ${spread(floor.emptyMs)}`,
        'at most 1.3 ×',
      ],
      ['stopped worker: hello → answer', `${spread(ours.helloMs)} ms`, '', ''],
      ['heap of the worker', `${heap} MB`, `${floorHeap}`, ''],
    ],
    figures: {
      coldMs: rounded(median(ours.emptyMs)),
      coldRatio,
      helloMs: rounded(median(ours.helloMs)),
      heapMB: Number(heap),
    },
  };
}
