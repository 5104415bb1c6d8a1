// The rows of the toolbar popup: ours beside the floors, with what it is to be.
import { firstScripts, releaseBuild, zippedBytes } from '../../../tests/e2e/build.ts';
import type { Opening } from '../opening.ts';
import { measurePopups, type Openings, STATES, type State } from '../popup.ts';
import { median, type Part, quantile, type Row, rounded } from '../table.ts';
import type { Subject, World } from '../world.ts';

type Seen = Record<Subject, Openings>;
type Measure = keyof Opening;

const MEGABYTE = 1024 * 1024;

const SAID: Record<State, string> = {
  first: 'nothing awake',
  cold: 'worker stopped',
  warm: 'worker awake',
};

/** What is compared with the floors, and the target of its cold ratio. */
const COMPARED: readonly [measure: Measure, what: string, target: string][] = [
  ['paintMs', 'press → first paint', ''],
  ['usableMs', 'press → focused and typeable', 'at most 1.2 ×'],
  ['filledMs', 'press → the page is in the text field', ''],
  ['processMs', 'processor time of pages and worker', 'at most 1.4 ×'],
  ['pageMs', 'processor time of the pages’ thread', ''],
];

function valuesOf(openings: readonly Opening[], measure: Measure): number[] {
  return openings.map((opening) => opening[measure]).filter((value) => value !== null);
}

function ratio(seen: Pick<Seen, 'ours' | 'preact'>, state: State, measure: Measure): number {
  const [ours, floor] = [seen.ours, seen.preact].map((one) => median(valuesOf(one[state], measure)));
  return rounded((ours ?? Number.NaN) / (floor ?? Number.NaN));
}

/** The median, and the quarter that was fastest lies below the second. */
function spread(values: readonly number[]): string {
  return values.length > 0 ? `${median(values).toFixed(0)} (${quantile(values, 0.25).toFixed(0)})` : '–';
}

function comparedRows(seen: Seen, state: State): Row[] {
  const measured = COMPARED.filter(([measure]) => valuesOf(seen.ours[state], measure).length > 0);
  return measured.map(([measure, what, target]) => {
    const [ours, preact, still, empty] = [seen.ours, seen.preact, seen.still, seen.empty].map((one) =>
      spread(valuesOf(one[state], measure)),
    );
    const floor = `${ratio(seen, state, measure).toFixed(2)} × ${preact}; still ${still}; empty ${empty}`;
    return [`${SAID[state]}: ${what}`, `${ours} ms`, floor, state === 'cold' ? target : ''];
  });
}

function most(seen: Seen, measure: Measure): number {
  return Math.max(
    ...valuesOf(
      STATES.flatMap((state) => seen.ours[state]),
      measure,
    ),
  );
}

function restRows(seen: Seen): Row[] {
  const heap = (one: Openings) => (median(one.heapBytes) / MEGABYTE).toFixed(2);
  const scripts = firstScripts(releaseBuild(), 'popup');
  const kilobytes = (zippedBytes(scripts) / 1024).toFixed(1);
  return [
    [
      'scripts before the first paint, gzip',
      `${kilobytes} KB in ${scripts.length}`,
      '',
      'at most 30 KB in 4',
    ],
    [
      'heap of the popup alone',
      `${heap(seen.ours)} MB`,
      `${heap(seen.preact)}; empty ${heap(seen.empty)}`,
      'at most 1.5 MB',
    ],
    ['long tasks, most of one opening', String(most(seen, 'longTasks')), '', '0'],
    ['layout shift, most of one opening', most(seen, 'layoutShift').toFixed(3), '', '0'],
  ];
}

export async function popupPart(world: World, rounds: number): Promise<Part> {
  const seen = await measurePopups(world, rounds);
  const still = { ...seen, ours: seen.still };
  return {
    rows: [...STATES.flatMap((state) => comparedRows(seen, state)), ...restRows(seen)],
    figures: {
      cpuRatio: ratio(seen, 'cold', 'processMs'),
      usableRatio: ratio(seen, 'cold', 'usableMs'),
      stillCpuRatio: ratio(still, 'cold', 'processMs'),
      stillUsableRatio: ratio(still, 'cold', 'usableMs'),
      paintRatio: ratio(seen, 'cold', 'paintMs'),
      filledRatio: ratio(seen, 'cold', 'filledMs'),
      pageCpuRatio: ratio(seen, 'cold', 'pageMs'),
      firstCpuRatio: ratio(seen, 'first', 'processMs'),
      firstUsableRatio: ratio(seen, 'first', 'usableMs'),
      warmCpuRatio: ratio(seen, 'warm', 'processMs'),
      warmUsableRatio: ratio(seen, 'warm', 'usableMs'),
      usableMs: rounded(median(valuesOf(seen.ours.cold, 'usableMs'))),
      firstPaintScriptGzip: zippedBytes(firstScripts(releaseBuild(), 'popup')),
      longTasks: most(seen, 'longTasks'),
      layoutShift: rounded(most(seen, 'layoutShift')),
      heapMB: rounded(median(seen.ours.heapBytes) / MEGABYTE),
    },
  };
}
