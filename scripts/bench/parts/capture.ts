// The rows of the reader of pages.
import { measureReader, type ReaderTimes } from '../capture.ts';
import { type Part, type Row, rounded } from '../table.ts';

function rowsOf(page: string, times: ReaderTimes, targetMs: number): Row[] {
  const { nodes, readMs, dirtyMs, floorMs } = times;
  const of = (ms: number): string => `${rounded(ms)} ms`;
  const floor = `${(readMs / floorMs).toFixed(1)} × ${rounded(floorMs)} of querySelectorAll('meta,link,img')`;
  return [
    [`reading a ${page} page (${nodes} nodes)`, of(readMs), floor, `at most ${targetMs} ms`],
    ['  with its layout to be done', of(dirtyMs), '', ''],
  ];
}

export async function capturePart(): Promise<Part> {
  const { small, large } = await measureReader();
  return {
    rows: [...rowsOf('small', small, 1), ...rowsOf('large', large, 5)],
    figures: {
      smallMs: rounded(small.readMs),
      largeMs: rounded(large.readMs),
      smallDirtyMs: rounded(small.dirtyMs),
      largeDirtyMs: rounded(large.dirtyMs),
      smallFloorRatio: rounded(small.readMs / small.floorMs),
      largeFloorRatio: rounded(large.readMs / large.floorMs),
    },
  };
}
